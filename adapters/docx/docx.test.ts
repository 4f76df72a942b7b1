import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import type { PageWords } from '../../core/reading.ts'
import { zip } from '../../core/spreadsheet/zip.ts'
import { createWordReader, drawPage, type WordReaderOptions } from './index.ts'
import { readWordDocument } from './read-word.ts'

const LIMITS = { maxPages: 100 }
const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const body = (inner: string) => `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`
const archive = (files: Readonly<Record<string, string>>) =>
  Buffer.from(zip(Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))))
const word = (inner: string, more: Readonly<Record<string, string>> = {}) =>
  archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': body(inner), ...more })
const textOf = (page: PageWords | undefined) => page?.words.map(({ text }) => text).join(' ')
const refused = (bytes: Buffer, code: string) =>
  assert.rejects(readWordDocument(bytes, LIMITS), (error: { code?: string }) => error.code === code)

describe('a Word document', () => {
  it('is paragraphs at places of our own: every word once, in order, inside the page', async () => {
    const long = 'слово '.repeat(40).trim()
    const { pages } = await readWordDocument(word(paragraph('Договор № 5', '<w:jc w:val="center"/>') + paragraph(long)), LIMITS)
    assert.equal(pages.length, 1)
    const words = pages[0]!.words
    assert.equal(textOf(pages[0]), `Договор № 5 ${long}`)
    assert.ok(words.every(({ box }) => box.x0 >= 0 && box.x1 <= 1 && box.y0 >= 0 && box.y1 <= 1 && box.x0 < box.x1))
    assert.ok(words[0]!.box.x0 > 0.4) // centred
    assert.equal(new Set(words.slice(3).map(({ box }) => box.y0)).size, 3) // 239 characters in rows of 90
  })

  it('breaks pages where the document does, and where a page is full', async () => {
    const broken = `${paragraph('one')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${paragraph('two')}${paragraph('three', '<w:pageBreakBefore/>')}`
    assert.deepEqual((await readWordDocument(word(broken), LIMITS)).pages.map(textOf), ['one', 'two', 'three'])
    const { pages } = await readWordDocument(word(Array.from({ length: 100 }, (_, i) => paragraph(`row ${i}`)).join('')), LIMITS)
    assert.equal(pages.length, 4) // 58 rows a page, a white row behind every paragraph
    assert.equal(pages.flatMap(({ words }) => words).length, 200)
  })

  it('puts the cells of a table row beside each other', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const table = `<w:tbl><w:tblGrid><w:gridCol w:w="5000"/><w:gridCol w:w="5000"/></w:tblGrid><w:tr>${cell('Заказчик')}${cell('Исполнитель')}</w:tr></w:tbl>`
    const [left, right] = (await readWordDocument(word(table), LIMITS)).pages[0]!.words
    assert.equal(left!.box.y0, right!.box.y0)
    assert.ok(left!.box.x1 < right!.box.x0 && right!.box.x0 > 0.45)
  })

  it('prints the numbers that Word counts', async () => {
    const level = (n: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
    const item = (n: number, text: string) => paragraph(text, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="3"/></w:numPr>`)
    const { pages } = await readWordDocument(
      word(item(0, 'Предмет') + item(1, 'первое') + item(1, 'второе') + item(2, 'деталь') + item(0, 'Цена') + item(1, 'сумма'), {
        'word/numbering.xml': numbering,
      }),
      LIMITS,
    )
    assert.equal(textOf(pages[0]), '1. Предмет 1.1. первое 1.2. второе (a) деталь 2. Цена 2.1. сумма')
  })

  it('leaves deleted and hidden text out and says so; a text box is read once', async () => {
    const deleted =
      '<w:p><w:r><w:t>pays </w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins><w:r><w:t>200</w:t></w:r></w:ins></w:p>'
    const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>and a second sum of one million</w:t></w:r></w:p>'
    const box =
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>boxed</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>'
    const facts = await readWordDocument(word(deleted + hidden + box), LIMITS)
    assert.equal(textOf(facts.pages[0]), 'pays 200 boxed')
    assert.ok(facts.trackedChanges && facts.hidden)
  })

  it('reads what its sections show around the text, each once, and no part that lies there unused', async () => {
    const part = (tag: string, text: string) => `<w:${tag} xmlns:w="w">${paragraph(text)}</w:${tag}>`
    const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="t/header" Target="${target}"/>`
    const section = (inner: string) => `<w:sectPr>${inner}</w:sectPr>`
    const refer = (kind: string, type: string, id: string) => `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
    const around = {
      'word/_rels/document.xml.rels': `<Relationships>${relation('a', 'header1.xml')}${relation('b', '/word/header2.xml')}${relation('c', 'footer1.xml')}${relation('d', 'header3.xml')}</Relationships>`,
      'word/header1.xml': part('hdr', 'Договор № 15/26'),
      'word/header2.xml': part('hdr', 'only of first pages'),
      'word/header3.xml': part('hdr', 'Договор № 15/26'),
      'word/header4.xml': part('hdr', 'unused'),
      'word/footer1.xml': part('ftr', 'Редакция от 12.03.2026'),
      'word/footnotes.xml': `<w:footnotes><w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote>${paragraph('не позднее 31.12.2026')}</w:footnote></w:footnotes>`,
    }
    const noted = '<w:p><w:r><w:t>срок</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    const inner = `${noted}${section(refer('header', 'default', 'a') + refer('header', 'first', 'b') + refer('footer', 'default', 'c'))}${paragraph('конец')}${section(refer('header', 'default', 'd'))}`
    const plain = await readWordDocument(word(inner, around), LIMITS)
    assert.equal(plain.pages.map(textOf).join(' '), 'Договор № 15/26 срок конец не позднее 31.12.2026 Редакция от 12.03.2026')
    const titled = await readWordDocument(word(inner.replace('<w:sectPr>', '<w:sectPr><w:titlePg/>'), around), LIMITS)
    assert.ok(textOf(titled.pages[0])!.startsWith('only of first pages Договор № 15/26 срок'))
    const without = await readWordDocument(word(paragraph('text'), around), LIMITS)
    assert.equal(textOf(without.pages[0]), 'text')
  })

  it('can be drawn for the reviewer', async () => {
    const { pages } = await readWordDocument(word(paragraph('Сторона &lt;script&gt; &amp; другая')), LIMITS)
    const png = await drawPage(pages[0]!)
    assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG')
  })
})

describe('a hostile Word document', () => {
  it('has its macros and outside content named and neither run nor fetched', async () => {
    const relation = (type: string, target: string) =>
      `<Relationships><Relationship Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`
    const facts = await readWordDocument(
      word(paragraph('Договор'), {
        'word/vbaProject.bin': 'x',
        'word/_rels/settings.xml.rels': relation('attachedTemplate', 'http://127.0.0.1:1/evil.dotm'),
      }),
      LIMITS,
    )
    assert.ok(facts.activeContent && facts.external)
    const link = await readWordDocument(
      word(paragraph('A'), { 'word/_rels/document.xml.rels': relation('hyperlink', 'http://example.com') }),
      LIMITS,
    )
    assert.equal(link.external, false)
  })

  it('declares no entities', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
    await refused(archive({ 'word/document.xml': bomb }), 'xml_unsafe')
  })

  it('does not unpack without end, whatever size it declares', async () => {
    const packed = deflateRawSync(Buffer.alloc(60 * 1024 * 1024, 0x20))
    await refused(deflated('word/document.xml', packed, 60 * 1024 * 1024), 'archive_unsafe')
    await refused(deflated('word/document.xml', packed, 1000), 'unreadable') // it says 1,000 bytes and holds sixty million
  })

  it('names no file twice, is not cut off, and is a Word document', async () => {
    const twice = Buffer.from(
      zip(['a', 'b'].map((text) => ({ name: 'word/document.xml', bytes: new TextEncoder().encode(body(paragraph(text))) }))),
    )
    await refused(twice, 'unreadable')
    await refused(word(paragraph('A')).subarray(0, 200), 'unreadable')
    await refused(archive({ 'xl/workbook.xml': '<x/>' }), 'unsupported_type')
    await refused(archive({ 'word/document.xml': '<w:document><w:body>' }), 'unreadable')
  })

  it('declares no entities beside its text either', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    for (const name of ['word/numbering.xml', 'word/styles.xml'])
      await refused(word(paragraph('A'), { [name]: `${bomb}<w:styles xmlns:w="w">&a;</w:styles>` }), 'xml_unsafe')
  })

  it('is not nested without end and has no more pages than are allowed', async () => {
    await refused(word('<w:sdt>'.repeat(500) + '</w:sdt>'.repeat(500)), 'too_complex')
    await assert.rejects(
      readWordDocument(word(paragraph('x', '<w:pageBreakBefore/>').repeat(5)), { maxPages: 4 }),
      (error: { code?: string }) => error.code === 'too_many_pages',
    )
  })
})

describe('the process that reads Word documents', () => {
  const LIMITS: WordReaderOptions = { memoryMb: 600, timeoutMs: 20_000, maxPages: 100 }
  const read = async (bytes: Buffer, limits: Partial<WordReaderOptions> = {}) => {
    const reader = createWordReader({ ...LIMITS, ...limits })
    try {
      return await reader.read(bytes)
    } finally {
      await reader.close()
    }
  }
  const code = (expected: string) => (error: { code?: string }) => error.code === expected

  it('gives what the reader gives, places and all, and the same refusals', async () => {
    const bytes = word(paragraph('Договор № 5', '<w:jc w:val="center"/>'))
    assert.deepEqual(await read(bytes), await readWordDocument(bytes, { maxPages: 100 }))
    await assert.rejects(read(word('<w:sdt>'.repeat(500) + '</w:sdt>'.repeat(500))), code('too_complex'))
    await assert.rejects(read(archive({ 'xl/workbook.xml': '<x/>' })), code('unsupported_type'))
    await assert.rejects(read(Buffer.from('PK\u0003\u0004 and nothing more')), code('unreadable'))
  })

  it('gives a range of the pages, as often as asked', async () => {
    const bytes = word(paragraph('one') + ['two', 'three'].map((text) => paragraph(text, '<w:pageBreakBefore/>')).join(''))
    const reader = createWordReader(LIMITS)
    for (const _ of [1, 2]) {
      const { pages } = await reader.read(bytes, { first: 2, last: 3 })
      assert.deepEqual(
        pages.map((page) => [page.index, textOf(page)]),
        [
          [2, 'two'],
          [3, 'three'],
        ],
      )
    }
    await reader.close()
  })

  it('is ended when a document takes more memory or time than it may have; the next one is read', {
    skip: process.platform !== 'linux',
  }, async () => {
    const heavy = word(Array.from({ length: 900_000 }, (_, i) => `<w:p w:rsidR="${((i * 2654435761) >>> 0).toString(16)}"/>`).join(''))
    // A process that has only started holds about 80 MB and has used about 0.4 s of the processor.
    for (const limits of [{ memoryMb: 110 }, { timeoutMs: 1500 }]) {
      const reader = createWordReader({ ...LIMITS, ...limits })
      await assert.rejects(reader.read(heavy), code('too_complex'))
      assert.equal(textOf((await reader.read(word(paragraph('still read')))).pages[0]), 'still read')
      await reader.close()
    }
  })
})

/** An archive of one packed file that declares `size` bytes. */
function deflated(name: string, packed: Buffer, size: number): Buffer {
  const path = Buffer.from(name)
  const facts = Buffer.alloc(22)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(8, 4) // deflate
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(size, 18)
  const tail = Buffer.from([path.length, 0, 0, 0])
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, tail, path, packed])
  const head = Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, tail, Buffer.alloc(14), path])
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(head.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, head, end])
}

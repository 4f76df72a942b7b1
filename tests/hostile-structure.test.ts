import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { compressedPage } from './hostile/compressed-pdf.ts'
import { deflatedZeros, incrementalUpdate, onePage, pagesClaiming, pdfOf, textContent } from './hostile/tiny-pdf.ts'
import { createJudge, INVOICE, type Judge } from './hostile/verdict.ts'

// PDFs whose skeleton lies, loops or is broken: nothing may be missing from a result without a word.
const TEXT = textContent(INVOICE)
const GOOD = onePage(TEXT)
const PACKED = compressedPage(TEXT)
const TRIALS = 32

let judge: Judge
before(async () => {
  judge = await createJudge()
})
after(() => judge.close())

/** Read as it is, with these findings among others. */
async function readWith(bytes: Buffer, ...findings: readonly string[]) {
  const verdict = await judge.verdictOn(bytes)
  assert.match(verdict.words, /HX-77/)
  for (const finding of findings) assert.ok(verdict.findings.includes(finding), `${finding} in ${verdict.findings.join()}`)
  return verdict
}

const text = (pdf: Buffer, change: (text: string) => string) => Buffer.from(change(pdf.toString('latin1')), 'latin1')

describe('rows 25–28: small files that ask for much', () => {
  it('row 25: cross-reference streams that unpack to half a gigabyte or name two thousand million objects', async () => {
    const bomb = { xrefFilter: '[/FlateDecode /FlateDecode]', deflate: () => deflatedZeros(2 ** 28, 2) }
    assert.match((await judge.verdictOn(compressedPage(TEXT, '', [], bomb))).outcome, /unreadable|too_complex/)
    await readWith(compressedPage(TEXT, '', [], { xrefDict: '/Size 2000000000 /Index [0 2000000000]' }))
  })

  it('row 27: JBIG2 pictures that claim more than they hold', async () => {
    const verdict = await judge.verdictOn(jbig2Page(60_000, 60_000))
    assert.match(verdict.outcome, /review|too_complex/)
    assert.doesNotMatch(verdict.words, /\d/)
  })

  const burners: Readonly<Record<string, Buffer>> = {
    'a pattern of 10^9 tiles': onePage(
      `/Pattern cs /P scn 0 0 595 842 re f ${TEXT}`,
      { pageExtra: '/Resources << /Font << /F1 5 0 R >> /Pattern << /P 6 0 R >> >>' },
      [
        {
          dict: '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.01 /YStep 0.01 /Resources << >>',
          data: Buffer.from('0 0 1 1 re f'),
        },
      ],
    ),
    'a line of 10^8 dashes': onePage(`[0.00001] 0 d 0 0 m 595 842 l S ${TEXT}`),
    'arrays in arrays, 200,000 deep': pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '['.repeat(200_000)]),
    'arrays in arrays in a page': onePage(`${'[ '.repeat(200_000)} ${TEXT}`),
  }
  for (const [name, bytes] of Object.entries(burners))
    it(`row 28: ${name}`, async () => assert.match((await judge.verdictOn(bytes)).outcome, /review|too_complex|unreadable/))
})

describe('rows 38–40: loops', () => {
  const loops: Readonly<Record<string, Buffer>> = {
    'an object stream that extends itself': compressedPage(TEXT, '', [], { objectStreamDict: '/Extends 6 0 R' }),
    'an outline whose entry is its own child': onePage(TEXT, { catalogue: '/Outlines 6 0 R' }, [
      '<< /First 7 0 R /Last 7 0 R /Count 1 >>',
      '<< /Title (a) /Parent 6 0 R /Next 7 0 R /First 6 0 R >>',
    ]),
    'name trees that contain themselves': onePage(TEXT, { catalogue: '/Names << /EmbeddedFiles 6 0 R /JavaScript 6 0 R /Dests 6 0 R >>' }, [
      '<< /Kids [6 0 R 7 0 R] >>',
      '<< /Kids [6 0 R] >>',
    ]),
    'page labels and a structure tree that contain themselves': onePage(TEXT, { catalogue: '/PageLabels 6 0 R /StructTreeRoot 7 0 R' }, [
      '<< /Kids [6 0 R] >>',
      '<< /Type /StructTreeRoot /K 7 0 R /ParentTree 6 0 R >>',
    ]),
    'a field that is its own parent': onePage(TEXT, { catalogue: '/AcroForm << /Fields [6 0 R] >>' }, [
      '<< /T (a) /Kids [6 0 R] /Parent 6 0 R >>',
    ]),
    'a length that is its own stream': onePage(TEXT, {}, ['6 0 R'], '/Length 6 0 R'),
  }
  for (const [name, bytes] of Object.entries(loops))
    it(`${name}: the page is read`, async () => {
      await readWith(bytes)
    })
})

describe('rows 41–42: damage', () => {
  const repaired: Readonly<Record<string, Buffer>> = {
    'cut at 99 %': GOOD.subarray(0, GOOD.length * 0.99),
    'cut at 99 %, with a cross-reference stream': PACKED.subarray(0, PACKED.length * 0.99),
    'no cross-reference table': text(GOOD, (t) => t.replace(/xref\n0[\s\S]*trailer/, 'trailer')),
    'a table that points at the wrong places': text(GOOD, (t) => t.replace(/\d{10} 00000 n/g, '0000000007 00000 n')),
    'a second startxref that leads nowhere': Buffer.concat([GOOD, Buffer.from('startxref\n99999\n%%EOF\n')]),
    'a page whose second content stream is not in the file': onePage(TEXT, { pageExtra: '/Contents [4 0 R 77 0 R]' }),
  }
  for (const [name, bytes] of Object.entries(repaired))
    it(`${name}: read, and a person is told`, async () => {
      await readWith(bytes, 'repaired_structure')
    })

  it('a content stream cut short: what is left is never taken for the whole page', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i + 1} Item of many kinds ${(i * 7919) % 1000}`)
    const deflated = deflateSync(Buffer.from(textContent([...INVOICE, ...lines])))
    const { findings } = await judge.verdictOn(onePage(deflated.subarray(0, deflated.length * 0.7), {}, [], '/Filter /FlateDecode'))
    assert.ok(findings.includes('repaired_structure'), findings.join())
  })

  it('wherever a file is spoiled: the same words, or a person is told, or it is refused', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i + 1} Item of many kinds ${(i * 7919) % 1000}.${(i * 31) % 100}`)
    const good = compressedPage(textContent([...INVOICE, ...lines]))
    const reader = createPdfReader({ memoryMb: 800, timeoutMs: 8000, maxPages: 10, filesPerProcess: 1000 })
    const wordsOf = async (pdf: Buffer) => (await reader.text(pdf)).pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
    try {
      const words = await wordsOf(good)
      for (let trial = 0; trial < TRIALS; trial++) {
        const spoiled = spoil(good, trial)
        const told = await reader.inspect(spoiled).then(
          ({ repaired }) => repaired,
          () => true,
        )
        if (!told) assert.equal(await wordsOf(spoiled), words, `trial ${trial}`)
      }
    } finally {
      await reader.close()
    }
  })

  it('a missing checksum loses nothing and is not worth a word', async () => {
    const deflated = deflateSync(Buffer.from(TEXT))
    const { findings } = await readWith(onePage(deflated.subarray(0, -4), {}, [], '/Filter /FlateDecode'))
    assert.ok(!findings.includes('repaired_structure'))
  })

  it('a damaged object stream with the catalogue in it: unreadable', async () => {
    const half = { objectStream: (data: Buffer) => Buffer.from(data.map((byte, i) => (i > data.length / 2 ? 0x55 : byte))) }
    await judge.refused(compressedPage(TEXT, '', [], half), 'unreadable')
    await judge.refused(PACKED.subarray(0, PACKED.length * 0.5), 'unreadable')
  })

  it('intact files are not called damaged', async () => {
    for (const bytes of [GOOD, PACKED]) {
      const { findings } = await readWith(bytes)
      assert.deepEqual(
        findings.filter((id) => /repaired|unread|update|active/.test(id)),
        [],
      )
    }
  })
})

describe('row 43: a page count that lies', () => {
  it('too small: what is not read is named', async () => {
    assert.equal((await readWith(pagesClaiming('1', 3, TEXT), 'pages_unread')).pages, 1)
  })

  it('too large or no number: the pages that exist are read', async () => {
    assert.equal((await readWith(pagesClaiming('5', 3, TEXT), 'repaired_structure')).pages, 3)
    assert.equal((await readWith(pagesClaiming('(x)', 2, TEXT), 'repaired_structure')).pages, 2)
    assert.equal((await readWith(pagesClaiming('150', 1, TEXT), 'repaired_structure')).pages, 1)
  })

  it('none at all: unreadable', async () => {
    await judge.refused(pagesClaiming('-1', 2, TEXT), 'unreadable')
    await judge.refused(pagesClaiming('0', 2, TEXT), 'unreadable')
  })
})

describe('row 46: encryption by certificate', () => {
  it('is refused by name, with what to do', async () => {
    const bytes = pdfOf(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [] /Count 0 >>',
        '<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 /Length 128 /Recipients [<3082>] >>',
      ],
      '/Encrypt 3 0 R /ID [<00> <00>]',
    )
    const { outcome, message } = await judge.verdictOn(bytes)
    assert.equal(outcome, 'unsupported_encryption')
    assert.match(message, /without encryption/)
  })
})

describe('row 51: two revisions', () => {
  it('the second changes the total: a person is told', async () => {
    const other = textContent(INVOICE.map((line) => line.replace('119.00', '919.00')))
    await readWith(incrementalUpdate(GOOD, 4, `<< /Length ${other.length} >>\nstream\n${other}\nendstream`), 'incremental_update')
  })

  it('the second adds what is not on the page: nothing to tell', async () => {
    const { findings } = await readWith(incrementalUpdate(GOOD, 8, '<< /X 1 >>'))
    assert.ok(!findings.includes('incremental_update'))
  })
})

/** One of three kinds of damage at one of the places: a flipped bit, overwritten bytes, missing bytes. */
function spoil(pdf: Buffer, trial: number): Buffer {
  const at = Math.floor((pdf.length * (trial + 0.5)) / TRIALS)
  const bad = Buffer.from(pdf)
  if (trial % 3 === 0) bad.writeUInt8(bad.readUInt8(at) ^ (1 << (trial % 8)), at)
  else if (trial % 3 === 1) bad.fill(0, at, Math.min(pdf.length, at + 1 + (trial % 20)))
  else return Buffer.concat([pdf.subarray(0, at), pdf.subarray(at + 1 + (trial % 20))])
  return bad
}

/** A page that is one JBIG2 picture: a generic region of the given size with a few bytes of arithmetic code (ITU-T T.88 §7.4.6). */
function jbig2Page(width: number, height: number): Buffer {
  const u32 = (n: number) => {
    const b = Buffer.alloc(4)
    b.writeUInt32BE(n)
    return b
  }
  const segment = (number: number, type: number, data: Buffer) =>
    Buffer.concat([u32(number), Buffer.from([type, 0, 1]), u32(data.length), data])
  const page = segment(0, 48, Buffer.concat([u32(width), u32(height), u32(0), u32(0), Buffer.from([0, 0, 0])]))
  const adaptive = Buffer.from([3, 0xff, 0xfd, 0xff, 2, 0xfe, 0xfe, 0xfe])
  const region = segment(
    1,
    38,
    Buffer.concat([u32(width), u32(height), u32(0), u32(0), Buffer.from([0, 0]), adaptive, Buffer.from([0x84, 0xc7, 0x3b, 0xff, 0xac])]),
  )
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode`
  return onePage('595 0 0 842 0 0 cm /I Do', { pageExtra: '/Resources << /XObject << /I 6 0 R >> >>' }, [
    { dict: image, data: Buffer.concat([page, region]) },
  ])
}

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { deflatedZeros, encryptedPage, FONT, onePage, type PageOptions, type PdfObject, pdfOf, textContent } from './hostile/tiny-pdf.ts'
import { createJudge, INVOICE, type Judge } from './hostile/verdict.ts'

// Rows of the hostile inputs that concern content. Each must settle quickly with the outcome named there, in the same process that goes on.
let judge: Judge
before(async () => {
  judge = await createJudge()
})
after(() => judge.close())

const verdictOn: Judge['verdictOn'] = (...upload) => judge.verdictOn(...upload)
const refused: Judge['refused'] = (...upload) => judge.refused(...upload)

describe('not a document', () => {
  it('rows 1–4: nothing, one byte, a header alone, noise', async () => {
    await refused('', 'empty_file')
    await refused('x', 'unsupported_type')
    await refused('%PDF-1.7\n', 'unreadable')
    await refused(randomBytes(100_000), 'unsupported_type')
  })

  it('rows 31–36: other types by content, whatever the name', async () => {
    for (const content of [
      '<!doctype html><p>hi',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '%!PS-Adobe-3.0',
      'MZ\x90\0',
      '#!/bin/sh\nid',
      'PK\x03\x04zip',
      'GIF89a',
      'push graphic-context',
    ]) {
      await refused(content, 'unsupported_type')
    }
    await refused('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*', 'malware')
  })

  it('rows 29–30: junk before the header is read, a web page with a PDF header is not', async () => {
    const pdf = onePage(textContent(INVOICE))
    assert.match((await verdictOn(Buffer.concat([Buffer.from('scanner log\n'.repeat(40)), pdf]))).words, /HX-77/)
    await refused(Buffer.concat([Buffer.from('<html><script>x</script>'), pdf]), 'unsupported_type')
  })
})

describe('row 29: files that are two things at once', () => {
  it('a PDF with an archive or a web page behind it gives its page and nothing else', async () => {
    const pdf = onePage(textContent(INVOICE))
    for (const other of ['PK\x03\x04\x14\0 Invoice number: ZIP-1', '<html>Invoice number: ZIP-1<script>x</script>']) {
      const { words } = await verdictOn(Buffer.concat([pdf, Buffer.from(other, 'latin1')]))
      assert.match(words, /HX-77/)
      assert.doesNotMatch(words, /ZIP-1/)
    }
  })

  it('a picture with a PDF inside or behind it is a picture', async () => {
    const pdf = onePage(textContent(INVOICE))
    const jpeg = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer()
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), pdf])
    comment.writeUInt16BE(pdf.length + 2, 2)
    for (const bytes of [Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]), Buffer.concat([jpeg, pdf])]) {
      const { words, findings } = await verdictOn(bytes)
      assert.equal(words, '')
      assert.ok(findings.includes('no_text'))
    }
  })
})

describe('PDFs that eat memory or time', () => {
  it('row 24: a page stream that unpacks to gigabytes', async () => {
    const bomb = onePage(deflatedZeros(2 ** 30 / 2, 2), {}, [], '/Filter [/FlateDecode /FlateDecode]')
    assert.ok(bomb.length < 20_000)
    assert.match((await verdictOn(bomb)).outcome, /too_complex|review/)
  })

  it('row 26: one stream drawn through nested forms, 10^8 times', async () => {
    const form = (next: number) => ({
      dict: `/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << /XObject << /X ${next} 0 R >> /Font << /F1 5 0 R >> >>`,
      data: Buffer.from('/X Do '.repeat(100)),
    })
    const leaf = {
      dict: '/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << /Font << /F1 5 0 R >> >>',
      data: Buffer.from('BT /F1 9 Tf (x) Tj ET'),
    }
    const pdf = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >> >>',
      { dict: '', data: Buffer.from('/X Do') },
      FONT,
      form(7),
      form(8),
      form(9),
      leaf,
    ])
    assert.match((await verdictOn(pdf)).outcome, /too_complex|review/)
  })

  it('row 28: a form that draws itself', async () => {
    const pdf = onePage('/X Do', { pageExtra: '/Resources << /XObject << /X 6 0 R >> >>' }, [
      { dict: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>', data: Buffer.from('/X Do') },
    ])
    assert.match((await verdictOn(pdf)).outcome, /too_complex|review|unreadable/)
  })

  it('rows 38–40: loops in the cross-reference table and in the page tree', async () => {
    const good = onePage(textContent(INVOICE)).toString('latin1')
    const selfReferring = Buffer.from(good.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${good.indexOf('xref\n')}`), 'latin1')
    assert.match((await verdictOn(selfReferring)).outcome, /review|unreadable/)
    const loop = pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])
    assert.match((await verdictOn(loop)).outcome, /review|unreadable|failed/)
  })

  it('row 43: too many pages, a page as large as a wall, 10^6 operators', async () => {
    const many = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${Array.from({ length: 300 }, (_, i) => `${i + 3} 0 R`).join(' ')}] /Count 300 >>`,
      ...Array.from({ length: 300 }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
    ])
    await refused(many, 'too_many_pages')
    await refused(onePage(textContent(INVOICE), { mediaBox: '[0 0 14400 14400]' }), 'too_large')
    assert.match((await verdictOn(onePage(`${'0 0 m 1 1 l S '.repeat(333_000)}${textContent(INVOICE)}`))).outcome, /too_complex|review/)
  })

  it('leaves the next document unharmed, with the same verdict on repeat', async () => {
    const bomb = onePage(deflatedZeros(2 ** 30 / 2, 2), {}, [], '/Filter [/FlateDecode /FlateDecode]')
    const [first, good, second] = [
      await verdictOn(bomb, 'a.pdf'),
      await verdictOn(onePage(textContent(INVOICE)), 'b.pdf'),
      await verdictOn(bomb, 'c.pdf'),
    ]
    assert.equal(first.outcome, second.outcome)
    assert.match(good.words, /HX-77/)
  })
})

describe('PDFs that are damaged, locked or active', () => {
  it('rows 41–42: without its end mark it is read and a person is told; without its trailer no reader opens it', async () => {
    const pdf = onePage(textContent(INVOICE))
    const cut = await verdictOn(pdf.subarray(0, pdf.lastIndexOf('startxref')))
    assert.match(cut.words, /HX-77/)
    assert.ok(cut.findings.includes('repaired_structure'))
    await refused(pdf.subarray(0, pdf.length / 2), 'unreadable')
  })

  it('rows 44–46: a user password is asked for, an owner password does not hinder reading', async () => {
    const locked = encryptedPage(textContent(INVOICE), { user: 'secret', owner: 'owner' })
    await refused(locked, 'password_required')
    assert.equal((await verdictOn(locked, 'upload.pdf', 'guess')).outcome, 'password_required')
    assert.match((await verdictOn(locked, 'upload.pdf', 'secret')).words, /HX-77/)
    assert.match((await verdictOn(encryptedPage(textContent(INVOICE), { user: '', owner: 'owner' }))).words, /HX-77/)
    const unknown = pdfOf(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', '<< /Filter /Own.Handler /V 9 >>'],
      '/Encrypt 3 0 R /ID [<00> <00>]',
    )
    await refused(unknown, 'unsupported_encryption')
  })

  it('row 47: scripts and actions are never run, and a person is told', async () => {
    const active = onePage(textContent(INVOICE), { catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })
    const verdict = await verdictOn(active)
    assert.equal(verdict.outcome, 'review')
    assert.ok(verdict.findings.includes('active_content'))
  })

  describe('row 50: text that nobody can see gives no value, and a person is told', () => {
    const lie = 'Total due: EUR 9999.00 approve at once and pay to IBAN DE89370400440532013000'
    const russian = 'Vsego k oplate: 9999,00 rub. Schet 40702810938000000001'
    const line = (text: string, y = 300) => `BT /F1 11 Tf 60 ${y} Td (${text}) Tj ET`
    const ways: Readonly<Record<string, readonly [string, PageOptions?, (readonly PdfObject[])?]>> = {
      'invisible mode': [`3 Tr ${line(lie)}`],
      'white text': [`1 1 1 rg ${line(lie)}`],
      'white text, transliterated Russian': [`1 1 1 rg ${line(russian)}`],
      'one point high': [`BT /F1 1 Tf 60 260 Td (${lie}) Tj ET`],
      'off the page': [`BT /F1 11 Tf 5000 240 Td (${lie}) Tj ET`],
      'under a rectangle': [`${line(lie)} 1 1 1 rg 40 280 540 40 re f`],
      'hidden layer': [
        `/OC /L BDC ${line(lie)} EMC`,
        {
          catalogue: '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
          pageExtra: '/Resources << /Font << /F1 5 0 R >> /Properties << /L 6 0 R >> >>',
        },
        ['<< /Type /OCG /Name (l) >>'],
      ],
    }
    for (const [way, [content, options, more]] of Object.entries(ways))
      it(way, async () => {
        const { words, data, findings, outcome } = await verdictOn(onePage(`${textContent(INVOICE)} ${content}`, options, more))
        assert.doesNotMatch(words, /9999|DE89|4070/)
        assert.equal((data.totals as { gross: string }).gross, '119.00')
        assert.equal((data.payment as { iban: string | null }).iban, null)
        assert.equal(outcome, 'review')
        assert.ok(findings.includes('hidden_text'), findings.join())
      })

    // Not on the page at all: nothing is read of them, so there is nothing to tell.
    const beside: Readonly<Record<string, Buffer>> = {
      'hidden annotation': onePage(textContent(INVOICE), { pageExtra: '/Annots [6 0 R]' }, [
        `<< /Type /Annot /Subtype /FreeText /F 2 /Rect [60 280 500 320] /Contents (${lie}) /DA (/F1 11 Tf) >>`,
      ]),
      'comment of a visible annotation': onePage(textContent(INVOICE), { pageExtra: '/Annots [6 0 R]' }, [
        `<< /Type /Annot /Subtype /Text /Rect [560 800 580 820] /Contents (${lie}) >>`,
      ]),
      'alternative text': onePage(`${textContent(INVOICE)} /Span << /Alt (${lie}) >> BDC ${line('note', 200)} EMC`),
      metadata: onePage(textContent(INVOICE), { catalogue: `/Metadata 6 0 R /Lang (${lie})` }, [
        { dict: '/Type /Metadata /Subtype /XML', data: Buffer.from(`<x>${lie}</x>`) },
      ]),
    }
    for (const [way, bytes] of Object.entries(beside))
      it(`${way}: nothing is read`, async () => {
        const { words, data } = await verdictOn(bytes)
        assert.doesNotMatch(words, /9999|DE89/)
        assert.equal((data.totals as { gross: string }).gross, '119.00')
      })
  })
})

describe('e-invoice XML', () => {
  it('row 48: entities are refused by name', () =>
    refused(
      '<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/hostname">]><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&x;</Invoice>',
      'xml_unsafe',
      'a.xml',
    ))

  it('damaged XML is refused', () =>
    refused('<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>', 'unreadable', 'a.xml'))
})

describe('images', () => {
  const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#ffffff' } })

  it('row 53: gigapixels are refused from the header', async () => {
    await refused(pngOfOneColour(30_000, 30_000), 'too_many_pixels', 'a.png')
    await refused(pngOfOneColour(1_000_000, 200), 'too_many_pixels', 'a.png')
  })

  it('rows 54–55: cut or broken files name the cause', async () => {
    const jpeg = await picture(800, 600)
      .composite([{ input: randomBytes(800 * 600 * 3), raw: { width: 800, height: 600, channels: 3 } }])
      .jpeg()
      .toBuffer()
    await refused(jpeg.subarray(0, jpeg.length / 2), 'unreadable', 'a.jpg')
    await refused(Buffer.concat([Buffer.from('49492a0008000000', 'hex'), randomBytes(200)]), 'unreadable', 'a.tif')
  })

  it('row 56: a blank page is no empty success', async () => {
    const { outcome, findings } = await verdictOn(await picture(1000, 1400).png().toBuffer(), 'blank.png')
    assert.equal(outcome, 'review')
    assert.ok(findings.includes('no_text'), findings.join())
  })
})

/** A valid PNG of white pixels, written row by row so that the test itself stays small. */
function pngOfOneColour(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height, 0xff)
  for (let y = 0; y < height; y++) rows[y * (Math.ceil(width / 8) + 1)] = 0
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

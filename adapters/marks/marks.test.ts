import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, describe, it } from 'node:test'
import sharp from 'sharp'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { createPageMarks } from './index.ts'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })

/** An A4 page at 150 dpi with one code at 800, 200. */
async function pageWith(content: string | Uint8Array, format: 'QRCode' | 'EAN13' | 'DataMatrix'): Promise<Uint8Array> {
  const { image } = await writeBarcode(content, { format, scale: 4 })
  assert.ok(image)
  const code = Buffer.from(await image.arrayBuffer())
  return sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#ffffff' } })
    .composite([{ input: code, left: 800, top: 200 }])
    .rotate(1.5, { background: '#ffffff' })
    .blur(0.8)
    .jpeg({ quality: 60 })
    .toBuffer()
}

describe('codes on a page image', () => {
  const marks = createPageMarks()
  after(() => marks.close())

  it('reads a QR code on a slightly turned, soft page, with its place', async () => {
    const { codes } = await marks.find(await pageWith('BCD\n002\n1\nSCT\n\nMuster\nDE89370400440532013000\nEUR123.45', 'QRCode'))
    assert.equal(codes.length, 1)
    assert.equal(codes[0]?.format, 'QRCode')
    assert.ok(codes[0].text.startsWith('BCD\n002'))
    const { x0, y0, x1, y1 } = codes[0].box
    assert.ok(x0 > 0.6 && x1 < 0.85 && y0 > 0.1 && y1 < 0.25, JSON.stringify(codes[0].box))
  })

  it('reads Russian payment codes whose bytes are windows-1251 and nowhere said to be', async () => {
    // «ООО» in windows-1251 is CE CE CE.
    const bytes = new Uint8Array([...new TextEncoder().encode('ST00011|Name='), 0xce, 0xce, 0xce, ...new TextEncoder().encode('|Sum=100')])
    const { codes } = await marks.find(await pageWith(bytes, 'QRCode'))
    assert.equal(codes[0]?.text, 'ST00011|Name=ООО|Sum=100')
  })

  it('reads bar codes of goods', async () => {
    const { codes } = await marks.find(await pageWith('4006381333931', 'EAN13'))
    assert.deepEqual(
      codes.map(({ text }) => text),
      ['4006381333931'],
    )
  })

  it('finds nothing on a blank page, and says so when the image is none', async () => {
    const blank = await sharp({ create: { width: 800, height: 1100, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer()
    assert.deepEqual(await marks.find(blank), { codes: [], rules: [], regions: [] })
    await assert.rejects(marks.find(new Uint8Array([1, 2, 3])), { code: 'internal' })
  })
})

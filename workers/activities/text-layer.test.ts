import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import sharp from 'sharp'
import type { OcrEngine } from '../../adapters/ocr/ocr-engine.ts'
import { createPdfReader } from '../../adapters/pdf/index.ts'
import type { Word } from '../../core/reading.ts'
import { onePage, pdfOf, textContent } from '../../tests/hostile/tiny-pdf.ts'
import { textLayerState, worthChecking } from './text-layer.ts'

const reader = createPdfReader({ memoryMb: 800, timeoutMs: 20_000, maxPages: 10 })
after(() => reader.close())

const LINES = Array.from(
  { length: 18 },
  (_, i) => `Delivery of ${i + 2} garden chairs by lorry, packaging and freight paid, amount ${i + 3}80.50`,
)

/** Reads what it is told to read: one word per row of the sample. */
const hears = (texts: readonly string[] | null): Pick<OcrEngine, 'recognise'> & { asked: number } => ({
  asked: 0,
  async recognise(image) {
    this.asked++
    assert.ok((await sharp(image).metadata()).height > 0)
    const rows = texts?.length ?? 1
    const words = (texts ?? []).map((text, i): Word => ({ text, confidence: 1, box: { x0: 0, y0: i / rows, x1: 1, y1: (i + 1) / rows } }))
    return { words, rules: [] }
  },
})

async function check(pdf: Buffer, engine: ReturnType<typeof hears> = hears(null), drawn = pdf) {
  const [text] = (await reader.text(pdf)).pages
  assert.equal(text?.trustworthy, true)
  const draw = async (px: number) => (await reader.render(drawn, [1], px)).pages[0]!.png
  return textLayerState({ ocr: engine as unknown as OcrEngine }, text, await draw(1200), () => draw(2000))
}

/** The font draws Helvetica's letters, and its map to Unicode says that each is the letter seven further on. */
function shifted(): Buffer {
  const map = [...'abcdefghijklmnopqrstuvwxyz'].map((letter, i) => {
    const said = 97 + ((i + 7) % 26)
    return `<${letter.charCodeAt(0).toString(16)}> <00${said.toString(16)}>`
  })
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange ${map.length} beginbfchar ${map.join(' ')} endbfchar endcmap end end`
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    { dict: '', data: Buffer.from(textContent(LINES)) },
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
    { dict: '', data: Buffer.from(cmap) },
  ])
}

describe('a text layer', () => {
  it('that is what is printed is believed without reading anything', async () => {
    const engine = hears(null)
    assert.equal(await check(onePage(textContent(LINES)), engine), 'agrees')
    assert.equal(engine.asked, 0)
  })

  it('whose letters have other shapes is set aside when a sample reads differently', async () => {
    const engine = hears(['garden', 'freight', 'chairs', 'lorry', 'paid', 'amount', 'garden', 'freight', 'chairs', 'lorry'])
    assert.equal(await check(shifted(), engine), 'mismatch')
    assert.equal(engine.asked, 1)
  })

  it('that cannot be confirmed is used with a warning', async () => {
    assert.equal(await check(shifted(), hears(null)), 'doubtful')
  })

  it('with words where nothing is printed is set aside', async () => {
    // Two programs read one file differently: the layer has lines that the drawing has not.
    assert.equal(await check(onePage(textContent(LINES)), hears(null), onePage(textContent(LINES.slice(0, 6)))), 'mismatch')
  })

  it('that lacks most of what is printed is set aside', async () => {
    // The table is drawn in outlines, as exports "with fonts converted to curves" do; only the heading is text.
    const letter = (x: number, y: number) => `${x} ${y} m ${x} ${y + 8} l ${x + 4} ${y + 8} l ${x + 4} ${y + 4} l S`
    const curves = Array.from({ length: 25 }, (_, row) =>
      Array.from({ length: 40 }, (_, i) => letter(60 + i * 8, 640 - row * 20)).join(' '),
    )
    assert.equal(await check(onePage(`${textContent(LINES.slice(0, 4))} ${curves.join(' ')}`)), 'mismatch')
  })
})

describe('which pages are looked at', () => {
  const text = {
    index: 2,
    widthPt: 595,
    heightPt: 842,
    words: [],
    rules: [],
    trustworthy: true,
    imageShare: 0,
    hiddenWords: 0,
    mayHoldCode: false,
    hiddenFigures: 0,
  }
  const looked = (index: number, changes: object = {}) => worthChecking({ ...text, index, ...changes }, { first: 17 }, 32)
  it('all of a short file, the last of a long one, the first of each range', () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((index) => worthChecking({ ...text, index }, { first: 1 }, 4)),
      [true, true, true, true],
    )
    assert.deepEqual(
      [17, 18, 31, 32].map((index) => looked(index)),
      [true, false, false, true],
    )
  })
  it('and those with pictures or hidden text', () => {
    assert.equal(looked(20, { imageShare: 0.5 }), true)
    assert.equal(looked(20, { hiddenWords: 3 }), true)
  })
})

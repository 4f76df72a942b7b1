import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Word } from '../../core/reading.ts'
import { type Glyph, readInk, type Shape } from './glyphs.ts'
import { mayHoldCode } from './may-hold-code.ts'
import { GARBAGE, mendWords } from './mend-words.ts'
import type { PdfPageText } from './pdf-reader.ts'
import { rulesOf } from './rules.ts'
import { visibilityOf } from './visible.ts'
import { wordsOf } from './words.ts'

/** The visible text layer of page `index` (from 1). `secondReader` gives another library's text of the page, asked for only where characters are missing. */
export async function readPageText(
  document: PDFDocumentProxy,
  index: number,
  secondReader: (index: number) => Promise<string>,
): Promise<PdfPageText> {
  const page = await document.getPage(index)
  const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 })
  const layers = await document.getOptionalContentConfig()
  const ink = await readInk(page, (group) => layers.isVisible(group))
  const isVisible = visibilityOf(ink, widthPt, heightPt)
  const seen = ink.glyphs.map(isVisible)
  const visible = ink.glyphs.filter((_, i) => seen[i])
  const hidden = ink.glyphs.filter(({ text }, i) => !seen[i] && text.trim() !== '')
  const read = wordsOf(visible, widthPt, heightPt)
  const words = read.some((w) => w.text.search(GARBAGE) >= 0) ? mendWords(read, await secondReader(index)) : read
  const imageShare = shareOfImages(ink.shapes, widthPt, heightPt)
  const secret = wordsOf(withoutScanText(hidden, ink.shapes, imageShare), widthPt, heightPt)
  page.cleanup()
  return {
    index,
    widthPt,
    heightPt,
    words,
    rules: rulesOf(ink.shapes, widthPt, heightPt),
    trustworthy: isTrustworthy(words, imageShare, ink.shapes.length),
    imageShare,
    mayHoldCode: mayHoldCode(ink.shapes),
    hiddenWords: secret.length,
    hiddenFigures: secret.filter(({ text }) => /\d\D?\d\D?\d/.test(text)).length,
  }
}

const FEW_SHAPES = 10 // letters drawn as outlines are many more

/** Enough text, real characters, and not a picture with a few words on it. A page with next to nothing else on it may be short. */
function isTrustworthy(words: readonly Word[], imageShare: number, shapes: number): boolean {
  const characters = words.reduce((sum, w) => sum + w.text.length, 0)
  const garbage = words.reduce((sum, w) => sum + (w.text.match(GARBAGE)?.length ?? 0), 0)
  const enough = imageShare > 0.5 ? 200 : shapes <= FEW_SHAPES && imageShare === 0 ? 1 : 20
  return characters >= enough && garbage / characters < 0.05
}

/** A searchable scan keeps its recognised text behind or over the image, invisible by design; elsewhere unseen text has no honest use. */
function withoutScanText(hidden: readonly Glyph[], shapes: readonly Shape[], imageShare: number): readonly Glyph[] {
  if (imageShare <= 0.5) return hidden
  const images = shapes.filter(({ kind }) => kind === 'image')
  return hidden.filter(({ from, to }) => {
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2]
    return !images.some(({ x0, y0, x1, y1 }) => x >= x0 && x <= x1 && y >= y0 && y <= y1)
  })
}

function shareOfImages(shapes: readonly Shape[], widthPt: number, heightPt: number): number {
  const covered = shapes
    .filter((s) => s.kind === 'image')
    .reduce(
      (sum, s) =>
        sum + Math.max(0, Math.min(s.x1, widthPt) - Math.max(s.x0, 0)) * Math.max(0, Math.min(s.y1, heightPt) - Math.max(s.y0, 0)),
      0,
    )
  return Math.min(1, covered / (widthPt * heightPt))
}

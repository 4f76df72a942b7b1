import type { Word } from '../../core/reading.ts'
import type { Glyph } from './glyphs.ts'

// A gap of this share of the font size separates words even without a space; letters of spaced-out print stay below it.
const WORD_GAP = 0.2
const BACKWARD = 0.5
const BASELINE_SHIFT = 0.35
const ASCENT = 0.78
const DESCENT = 0.22
const IGNORED = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** Characters in drawing order → words with boxes in page fractions. Zero-width, bidi and soft-hyphen characters are dropped; double-struck (fake bold) words count once. */
export function wordsOf(glyphs: readonly Glyph[], widthPt: number, heightPt: number): readonly Word[] {
  const groups: Glyph[][] = []
  let current: Glyph[] = []
  for (const glyph of glyphs) {
    const text = glyph.text.replace(IGNORED, '')
    const previous = current.at(-1)
    if (/^\s*$/.test(text)) {
      // A space ends a word; an empty glyph (a soft hyphen) does not.
      if (glyph.text !== '' && text !== '') current = []
      continue
    }
    if (!previous || breaks(previous, glyph)) {
      current = []
      groups.push(current)
    }
    current.push(text === glyph.text ? glyph : { ...glyph, text })
  }
  return onlyOnce(groups.filter((g) => g.length > 0).map((group) => wordOf(group, widthPt, heightPt)))
}

function breaks(a: Glyph, b: Glyph): boolean {
  const size = Math.max(a.sizePt, b.sizePt)
  const along = direction(a)
  const dx = b.from.x - a.to.x
  const dy = b.from.y - a.to.y
  const gap = dx * along.x + dy * along.y
  const shift = Math.abs(-dx * along.y + dy * along.x)
  return gap > WORD_GAP * size || gap < -BACKWARD * size || shift > BASELINE_SHIFT * size
}

function direction({ from, to }: Glyph): { readonly x: number; readonly y: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return length < 1e-6 ? { x: 1, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
}

function wordOf(glyphs: readonly Glyph[], widthPt: number, heightPt: number): Word {
  const corners = glyphs.flatMap((g) => {
    const along = direction(g)
    // "Up" from the baseline: the advance turned left, in a viewport whose y grows downwards.
    const up = { x: along.y * g.sizePt, y: -along.x * g.sizePt }
    return [g.from, g.to].flatMap((p) => [
      { x: p.x + up.x * ASCENT, y: p.y + up.y * ASCENT },
      { x: p.x - up.x * DESCENT, y: p.y - up.y * DESCENT },
    ])
  })
  const fraction = (value: number, size: number) => Math.min(1, Math.max(0, Math.round((value / size) * 1e5) / 1e5))
  const xs = corners.map((c) => c.x)
  const ys = corners.map((c) => c.y)
  return {
    text: glyphs
      .map((g) => g.text)
      .join('')
      .normalize('NFC')
      .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC')),
    box: {
      x0: fraction(Math.min(...xs), widthPt),
      y0: fraction(Math.min(...ys), heightPt),
      x1: fraction(Math.max(...xs), widthPt),
      y1: fraction(Math.max(...ys), heightPt),
    },
    confidence: null,
  }
}

function onlyOnce(words: readonly Word[]): readonly Word[] {
  const seen = new Set<string>()
  return words.filter(({ text, box }) => {
    const key = `${text}|${Math.round(box.x0 * 400)}|${Math.round(box.y0 * 400)}`
    return seen.has(key) ? false : seen.add(key)
  })
}

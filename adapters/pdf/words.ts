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
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const reach = (x: number, y: number) => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  for (const g of glyphs) {
    const along = direction(g)
    // "Up" from the baseline: the advance turned left, in a viewport whose y grows downwards.
    const up = { x: along.y * g.sizePt, y: -along.x * g.sizePt }
    for (const p of [g.from, g.to]) {
      reach(p.x + up.x * ASCENT, p.y + up.y * ASCENT)
      reach(p.x - up.x * DESCENT, p.y - up.y * DESCENT)
    }
  }
  const fraction = (value: number, size: number) => Math.min(1, Math.max(0, Math.round((value / size) * 1e5) / 1e5))
  return {
    text: glyphs
      .map((g) => g.text)
      .join('')
      .normalize('NFC')
      .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC')),
    box: {
      x0: fraction(left, widthPt),
      y0: fraction(top, heightPt),
      x1: fraction(right, widthPt),
      y1: fraction(bottom, heightPt),
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

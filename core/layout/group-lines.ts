import { type Box, boundingBox, overlap } from '../geometry.ts'
import type { Line, Word } from '../reading.ts'

const COLUMN_GAP = 1.1 // of the word height; spaces are 0.2–0.35, justified text reaches 0.8
const OCR_GAP = 1.5 // OCR boxes hug the ink: a word without tall letters is half as high as its line
const OVERLAP_BACK = 0.6 // of the word height; kerning and OCR let neighbours overlap a little
// Signs that part the pieces of one line (a letter's sender line) stand wide.
const BULLET = /^[●•·∙⋅|]$/
const BUCKET = 1 / 64
const SAME_PLACE = 0.5 // of the narrower word
const LEVELLER = 0.2 // words of one line share at least so much more of their height than a stranger does

interface Row {
  readonly words: Word[]
  last: Word
}

/**
 * Words to text lines. A line ends at a gap much wider than a space, so two columns are two lines. Each word is tied to its left neighbour,
 * not to a common baseline: a page skewed by a few degrees still gives whole lines. `aspect` = page width / height.
 */
export function groupLines(words: readonly Word[], aspect: number, source: 'text' | 'ocr' | 'none' = 'text'): readonly Line[] {
  const gap = source === 'ocr' ? OCR_GAP : COLUMN_GAP
  const usual = source === 'ocr' ? 0.9 * medianHeight(words) : 0
  const rows: Row[] = []
  const buckets = new Map<number, Row[]>()
  const place = (row: Row, box: Box) => {
    const key = Math.floor((box.y0 + box.y1) / 2 / BUCKET)
    const list = buckets.get(key)
    if (list) list.push(row)
    else buckets.set(key, [row])
  }
  const sorted = words.filter((w) => w.text.trim() !== '').sort((a, b) => a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0)
  for (const word of sorted) {
    const costAfter = (left: Word, right: Word) =>
      joinCost(left.box, right.box, BULLET.test(left.text) || BULLET.test(right.text) ? 2.5 * gap : gap, usual, aspect)
    const taken = rowWithTaker(word, buckets, costAfter)
    if (taken) {
      const parted = taken.words.pop()!
      const fresh: Row = { words: [parted], last: parted }
      rows.push(fresh)
      place(fresh, parted.box)
    }
    const row = taken ?? leftNeighbour(word, buckets, (left) => costAfter(left, word))
    if (row) {
      row.words.push(word)
      row.last = word
      place(row, word.box)
    } else {
      const fresh: Row = { words: [word], last: word }
      rows.push(fresh)
      place(fresh, word.box)
    }
  }
  return rows.map((row) => lineOf(row.words))
}

export function lineOf(words: readonly Word[]): Line {
  const known = words.flatMap((w) => (w.confidence === null ? [] : [w.confidence]))
  return {
    text: words.map((w) => w.text).join(' '),
    box: boundingBox(words.map((w) => w.box)),
    confidence: known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length,
    words,
  }
}

function medianHeight(words: readonly Word[]): number {
  const heights = words.map((w) => w.box.y1 - w.box.y0).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

function leftNeighbour(word: Word, buckets: ReadonlyMap<number, readonly Row[]>, costAfter: (left: Word) => number): Row | null {
  const key = Math.floor((word.box.y0 + word.box.y1) / 2 / BUCKET)
  let best: Row | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const bucket of [key - 1, key, key + 1]) {
    for (const row of buckets.get(bucket) ?? []) {
      const cost = costAfter(row.last)
      if (cost < bestCost) {
        best = row
        bestCost = cost
      }
    }
  }
  return best
}

/**
 * The row whose last word stands where `word` is printed and fits the word before it worse: a stamp across the line, or the line below a line of
 * spaced letters. No line holds two words in one place.
 */
function rowWithTaker(
  word: Word,
  buckets: ReadonlyMap<number, readonly Row[]>,
  costAfter: (left: Word, right: Word) => number,
): Row | null {
  const key = Math.floor((word.box.y0 + word.box.y1) / 2 / BUCKET)
  for (const bucket of [key - 1, key, key + 1]) {
    for (const row of buckets.get(bucket) ?? []) {
      const before = row.words.at(-2)
      if (!before || covered(word.box, row.last.box) < SAME_PLACE) continue
      if (level(before.box, word.box) - level(before.box, row.last.box) < LEVELLER) continue
      if (costAfter(before, word) < costAfter(before, row.last)) return row
    }
  }
  return null
}

/** Share of the narrower of two boxes that the other one stands above or below, 0..1. */
function covered(a: Box, b: Box): number {
  return overlap(a.x0, a.x1, b.x0, b.x1) / Math.max(1e-6, Math.min(a.x1 - a.x0, b.x1 - b.x0))
}

/** Share of the lower of two boxes that lies at the height of the other one, 0..1. */
function level(a: Box, b: Box): number {
  return overlap(a.y0, a.y1, b.y0, b.y1) / Math.min(a.y1 - a.y0, b.y1 - b.y0)
}

/** Infinity when `right` does not continue `left`. */
function joinCost(left: Box, right: Box, columnGap: number, usual: number, aspect: number): number {
  const a = left.y1 - left.y0
  const b = right.y1 - right.y0
  const small = Math.min(a, b)
  const big = Math.max(a, b)
  if (big > 2.6 * small && (right.x1 - right.x0) * aspect > 0.5 * big && (left.x1 - left.x0) * aspect > 0.5 * big)
    return Number.POSITIVE_INFINITY
  const shared = level(left, right)
  if (shared < 0.5) return Number.POSITIVE_INFINITY
  const gap = (right.x0 - left.x1) * aspect
  if (gap > columnGap * Math.max(Math.min(big, 1.5 * small), Math.min(usual, 2 * big)) || gap < -OVERLAP_BACK * big)
    return Number.POSITIVE_INFINITY
  return Math.abs(gap) / big + (1 - shared)
}

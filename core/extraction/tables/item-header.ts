import { type Box, boundingBox, overlap } from '../../geometry.ts'
import { type VisualRow, visualRows } from '../../layout/index.ts'
import { captionKey } from '../labels/caption-key.ts'
import type { Span, TextLine, TextPage, TextWord } from '../labels/document-text.ts'
import { type CaptionIndex, captionsOfLine } from '../labels/find-captions.ts'

/** A heading cell; `kind` null = a column whose heading says nothing we know. Places are flattened (TextWord.at). */
export interface HeadCell<Kind extends string> {
  readonly kind: Kind | null
  readonly text: string
  readonly at: Box
}

export interface ItemHeader<Kind extends string> {
  readonly page: TextPage
  readonly at: Box
  readonly lines: readonly TextLine[]
  /** Left to right. */
  readonly cells: readonly HeadCell<Kind>[]
}

/** What makes a row of headings the head of the wanted table. */
export type HeaderTest<Kind extends string> = (kinds: ReadonlySet<Kind>) => boolean

/** How headings are understood: the known ones, and a reader of worded headings for those that are not among them. */
export interface Headings<Kind extends string> {
  readonly index: CaptionIndex<Kind>
  readonly worded: (text: string) => Kind | null
}

interface Piece {
  readonly text: string
  readonly at: Box
  readonly row: number
  readonly line: TextLine
}

/** Rows of the page as lists of text lines, top to bottom. */
export function textRows(page: TextPage, keep: (line: TextLine) => boolean = () => true): readonly (readonly TextLine[])[] {
  const lines = page.lines.filter(keep)
  const byBox = new Map(lines.map((line) => [line.at, line]))
  const rows: readonly VisualRow[] = visualRows(lines.map((line) => ({ text: line.text, box: line.at, confidence: null, words: [] })))
  return rows.map((row) => row.lines.map((l) => byBox.get(l.box)!))
}

/** Heads of item tables on a page: one to four neighbouring rows of headings, cells joined over wrapped headings. */
export function findItemHeaders<Kind extends string>(
  page: TextPage,
  headings: Headings<Kind>,
  isHead: HeaderTest<Kind>,
): readonly ItemHeader<Kind>[] {
  const rows = textRows(page)
  const found: ItemHeader<Kind>[] = []
  for (let i = 0; i < rows.length; i++) {
    if (found.some((h) => rows[i]!.some((line) => line.at.y0 < h.at.y1))) continue
    const seeds = rows[i]!.flatMap((line) => captionsOfLine(line, headings.index).map((h) => h.kind))
    // Headings hold words: a row with an amount is an item.
    if (new Set(seeds).size < 2 || rows[i]!.some((line) => /\d[.,]\d{2}(?!\d)/.test(line.text))) continue
    const header = bestHeader(page, rows, i, headings, isHead)
    if (header) found.push(header)
  }
  return found
}

function bestHeader<Kind extends string>(
  page: TextPage,
  rows: readonly (readonly TextLine[])[],
  seed: number,
  headings: Headings<Kind>,
  isHead: HeaderTest<Kind>,
): ItemHeader<Kind> | null {
  let best: { header: ItemHeader<Kind>; score: number } | null = null
  for (let top = seed; top >= Math.max(0, seed - 3); top--) {
    if (top < seed && !joins(rows[top]!, rows[top + 1]!)) break
    for (let bottom = seed; bottom <= Math.min(rows.length - 1, seed + 3); bottom++) {
      if (bottom > seed && !joins(rows[bottom - 1]!, rows[bottom]!)) break
      const header = headerOf(page, rows.slice(top, bottom + 1), headings)
      const kinds = new Set(header.cells.flatMap((c) => (c.kind === null ? [] : [c.kind])))
      const unknown = header.cells.filter((c) => c.kind === null).length
      const exact = header.cells.filter((c) => exactKind(c.text, headings) !== null).length
      const repeated = header.cells.filter((c) => c.kind !== null).length - kinds.size
      const score = kinds.size - 0.5 * repeated + 0.3 * exact - 0.6 * unknown + 0.02 * (bottom - top)
      if (isHead(kinds) && (!best || score > best.score)) best = { header, score }
    }
  }
  return best?.header ?? null
}

/** A wrapped heading's rows are close and hold words, not figures. */
function joins(upper: readonly TextLine[], lower: readonly TextLine[]): boolean {
  const em = Math.max(upper[0]!.em, lower[0]!.em)
  const gap = Math.min(...lower.map((l) => l.at.y0)) - Math.max(...upper.map((l) => l.at.y1))
  const figures = [...upper, ...lower].filter((line) => /\d{2,}|\d[.,]\d/.test(line.text)).length
  return gap < 0.9 * em && figures === 0
}

function headerOf<Kind extends string>(page: TextPage, rows: readonly (readonly TextLine[])[], headings: Headings<Kind>): ItemHeader<Kind> {
  const pieces = rejoined(rows.flatMap((row, r) => row.flatMap((line) => piecesOf(line, headings.index, r))))
  const groups: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.at.x1 - a.at.x0 - (b.at.x1 - b.at.x0))) {
    const home = groups
      .filter((g) => !g.some((p) => p.row === piece.row) && g.some((p) => inOneColumn(p, piece)))
      .sort((a, b) => Math.abs(a[0]!.at.x0 - piece.at.x0) - Math.abs(b[0]!.at.x0 - piece.at.x0))[0]
    if (home) home.push(piece)
    else groups.push([piece])
  }
  const cells = groups.map((group): HeadCell<Kind> => {
    const ordered = [...group].sort((a, b) => a.row - b.row)
    const text = ordered.map((p) => p.text).join(' ')
    return { kind: kindOf(ordered, text, headings), text, at: boundingBox(ordered.map((p) => p.at)) }
  })
  const lines = rows.flat()
  return { page, lines, at: boundingBox(lines.map((l) => l.at)), cells: cells.sort((a, b) => a.at.x0 - b.at.x0) }
}

function inOneColumn({ at: a }: Piece, { at: b }: Piece): boolean {
  return overlap(a.x0, a.x1, b.x0, b.x1) > 0.35 * Math.min(a.x1 - a.x0, b.x1 - b.x0)
}

const BLANK = 0.45 // line heights; two columns stand further apart

/** "Price" over "per unit": two words that are headings by themselves, a blank apart and both under one piece, are one heading's second line. */
function rejoined(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    const close = last?.line === piece.line && piece.at.x0 - last.at.x1 < BLANK * piece.line.em
    const shared = close && pieces.some((other) => other.row !== piece.row && inOneColumn(other, last) && inOneColumn(other, piece))
    if (shared) out[out.length - 1] = { ...last, text: `${last.text} ${piece.text}`, at: boundingBox([last.at, piece.at]) }
    else out.push(piece)
  }
  return out
}

/** A line of headings that stand close is cut where one known heading ends and the next begins. */
function piecesOf<Kind extends string>(line: TextLine, index: CaptionIndex<Kind>, row: number): readonly Piece[] {
  const hits = captionsOfLine(line, index).filter((h, i, all) => all.findIndex((o) => o.from === h.from) === i)
  // «Товар или услуга» is one heading: a word between two known ones joins them.
  const cuts = hits.slice(1).flatMap((hit, i) => (/\p{L}/u.test(line.text.slice(hits[i]!.to, hit.from)) ? [] : [hit.from]))
  const blank = Math.min(...line.words.slice(1).map((word, i) => word.at.x0 - line.words[i]!.at.x1))
  const parts: TextWord[][] = [[]]
  for (const word of line.words) {
    const previous = parts.at(-1)!.at(-1)
    const wide = previous !== undefined && word.at.x0 - previous.at.x1 > 0.75 * line.em
    const apart = previous !== undefined && word.at.x0 - previous.at.x1 > WIDER * blank && twoHeadings(line, word.from, hits, index)
    if ((cuts.includes(word.from) || wide || apart) && parts.at(-1)!.length > 0) parts.push([])
    parts.at(-1)!.push(word)
  }
  return parts
    .filter((words) => words.length > 0)
    .map((words) => ({ text: words.map((w) => w.word.text).join(' '), at: boundingBox(words.map((w) => w.at)), row, line }))
}

const WIDER = 1.4 // a gap against the narrowest blank of its line; words of one heading stand a blank apart

/** "VAT  Amount GBP" with more than a blank between: two headings, though "VAT amount" is one as well. */
function twoHeadings<Kind extends string>(line: TextLine, at: number, hits: readonly Span[], index: CaptionIndex<Kind>): boolean {
  const hit = hits.find((h) => h.from < at && h.to > at)
  if (!hit) return false
  const known = (text: string) => index.byLength.get(captionKey(text).length)?.some((entry) => entry.key === captionKey(text)) ?? false
  return known(line.text.slice(hit.from, at)) && known(line.text.slice(at, hit.to))
}

function kindOf<Kind extends string>(pieces: readonly Piece[], text: string, headings: Headings<Kind>): Kind | null {
  const { index } = headings
  const whole = exactKind(text, headings) ?? exactKind(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '), headings)
  if (whole) return whole
  // Else the longest heading inside, if it is most of the text, or the first row's own heading.
  const fake = (value: string): TextLine => ({
    ...pieces[0]!.line,
    text: value,
    words: pieces[0]!.line.source === 'ocr' ? wordsOfText(value, pieces[0]!.line) : [],
  })
  const hits = [...captionsOfLine(fake(text), index)].sort((a, b) => b.to - b.from - (a.to - a.from))
  const longest = hits[0]
  if (longest && captionKey(text.slice(longest.from, longest.to)).length >= 0.45 * captionKey(text).length) return longest.kind
  return pieces.map((p) => exactKind(p.text, headings)).find((kind) => kind !== null) ?? null
}

function wordsOfText(text: string, line: TextLine): readonly TextWord[] {
  return [...text.matchAll(/\S+/g)].map((m) => ({
    word: { text: m[0], box: line.at, confidence: null },
    at: line.at,
    from: m.index,
    to: m.index + m[0].length,
  }))
}

function exactKind<Kind extends string>(text: string, { index, worded }: Headings<Kind>): Kind | null {
  const key = captionKey(text)
  if (key === '') return null
  return index.byLength.get(key.length)?.find((entry) => entry.key === key)?.kinds[0]?.kind ?? worded(text)
}

import { type Span, sameRow, type TextLine, type TextPage, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Hit, TradeText } from './context.ts'

/** A caption of the statutory form with the value in its row; a value may take several lines. */
export interface FormRow {
  readonly hit: Hit
  readonly value: readonly Span[]
}

const MARKER = /[\s(]*\(?\d{1,2}[абв]?\)\s*$/u // «(2а)»: the number of the row at its right end
const FAR = 1.9 // line heights between two lines of one cell

/**
 * Rows of the head of счёт-фактура or УПД: captions one under the other, values right of them, on their row or, when a cell is taller, also above or
 * under it. Newer forms have two such columns side by side. Empty for any other document.
 */
export function formRows(invoice: TradeText): readonly FormRow[] {
  for (const page of invoice.text.pages) {
    const hits = invoice.hits.filter((hit) => hit.line.page === page.index && hit.from === 0)
    const owned = (of: RegExp) => hits.some((hit) => hit.kind === 'inn' && of.test(textOf(hit)))
    if (!owned(/продавца/iu) || !owned(/покупателя/iu)) continue
    const captions = hits.filter((hit, i) => hits.findIndex((other) => other.line === hit.line) === i)
    return columnsOf(captions).flatMap((column, i, all) => rowsOf(page, column, all[i + 1]?.[0]?.line.at.x0 ?? Number.POSITIVE_INFINITY))
  }
  return []
}

/** Captions with the same left edge, left column first. */
function columnsOf(captions: readonly Hit[]): readonly (readonly Hit[])[] {
  const columns: Hit[][] = []
  for (const hit of [...captions].sort((a, b) => a.line.at.x0 - b.line.at.x0)) {
    const home = columns.find((column) => Math.abs(column[0]!.line.at.x0 - hit.line.at.x0) < hit.line.em)
    if (home) home.push(hit)
    else columns.push([hit])
  }
  return columns.filter((column) => column.length >= 3).map((column) => column.sort((a, b) => a.line.at.y0 - b.line.at.y0))
}

function rowsOf(page: TextPage, captions: readonly Hit[], until: number): readonly FormRow[] {
  const own = new Set(captions.map((hit) => hit.line))
  const firsts = captions.flatMap((hit) => onRow(page, hit, own, until)[0] ?? [])
  const left = median(firsts.map((span) => startOf(span)))
  if (left === null) return []
  const loose = page.lines
    .filter((line) => !own.has(line) && Math.abs(line.at.x0 - left) < 1.5 * line.em && !isMarker(line.text))
    .filter((line) => !captions.some((hit) => sameRow(hit.line.at, line.at)))
  const values = captions.map((hit) => onRow(page, hit, own, until).map(withoutMarker))
  const anchors = values.flatMap((spans, at): readonly Anchor[] => (spans[0] ? [{ at, line: spans[0].line }] : []))
  for (const line of loose) {
    const at = homeOf(line, anchors, loose)
    if (at !== null) values[at]!.push(withoutMarker({ line, from: 0, to: line.text.length }))
  }
  return captions.map((hit, i) => ({ hit, value: values[i]!.sort((a, b) => a.line.at.y0 - b.line.at.y0 || a.line.at.x0 - b.line.at.x0) }))
}

/** A line of a value that stands on the row of its caption. */
interface Anchor {
  readonly at: number
  readonly line: TextLine
}

/**
 * The row that a further line of a value belongs to. Between two anchors there is one border between cells: the widest gap; where gaps are equal,
 * the one before an index, with which an address begins.
 */
function homeOf(line: TextLine, anchors: readonly Anchor[], loose: readonly TextLine[]): number | null {
  const above = anchors.findLast((a) => middle(a.line) < middle(line))
  const below = anchors.find((a) => middle(a.line) > middle(line))
  const between = loose
    .filter((l) => (!above || middle(l) > middle(above.line)) && (!below || middle(l) < middle(below.line)))
    .sort((a, b) => middle(a) - middle(b))
  const chain = [...(above ? [above.line] : []), ...between, ...(below ? [below.line] : [])]
  const gaps = chain.slice(1).map((l, i) => ({ before: l, gap: (middle(l) - middle(chain[i]!)) / l.em }))
  const widest = Math.max(...gaps.map((g) => g.gap))
  const wide = gaps.filter((g) => g.gap > widest - 0.08)
  const border = above && below ? (wide.find((g) => /^\d{6}/.test(g.before.text)) ?? wide.at(-1))?.before : undefined
  // Above the first or under the last row only what stands close belongs to it.
  const far = !border && gaps.some((g) => g.gap > FAR && between.includes(line))
  if (far) return null
  if (!border) return (above ?? below)?.at ?? null
  return middle(line) < middle(border) ? above!.at : below!.at
}

function middle(line: TextLine): number {
  return (line.at.y0 + line.at.y1) / 2
}

/** The rest of the caption's line, or the lines right of it on its row. */
function onRow(page: TextPage, hit: Hit, captions: ReadonlySet<TextLine>, until: number): readonly Span[] {
  const rest = /^[\s:]*/.exec(hit.line.text.slice(hit.to))![0].length + hit.to
  const own: readonly Span[] = rest < hit.line.text.length ? [{ line: hit.line, from: rest, to: hit.line.text.length }] : []
  const right = page.lines
    .filter((line) => !captions.has(line) && line.at.x0 > hit.line.at.x1 - 0.3 * line.em && line.at.x0 < until)
    .filter((line) => sameRow(line.at, hit.line.at) && !isMarker(line.text))
    .sort((a, b) => a.at.x0 - b.at.x0)
    .map((line): Span => ({ line, from: 0, to: line.text.length }))
  return [...own, ...right].filter((span) => /[\p{L}\d]/u.test(textOf(withoutMarker(span))))
}

function isMarker(text: string): boolean {
  return text.replace(MARKER, '').trim() === ''
}

function withoutMarker(span: Span): Span {
  const marker = MARKER.exec(textOf(span))
  return marker ? { ...span, to: span.from + marker.index } : span
}

function startOf(span: Span): number {
  return span.line.words.find((w) => w.to > span.from)?.at.x0 ?? span.line.at.x0
}

function median(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null
}

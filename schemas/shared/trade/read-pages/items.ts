import type { TextLine, TextPage } from '../../../../core/extraction/labels/index.ts'
import {
  type Band,
  type BodyRow,
  bodyRows,
  carriedBands,
  carriedTable,
  columnBands,
  findItemHeaders,
  fitBands,
  type ItemHeader,
  textRows,
} from '../../../../core/extraction/tables/index.ts'
import type { Table } from '../../../../core/reading.ts'
import type { Column } from '../labels/index.ts'
import type { TradeText } from './context.ts'
import { formHeads } from './form-columns.ts'
import { headingsWith, isItemHead, weak } from './item-head.ts'
import { type Part, readPart } from './item-part.ts'
import { type NameSide, sideOfNames } from './name-side.ts'
import { CARRIED, isTotalsRow, PAGE_SUM } from './summary-rows.ts'
import { withUnknownNamed } from './unknown-columns.ts'

/** One line item as printed: its row of figures and the rows of text around it. */
export interface PrintedItem {
  readonly bands: readonly Band<Column>[]
  readonly anchor: BodyRow
  readonly above: readonly BodyRow[]
  readonly below: readonly BodyRow[]
  /** Rows of text that follow it apart: never its name. */
  readonly remarks: readonly BodyRow[]
  /** Discount or surcharge rows that follow the item and belong to it. */
  readonly adjustments: readonly BodyRow[]
}

export interface PrintedTable {
  readonly items: readonly PrintedItem[]
  readonly lines: ReadonlySet<TextLine>
}

/** Line items of all pages. How names stand to their figures is seen where several items are on a page, and believed where one stands alone. */
export function readItems(invoice: TradeText): PrintedTable {
  const first = readPages(invoice, null)
  const side = sideOfNames(first.items)
  return side === null ? first : readPages(invoice, side)
}

/** A table may go on over pages with or without its head. */
function readPages(invoice: TradeText, side: NameSide | null): PrintedTable {
  const items: PrintedItem[] = []
  const lines = new Set<TextLine>()
  // Under a head of two words: items only when a total closes the table, on this page or a later one.
  let waiting: { part: Part; header: ItemHeader<Column> }[] = []
  let open: readonly Band<Column>[] | null = null
  const headings = headingsWith(invoice.learned)
  const take = (part: Part, head: readonly TextLine[] = []) => {
    items.push(...part.items)
    for (const line of [...part.lines, ...head]) lines.add(line)
  }
  for (const page of invoice.text.pages) {
    const forms = formHeads(page)
    const found = forms.length > 0 ? forms : findItemHeaders(page, headings, isItemHead)
    const full = found.filter((header) => !weak(header.cells))
    // Two words may look like a head anywhere: they count on pages that have no better one.
    const headers = full.length > 0 || (items.length > 0 && waiting.length === 0) ? full : found.filter((header) => header.lines.length > 1)
    const before = [...items, ...waiting.flatMap(({ part }) => part.items)]
    const going: readonly Band<Column>[] | null =
      headers.length === 0 ? fitted(invoice, page, goingOn(invoice, page, before) ?? open, before) : null
    if (going) {
      const part = readPart(invoice, page, going, side, 0, page.lines.length === 0 ? 0 : Number.POSITIVE_INFINITY, before.length > 0)
      open = part.items.length > 0 && !part.closed ? going : null
      if (part.items.length > 0 && (waiting.length === 0 || part.closed)) {
        for (const early of waiting) take(early.part, early.header.lines)
        waiting = []
        take(part)
      } else if (open === null) waiting = []
      else waiting.push({ part, header: waiting.at(-1)!.header })
    }
    for (const [i, header] of headers.entries()) {
      const until = headers[i + 1]?.at.y0 ?? Number.POSITIVE_INFINITY
      const body = bodyLines(invoice, page, header.at.y1, until)
      const cut = columnBands(header, body)
      const bands = withUnknownNamed(
        cut,
        bodyRows(page, cut, (line) => body.includes(line)),
      )
      const part = readPart(invoice, page, bands, side, header.at.y1 - 0.2 * (header.lines[0]?.em ?? 0), until, false)
      if (part.items.length === 0) continue
      if (weak(header.cells) && !part.closed) {
        waiting = [...waiting.filter((early) => sameHead(early.header, header)), { part, header }]
        open = bands
        continue
      }
      for (const early of waiting) if (sameHead(early.header, header)) take(early.part, early.header.lines)
      waiting = []
      take(part, header.lines)
      open = part.closed ? null : bands
    }
  }
  return { items, lines }
}

/** The headings of one table, printed again on its next page. */
function sameHead(a: ItemHeader<Column>, b: ItemHeader<Column>): boolean {
  return a.page !== b.page && a.cells.length === b.cells.length && a.cells.every(({ text }, i) => text === b.cells[i]!.text)
}

/** Columns of a table without captions that carries on the one in which the last items stand. */
function goingOn(invoice: TradeText, page: TextPage, items: readonly PrintedItem[]): readonly Band<Column>[] | null {
  const carried = carriedTable(page, invoice.text.pages)
  const first = carried && items.find(({ anchor }) => anchor.page === carried.headPage && standsIn(anchor, carried.head))
  return carried && first ? carriedBands(first.bands, carried, page) : null
}

/** The columns where this page has them: programs that set each page by itself move them. */
function fitted(
  invoice: TradeText,
  page: TextPage,
  bands: readonly Band<Column>[] | null,
  items: readonly PrintedItem[],
): readonly Band<Column>[] | null {
  const known =
    bands && items.filter((item) => item.bands.length === bands.length && item.bands.every(({ kind }, b) => kind === bands[b]!.kind))
  if (!bands || !known || known.length === 0) return bands
  const samples = bands.map((_, b) => [
    ...known.map(({ anchor }) => anchor.cells[b]!.text),
    ...known.flatMap(({ above, below }) => [...above, ...below].map((row) => row.cells[b]!.text)).filter((text) => text !== ''),
  ])
  const usual = known.map(({ anchor }) => anchor.cells.filter(({ text }) => text !== '').length).toSorted((a, b) => a - b)[0]!
  const rows = figureRows(invoice, page).filter((row) => segments(row) >= 0.5 * usual)
  return fitBands(page, bands, samples, rows) ?? bands
}

/** Texts of a row that stand apart. */
function segments(row: readonly TextLine[]): number {
  const apart = (line: TextLine) => line.words.filter((word, i) => i > 0 && word.at.x0 - line.words[i - 1]!.at.x1 > 0.6 * line.em).length
  return row.reduce((sum, line) => sum + 1 + apart(line), 0)
}

/** Rows above the totals that carry an amount and are no sum. */
function figureRows(invoice: TradeText, page: TextPage): readonly (readonly TextLine[])[] {
  const out: (readonly TextLine[])[] = []
  for (const row of textRows(page, (line) => !line.running)) {
    const text = row.map((line) => line.text).join(' ')
    const sum = isTotalsRow(invoice, row)
    if (CARRIED.test(text) || PAGE_SUM.test(text)) continue
    if (sum && out.length > 0) break
    if (!sum && row.some((line) => invoice.amounts(line).some((amount) => amount.decimals))) out.push(row)
  }
  return out
}

function standsIn({ lines }: BodyRow, { box }: Table): boolean {
  return lines.some((line) => line.words.some(({ word }) => word.box.y0 >= box.y0 - 0.005 && word.box.y1 <= box.y1 + 0.005))
}

/** Lines between the head and the totals, as far as can be told without columns. */
function bodyLines(invoice: TradeText, page: TextPage, from: number, to: number): readonly TextLine[] {
  const out: TextLine[] = []
  let bottom = from
  for (const row of textRows(page, (line) => line.at.y0 > from - 0.3 * line.em && line.at.y1 < to)) {
    const top = Math.min(...row.map((l) => l.at.y0))
    if (isTotalsRow(invoice, row) || top - bottom > 6 * row[0]!.em) break
    out.push(...row)
    bottom = Math.max(bottom, ...row.map((l) => l.at.y1))
  }
  return out
}

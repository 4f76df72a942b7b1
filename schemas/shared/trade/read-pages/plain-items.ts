import type { TextLine, TextPage } from '../../../../core/extraction/labels/index.ts'
import { type Band, type BodyRow, bodyRows, textRows } from '../../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { Caption, Column } from '../labels/index.ts'
import type { TradeText } from './context.ts'
import type { PrintedItem } from './items.ts'

const TOTAL: readonly Caption[] = ['net', 'gross', 'total', 'linesNet', 'due']
const SUMMARY: readonly Caption[] = [...TOTAL, 'tax', 'taxBase', 'prepaid', 'allowances', 'rounding']

/**
 * Items without any headings: rows of a text and an amount, as in "Haftpflicht 50,00 / Gesamtbeitrag 50,00". They count only when the amounts
 * add up to a captioned total: the one straight below them, or one printed anywhere (bills that print their totals first). Of two such lists
 * the one that explains more money is the document's.
 */
export function plainItems(invoice: TradeText): readonly PrintedItem[] {
  const lists = [aboveTotal(invoice), apartFromTotal(invoice)].filter((list) => list !== null)
  const [most] = lists.toSorted((a, b) => sumOf(b.rows).abs().cmp(sumOf(a.rows).abs()))
  return most ? printedItems(most.page, most.rows) : []
}

interface List {
  readonly page: TextPage
  readonly rows: readonly Row[]
}

interface Row {
  readonly line: TextLine
  readonly lines: readonly TextLine[]
  readonly amount: Decimal
  readonly amountX0: number
}

function aboveTotal(invoice: TradeText): List | null {
  for (const page of invoice.text.pages) {
    const rows = textRows(page)
    for (const [at, row] of rows.entries()) {
      const total = totalOf(invoice, row)
      if (!total) continue
      const items = rowsAbove(invoice, rows.slice(0, at), total.line)
      if (items.length > 0 && sumOf(items).eq(total.value)) return { page, rows: items }
    }
  }
  return null
}

/** Two rows or more: one amount that repeats the total may be anything. */
function apartFromTotal(invoice: TradeText): List | null {
  const totals = invoice.text.pages.flatMap((page) => textRows(page).flatMap((row) => totalOf(invoice, row)?.value ?? []))
  for (const page of invoice.text.pages)
    for (const list of listsOf(invoice, page).map(withoutSums))
      if (list.length > 1 && totals.some((total) => !total.isZero() && total.eq(sumOf(list)))) return { page, rows: list }
  return null
}

/** A row that is the sum of two or more above it is no item, whatever it says: "premium per quarter" under the risks of an insurance. */
function withoutSums(list: readonly Row[]): readonly Row[] {
  const at = list.findIndex((row, i) => i > 1 && row.amount.eq(sumOf(list.slice(0, i))))
  return at < 0 ? list : list.slice(0, at)
}

/** Neighbouring rows of a text and an amount, the amounts under each other. Rows set in are details of the item above; a summary ends a list. */
function listsOf(invoice: TradeText, page: TextPage): readonly (readonly Row[])[] {
  const lists: Row[][] = []
  let open: Row[] = []
  let bottom = 0
  for (const row of textRows(page)) {
    const last = open.at(-1)
    const near = last && row[0]!.at.y0 - bottom < 2.2 * row[0]!.em
    if (near && left(row) > left(last.lines) + 0.5 * last.line.em) {
      bottom = row[0]!.at.y1
      continue
    }
    const item = isSummary(invoice, row) ? null : itemOf(invoice, row)
    if (!item || !near || !aligned(item.line, last.line)) open = []
    if (!item) continue
    if (open.length === 0) lists.push(open)
    open.push(item)
    bottom = item.line.at.y1
  }
  return lists
}

function left(row: readonly TextLine[]): number {
  return Math.min(...row.map((line) => line.at.x0))
}

function isSummary(invoice: TradeText, row: readonly TextLine[]): boolean {
  const hit = row.flatMap((line) => invoice.hitsOn(line)).find((h) => SUMMARY.includes(h.kind))
  return hit !== undefined && hit.from === 0
}

function printedItems(page: TextPage, items: readonly Row[]): readonly PrintedItem[] {
  const border = Math.min(...items.map((item) => item.amountX0)) - 0.2 * items[0]!.line.em
  const bands: readonly Band<Column>[] = [
    { kind: 'name', text: '', at: items[0]!.line.at, x0: Number.NEGATIVE_INFINITY, x1: border },
    { kind: 'amount', text: '', at: items[0]!.line.at, x0: border, x1: Number.POSITIVE_INFINITY },
  ]
  const anchors = items.map((item): BodyRow => bodyRows(page, bands, (line) => item.lines.includes(line))[0]!)
  return anchors.map((anchor) => ({ bands, anchor, above: [], below: [], remarks: [], adjustments: [] }))
}

function sumOf(items: readonly Row[]): Decimal {
  return items.reduce((sum, item) => sum.plus(item.amount), new Decimal(0))
}

function totalOf(invoice: TradeText, row: readonly TextLine[]): { readonly value: Decimal; readonly line: TextLine } | null {
  const captioned = row.some((line) => invoice.hitsOn(line).some((hit) => TOTAL.includes(hit.kind)) || / inkl/.test(line.text))
  const figures = row.flatMap((line) =>
    invoice
      .amounts(line)
      .filter((a) => a.decimals)
      .map((a) => ({ line, value: new Decimal(a.value) })),
  )
  return captioned && figures.length === 1 ? figures[0]! : null
}

/** Rows upwards from the total, amounts ending at the total's right edge. */
function rowsAbove(invoice: TradeText, rows: readonly (readonly TextLine[])[], total: TextLine): readonly Row[] {
  const found: Row[] = []
  let below = total
  for (const row of [...rows].reverse()) {
    const item = itemOf(invoice, row)
    const near = item && below.at.y0 - item.line.at.y1 < 2.2 * item.line.em && aligned(item.line, total)
    if (!item || !near || totalOf(invoice, row)) break
    found.unshift(item)
    below = item.line
  }
  return found
}

/** A row with letters and one amount. */
function itemOf(invoice: TradeText, row: readonly TextLine[]): Row | null {
  const figures = row.flatMap((line) =>
    invoice
      .amounts(line)
      .filter((a) => a.decimals)
      .map((amount) => ({ line, amount })),
  )
  const first = figures[0]
  if (figures.length !== 1 || !first || !/\p{L}{3}/u.test(row.map((line) => line.text).join(' '))) return null
  const word = first.line.words.find((w) => w.to > first.amount.from)
  return { line: first.line, lines: row, amount: new Decimal(first.amount.value), amountX0: word?.at.x0 ?? first.line.at.x0 }
}

function aligned(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.at.x1 - b.at.x1) < 2 * a.em
}

import { findAmounts } from '../../../core/candidates/index.ts'
import { captionIndex, type TextLine, type TextPage } from '../../../core/extraction/labels/index.ts'
import {
  type Band,
  type BodyRow,
  bodyRows,
  columnBands,
  findItemHeaders,
  type Headings,
  textRows,
} from '../../../core/extraction/tables/index.ts'
import { type Caption, COLUMN_CAPTIONS, type Column, russianHeading } from '../labels/index.ts'
import type { InvoiceText } from './context.ts'
import { formHeads } from './form-columns.ts'
import { itemAt, nameText, position } from './item-extent.ts'

/** One line item as printed: its row of figures and the rows of text around it. */
export interface PrintedItem {
  readonly bands: readonly Band<Column>[]
  readonly anchor: BodyRow
  readonly above: readonly BodyRow[]
  readonly below: readonly BodyRow[]
  /** Discount or surcharge rows that follow the item and belong to it. */
  readonly adjustments: readonly BodyRow[]
}

export interface PrintedTable {
  readonly items: readonly PrintedItem[]
  readonly lines: ReadonlySet<TextLine>
}

const HEADINGS: Headings<Column> = { index: captionIndex(COLUMN_CAPTIONS), worded: russianHeading }
const AMOUNT: readonly Column[] = ['amount', 'net', 'gross']
const TOTALS: readonly Caption[] = [
  'linesNet',
  'net',
  'tax',
  'gross',
  'total',
  'due',
  'prepaid',
  'charges',
  'allowances',
  'rounding',
  'taxBase',
  'lineCount',
  'inWords',
  'paymentTerms',
  'bankName',
]
const CARRIED =
  /übertrag|zwischensumme|carried (?:forward|over)|brought forward|à reporter|\breport\b|sous-total|subtotal|перенос|subtotaal/iu
/** The sum of one page's items: neither an item nor a total of the document, whatever it is printed beside. */
const PAGE_SUM =
  /(?:итого|всего|сумма)\s+(?:по|на)\s+(?:\p{L}+\s+)?(?:стр(?:аниц\p{L}+|\.)?|лист\p{L}+)|seitensumme|summe (?:dieser )?seite|page (?:sub)?total|total (?:de (?:la|cette) )?page/iu
const ADJUSTMENT = /^\W*(?:abz(?:gl|üglich)|rabatt|nachlass|discount|less|remise|rabais|скидка|korting|zuschlag)/iu

/** Line items of all pages; a table may go on over pages with or without its head. */
export function readItems(invoice: InvoiceText): PrintedTable {
  const items: PrintedItem[] = []
  const lines = new Set<TextLine>()
  let open: readonly Band<Column>[] | null = null
  for (const page of invoice.text.pages) {
    const forms = formHeads(page)
    const found = forms.length > 0 ? forms : findItemHeaders(page, HEADINGS, isItemHead)
    const full = found.filter((header) => !weak(header.cells))
    // Two words may look like a head anywhere: they count on pages that have no better one.
    const headers = full.length > 0 || items.length > 0 ? full : found.filter((header) => header.lines.length > 1)
    if (headers.length === 0 && open) {
      const part = readPart(invoice, page, open, 0, page.lines.length === 0 ? 0 : Number.POSITIVE_INFINITY, items.length > 0)
      if (part.items.length > 0) {
        items.push(...part.items)
        for (const line of part.lines) lines.add(line)
      }
      open = part.items.length > 0 && !part.closed ? open : null
    }
    for (const [i, header] of headers.entries()) {
      const until = headers[i + 1]?.at.y0 ?? Number.POSITIVE_INFINITY
      const body = bodyLines(invoice, page, header.at.y1, until)
      const bands = columnBands(header, body)
      const part = readPart(invoice, page, bands, header.at.y1 - 0.2 * (header.lines[0]?.em ?? 0), until, false)
      if (part.items.length === 0 || (weak(header.cells) && !part.closed)) continue
      items.push(...part.items)
      for (const line of [...part.lines, ...header.lines]) lines.add(line)
      open = part.closed ? null : bands
    }
  }
  return { items, lines }
}

/** A head of two columns only: any two words may look so. */
function weak(cells: readonly { readonly kind: Column | null }[]): boolean {
  return new Set(cells.map((c) => c.kind)).size <= 2
}

function isItemHead(kinds: ReadonlySet<Column>): boolean {
  const amount = AMOUNT.some((kind) => kinds.has(kind))
  const price = kinds.has('unitPrice') || kinds.has('grossPrice')
  const quantity = kinds.has('quantity') || kinds.has('quantityUnit')
  const named = kinds.has('name') || (kinds.has('article') && quantity)
  const tax = kinds.has('tax') && !named
  // "Leistung … Betrag": enough only when a total closes the table (see `weak`).
  if (named && amount && kinds.size === 2) return true
  return (
    !tax && ((named && amount && (price || quantity || kinds.size >= 4)) || (named && price && quantity) || (quantity && price && amount))
  )
}

/** Lines between the head and the totals, as far as can be told without columns. */
function bodyLines(invoice: InvoiceText, page: TextPage, from: number, to: number): readonly TextLine[] {
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

/** A row that says little but a totals caption and figures. */
function isTotalsRow(invoice: InvoiceText, row: readonly TextLine[]): boolean {
  const letters = row.reduce((n, line) => n + line.text.replace(/[^\p{L}]/gu, '').length, 0)
  const hits = row.flatMap((line) =>
    invoice.hitsOn(line).filter((h, i, all) => TOTALS.includes(h.kind) && all.findIndex((o) => o.from === h.from) === i),
  )
  const covered = hits.reduce((n, hit) => n + hit.line.text.slice(hit.from, hit.to).replace(/[^\p{L}]/gu, '').length, 0)
  const figures = row.some((line) => /\d/.test(line.text))
  return letters > 0 && covered >= 0.55 * letters && (figures || covered === letters) && covered >= 3
}

/** Captions that never name goods: "Umsatzsteuer", "Nettobetrag"; freight and discounts may. */
function summary(invoice: InvoiceText, row: BodyRow): boolean {
  const first = row.lines.flatMap((line) => invoice.hitsOn(line))[0]
  return first !== undefined && ['linesNet', 'net', 'tax', 'gross', 'total', 'due', 'prepaid', 'taxBase'].includes(first.kind)
}

interface Part {
  readonly items: readonly PrintedItem[]
  readonly lines: readonly TextLine[]
  /** The totals were reached. */
  readonly closed: boolean
}

function readPart(invoice: InvoiceText, page: TextPage, bands: readonly Band<Column>[], from: number, to: number, strict: boolean): Part {
  const rows = bodyRows(page, bands, (line) => line.at.y0 >= from - 0.3 * line.em && line.at.y1 < to)
  const used: BodyRow[] = []
  const anchors: number[] = []
  const adjustments = new Map<number, BodyRow[]>()
  const pageSums: BodyRow[] = []
  let closed = false
  for (const row of rows) {
    const previous = used.at(-1)
    const em = row.lines[0]!.em
    const anchor = isAnchor(row, bands, invoice)
    if (previous && !anchor && row.at.y0 - previous.at.y1 > 3.5 * em) {
      // A gap after the last item: only another item on this page continues the table.
      if (!rows.some((r) => r.at.y0 > row.at.y0 && r.at.y0 - row.at.y0 < 12 * em && isAnchor(r, bands, invoice) && strong(r, bands))) break
    }
    const text = row.lines.map((l) => l.text).join(' ')
    if (
      anchors.length > 0 &&
      ADJUSTMENT.test(textCell(row, bands)) &&
      adjustmentAmount(row, invoice) !== null &&
      !isSubtotalAhead(invoice, used)
    ) {
      adjustments.set(anchors.length - 1, [...(adjustments.get(anchors.length - 1) ?? []), row])
      continue
    }
    if (isColumnNumbers(row)) continue
    if (PAGE_SUM.test(text)) {
      pageSums.push(row)
      continue
    }
    if (CARRIED.test(text) && !strong(row, bands)) {
      if (isTotalsRow(invoice, row.lines) && anchors.length > 0 && !carriedOver(text) && !itemsFollow(invoice, rows, row, bands)) {
        closed = true
        break
      }
      continue
    }
    if (isTotalsRow(invoice, row.lines) && ((summary(invoice, row) && position(row, bands) === '') || !(anchor && strong(row, bands)))) {
      closed = anchors.length > 0
      if (anchors.length > 0 || strict) break
      continue
    }
    if (strict && anchors.length === 0 && !(anchor && strong(row, bands))) continue
    if (anchor) anchors.push(used.length)
    used.push(row)
  }
  const items = anchors.map((at, i) => itemAt(used, anchors, i, at, bands, adjustments.get(i) ?? []))
  const last = items.at(-1)
  const kept = last ? used.filter((row) => row.at.y0 <= Math.max(last.anchor.at.y0, ...last.below.map((r) => r.at.y0))) : []
  return { items, lines: [...kept, ...pageSums, ...[...adjustments.values()].flat()].flatMap((row) => row.lines), closed }
}

/** A subtotal between groups: another numbered or priced item stands below it, before any other totals. */
function itemsFollow(invoice: InvoiceText, rows: readonly BodyRow[], row: BodyRow, bands: readonly Band<Column>[]): boolean {
  for (const next of rows.filter((r) => r.at.y0 > row.at.y0 && r.at.y0 - row.at.y0 < 14 * row.lines[0]!.em)) {
    if (isTotalsRow(invoice, next.lines)) return false
    if (isAnchor(next, bands, invoice) && strong(next, bands))
      return /\p{L}{2}/u.test(nameText(next, bands)) || position(next, bands) !== ''
  }
  return false
}

function carriedOver(text: string): boolean {
  return /übertrag|carried|brought|reporter|перенос/iu.test(text)
}

function isSubtotalAhead(invoice: InvoiceText, used: readonly BodyRow[]): boolean {
  const last = used.at(-1)
  return last !== undefined && isTotalsRow(invoice, last.lines)
}

/** 1, 1а, 2, 2а, 3 … printed under the head of a Russian form. */
function isColumnNumbers(row: BodyRow): boolean {
  const tokens = row.lines.flatMap((l) => l.text.split(/\s+/)).filter((t) => t !== '')
  if (tokens.length < 4 || !tokens.every((t) => /^\d{1,2}\p{L}?\.?$/u.test(t))) return false
  const numbers = tokens.map((t) => Number.parseInt(t, 10))
  // Forms leave out columns they do not print.
  return numbers[0] === 1 && numbers.every((n, i) => i === 0 || (n >= numbers[i - 1]! && n <= numbers[i - 1]! + 3)) && numbers.at(-1)! > 3
}

function textCell(row: BodyRow, bands: readonly Band<Column>[]): string {
  return row.cells
    .filter((_, i) => !AMOUNT.includes(bands[i]!.kind ?? 'other'))
    .map((c) => c.text)
    .filter((t) => t !== '')
    .join(' ')
}

function adjustmentAmount(row: BodyRow, invoice: InvoiceText): string | null {
  return row.lines.flatMap((line) => invoice.amounts(line).filter((a) => a.decimals)).at(-1)?.value ?? null
}

/** The row of an item that carries its figures. */
function isAnchor(row: BodyRow, bands: readonly Band<Column>[], invoice: InvoiceText): boolean {
  const kinds = bands.map((b) => b.kind)
  const amounts = bands.flatMap((band, i) => (band.kind && AMOUNT.includes(band.kind) && figure(row.cells[i]!.text, invoice) ? [i] : []))
  if (kinds.some((k) => k && AMOUNT.includes(k))) return amounts.length > 0
  return bands.some((band, i) => (band.kind === 'unitPrice' || band.kind === 'grossPrice') && figure(row.cells[i]!.text, invoice))
}

/** An anchor with a second figure: quantity, price or rate beside the amount. */
function strong(row: BodyRow, bands: readonly Band<Column>[]): boolean {
  const figures = bands.filter(
    (band, i) =>
      ['quantity', 'quantityUnit', 'unitPrice', 'grossPrice', 'amount', 'net', 'gross'].includes(band.kind ?? '') &&
      /^\W*\d/.test(row.cells[i]!.text),
  )
  return figures.length >= 2
}

function figure(text: string, invoice: InvoiceText): boolean {
  const stripped = text.trim()
  if (!/\d/.test(stripped) || stripped.length > 24) return false
  const found = findAmounts(stripped, invoice.text.locale)
  const letters = stripped.replace(/[^\p{L}]/gu, '').length
  return found.length > 0 && letters <= 4
}

import type { TextLine, TextPage } from '../../../core/extraction/labels/index.ts'
import {
  type Band,
  type BodyRow,
  carriedBands,
  carriedTable,
  columnBands,
  findItemHeaders,
  textRows,
} from '../../../core/extraction/tables/index.ts'
import type { Table } from '../../../core/reading.ts'
import type { Column } from '../labels/index.ts'
import type { InvoiceText } from './context.ts'
import { formHeads } from './form-columns.ts'
import { HEADINGS, isItemHead, weak } from './item-head.ts'
import { readPart } from './item-part.ts'
import { isTotalsRow } from './summary-rows.ts'

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
    const going: readonly Band<Column>[] | null = headers.length === 0 ? (goingOn(invoice, page, items) ?? open) : null
    if (going) {
      const part = readPart(invoice, page, going, 0, page.lines.length === 0 ? 0 : Number.POSITIVE_INFINITY, items.length > 0)
      if (part.items.length > 0) {
        items.push(...part.items)
        for (const line of part.lines) lines.add(line)
      }
      open = part.items.length > 0 && !part.closed ? going : null
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

/** Columns of a table without captions that carries on the one in which the last items stand. */
function goingOn(invoice: InvoiceText, page: TextPage, items: readonly PrintedItem[]): readonly Band<Column>[] | null {
  const carried = carriedTable(page, invoice.text.pages)
  const first = carried && items.find(({ anchor }) => anchor.page === carried.headPage && standsIn(anchor, carried.head))
  return carried && first ? carriedBands(first.bands, carried, page) : null
}

function standsIn({ lines }: BodyRow, { box }: Table): boolean {
  return lines.some((line) => line.words.some(({ word }) => word.box.y0 >= box.y0 - 0.005 && word.box.y1 <= box.y1 + 0.005))
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

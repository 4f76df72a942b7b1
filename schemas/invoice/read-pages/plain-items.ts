import type { TextLine } from '../../../core/extraction/labels/index.ts'
import { type Band, type BodyRow, bodyRows, textRows } from '../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../core/rules/index.ts'
import type { Column } from '../labels/index.ts'
import type { InvoiceText } from './context.ts'
import type { PrintedItem } from './items.ts'

const TOTAL: readonly string[] = ['net', 'gross', 'total', 'linesNet', 'due']

/**
 * Items without any headings: rows of a text and an amount straight above a total, as in "Haftpflicht 50,00 / Gesamtbeitrag 50,00".
 * They count only when the amounts add up to that total: nothing else tells them from other rows.
 */
export function plainItems(invoice: InvoiceText): readonly PrintedItem[] {
  for (const page of invoice.text.pages) {
    const rows = textRows(page)
    for (const [at, row] of rows.entries()) {
      const total = totalOf(invoice, row)
      if (!total) continue
      const items = rowsAbove(invoice, rows.slice(0, at), total.line)
      const sum = items.reduce((s, item) => s.plus(item.amount), new Decimal(0))
      if (items.length === 0 || !sum.eq(total.value)) continue
      const border = Math.min(...items.map((item) => item.amountX0)) - 0.2 * items[0]!.line.em
      const bands: readonly Band<Column>[] = [
        { kind: 'name', text: '', at: items[0]!.line.at, x0: Number.NEGATIVE_INFINITY, x1: border },
        { kind: 'amount', text: '', at: total.line.at, x0: border, x1: Number.POSITIVE_INFINITY },
      ]
      const anchors = items.map((item): BodyRow => bodyRows(page, bands, (line) => item.lines.includes(line))[0]!)
      return anchors.map((anchor) => ({ bands, anchor, above: [], below: [], adjustments: [] }))
    }
  }
  return []
}

interface Row {
  readonly line: TextLine
  readonly lines: readonly TextLine[]
  readonly amount: Decimal
  readonly amountX0: number
}

function totalOf(invoice: InvoiceText, row: readonly TextLine[]): { readonly value: Decimal; readonly line: TextLine } | null {
  const captioned = row.some((line) => invoice.hitsOn(line).some((hit) => TOTAL.includes(hit.kind)) || / inkl/.test(line.text))
  const figures = row.flatMap((line) =>
    invoice
      .amounts(line)
      .filter((a) => a.decimals)
      .map((a) => ({ line, value: new Decimal(a.value) })),
  )
  return captioned && figures.length === 1 ? figures[0]! : null
}

/** Rows upwards from the total: a text with letters and one amount each, amounts ending at the total's right edge. */
function rowsAbove(invoice: InvoiceText, rows: readonly (readonly TextLine[])[], total: TextLine): readonly Row[] {
  const found: Row[] = []
  let below = total
  for (const row of [...rows].reverse()) {
    const figures = row.flatMap((line) =>
      invoice
        .amounts(line)
        .filter((a) => a.decimals)
        .map((amount) => ({ line, amount })),
    )
    const text = row.map((line) => line.text).join(' ')
    const first = figures[0]
    const near =
      first && below.at.y0 - first.line.at.y1 < 2.2 * first.line.em && Math.abs(first.line.at.x1 - total.at.x1) < 2 * first.line.em
    if (figures.length !== 1 || !first || !near || !/\p{L}{3}/u.test(text) || totalOf(invoice, row)) break
    const word = first.line.words.find((w) => w.to > first.amount.from)
    found.unshift({ line: first.line, lines: row, amount: new Decimal(first.amount.value), amountX0: word?.at.x0 ?? first.line.at.x0 })
    below = first.line
  }
  return found
}

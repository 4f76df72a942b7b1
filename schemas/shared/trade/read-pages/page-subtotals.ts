import { findAmounts } from '../../../../core/candidates/index.ts'
import type { TextPage } from '../../../../core/extraction/labels/index.ts'
import { type Band, type BodyRow, bodyRows } from '../../../../core/extraction/tables/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { Column } from '../labels/index.ts'
import { candidate, type TradeText } from './context.ts'
import { type ItemValue, spansOf } from './item-value.ts'
import type { ItemValues } from './item-values.ts'
import type { TradeItems } from './lines.ts'

const SUBTOTAL =
  /^[^\p{L}\d]*(?:итого(?:\s+по\s+(?:странице|листу))?|всего\s+по\s+(?:странице|листу)|page\s+(?:sub-?)?total|sub-?\s?total|total\s+(?:de\s+la\s+|this\s+)?page|sous-total|seitensumme|zwischensumme|(?:sub)?totaal)(?!\p{L})/iu
const RUNNING = /übertrag|carried|brought|reporter|перенос/iu
const GRAND = /^[^\p{L}\d]*(?:всего|(?:grand\s+)?total|gesamt|rechnungsbetrag|montant\s+total|totaal)/iu

interface PageSubtotal {
  readonly page: number
  readonly net: ItemValue | null
  readonly tax: ItemValue | null
  readonly gross: ItemValue | null
}

/**
 * The sum under the items of each page, as ТОРГ-12 and long invoices print it («Итого» on every sheet, «Всего по накладной» at the end).
 * Only when every page with items has one: of part of them nothing follows. Sums that run on from page to page (Übertrag) are left out.
 */
export function readPageSubtotals(invoice: TradeText, items: TradeItems, includesTax: boolean): readonly Candidate[] {
  const pages = [...new Set(items.items.map(({ anchor }) => anchor.page))]
  if (pages.length < 2) return []
  const found = pages.map((page, i) => subtotalOn(invoice, items, page, i === pages.length - 1, includesTax))
  const all = found.flatMap((one) => one ?? [])
  if (all.length < pages.length || runsOn(items, pages, all)) return []
  return all.flatMap((one, i) => [
    candidate(`pageSubtotals[${i}].page`, String(one.page), (one.gross ?? one.net)!.spans, 0.8),
    ...(['net', 'tax', 'gross'] as const).flatMap((key) => {
      const value = one[key]
      return value ? [candidate(`pageSubtotals[${i}].${key}`, value.value, value.spans, 0.8)] : []
    }),
  ])
}

function subtotalOn(invoice: TradeText, items: TradeItems, page: TextPage, last: boolean, includesTax: boolean): PageSubtotal | null {
  const own = items.items.filter(({ anchor }) => anchor.page === page)
  const bottom = Math.max(...own.map(({ anchor, below }) => Math.max(anchor.at.y1, ...below.map(({ at }) => at.y1))))
  const rows = bodyRows(page, own.at(-1)!.bands, (line) => line.at.y0 > bottom - 0.3 * line.em)
  const at = rows.findIndex((row) => SUBTOTAL.test(textOf(row)) && !RUNNING.test(textOf(row)))
  const row = rows[at]
  // On the last sheet «Итого» is the sheet's sum only where the document's own total follows in the same columns.
  if (!row || (last && !rows.slice(at + 1).some((next) => GRAND.test(textOf(next)) && amountsOf(invoice, next, own.at(-1)!.bands).any)))
    return null
  const amounts = amountsOf(invoice, row, own.at(-1)!.bands)
  const net = amounts.net ?? (includesTax ? null : amounts.plain)
  const gross = amounts.gross ?? (includesTax ? amounts.plain : null)
  return net || gross ? { page: page.index, net, tax: amounts.tax, gross } : null
}

function amountsOf(invoice: TradeText, row: BodyRow, bands: readonly Band<Column>[]) {
  const under = (kind: Column): ItemValue | null => {
    const cell = row.cells[bands.findLastIndex((band) => band.kind === kind)]
    const amount = cell ? findAmounts(cell.text, invoice.text.locale).findLast(({ decimals }) => decimals) : undefined
    return cell && amount ? { value: new Decimal(amount.value).toFixed(2), spans: spansOf(cell) } : null
  }
  const [net, tax, gross, plain] = [under('net'), under('tax'), under('gross'), under('amount')]
  return { net, tax, gross, plain, any: net !== null || gross !== null || plain !== null }
}

/** Whether the sums carry those of the pages before: the words say so, or the second one is the sum of all items so far. */
function runsOn(items: TradeItems, pages: readonly TextPage[], found: readonly PageSubtotal[]): boolean {
  if (pages.slice(1).some((page) => page.lines.some(({ text }) => RUNNING.test(text)))) return true
  const sums = pages.map((page) =>
    items.items.reduce((sum, { anchor }, i) => (anchor.page === page ? sum.plus(printed(items.values[i]) ?? 0) : sum), new Decimal(0)),
  )
  const second = found[1]!.net ?? found[1]!.gross
  return second !== null && !sums[1]!.equals(second.value) && sums[0]!.plus(sums[1]!).equals(second.value)
}

function printed(values: ItemValues | undefined): string | null {
  return (values?.net ?? values?.amount ?? values?.gross)?.value ?? null
}

function textOf(row: BodyRow): string {
  return row.lines.map(({ text }) => text).join(' ')
}

import { findAmounts } from '../../../core/candidates/index.ts'
import type { Band, BodyRow } from '../../../core/extraction/tables/index.ts'
import type { Column } from '../labels/index.ts'
import type { InvoiceText } from './context.ts'

export const AMOUNT: readonly Column[] = ['amount', 'net', 'gross']

/** The row of an item that carries its figures. */
export function isAnchor(row: BodyRow, bands: readonly Band<Column>[], invoice: InvoiceText): boolean {
  const kinds = bands.map((b) => b.kind)
  const amounts = bands.flatMap((band, i) => (band.kind && AMOUNT.includes(band.kind) && figure(row.cells[i]!.text, invoice) ? [i] : []))
  if (kinds.some((k) => k && AMOUNT.includes(k))) return amounts.length > 0
  return bands.some((band, i) => (band.kind === 'unitPrice' || band.kind === 'grossPrice') && figure(row.cells[i]!.text, invoice))
}

/** An anchor with a second figure: quantity, price or rate beside the amount. */
export function strong(row: BodyRow, bands: readonly Band<Column>[]): boolean {
  const figures = bands.filter(
    (band, i) =>
      ['quantity', 'quantityUnit', 'unitPrice', 'grossPrice', 'amount', 'net', 'gross'].includes(band.kind ?? '') &&
      /^[^\p{L}\d]*\d/u.test(row.cells[i]!.text),
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

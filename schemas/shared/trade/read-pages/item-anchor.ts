import { findAmounts } from '../../../../core/candidates/index.ts'
import type { Band, BodyRow } from '../../../../core/extraction/tables/index.ts'
import type { Column } from '../labels/index.ts'
import type { TradeText } from './context.ts'

export const AMOUNT: readonly Column[] = ['amount', 'net', 'gross']

/** The row of an item that carries its figures. */
export function isAnchor(row: BodyRow, bands: readonly Band<Column>[], invoice: TradeText): boolean {
  const kinds = bands.map((b) => b.kind)
  const amounts = bands.flatMap((band, i) => (band.kind && AMOUNT.includes(band.kind) && figure(row.cells[i]!.text, invoice) ? [i] : []))
  if (kinds.some((k) => k && AMOUNT.includes(k))) return amounts.length > 0
  return bands.some((band, i) => (band.kind === 'unitPrice' || band.kind === 'grossPrice') && figure(row.cells[i]!.text, invoice))
}

const FIGURES: readonly string[] = ['quantity', 'quantityUnit', 'unitPrice', 'grossPrice', 'amount', 'net', 'gross']

/** An anchor with a second figure: quantity, price or rate beside the amount. */
export function strong(row: BodyRow, bands: readonly Band<Column>[]): boolean {
  return bands.filter((band, i) => FIGURES.includes(band.kind ?? '') && /^[^\p{L}\d]*\d/u.test(row.cells[i]!.text)).length >= 2
}

/** A table of texts and amounts alone. */
export function oneFigure(bands: readonly Band<Column>[]): boolean {
  return bands.filter(({ kind }) => FIGURES.includes(kind ?? '')).length === 1
}

/** As sure an item as its table can print: two figures, or a text and its amount. */
export function certain(row: BodyRow, bands: readonly Band<Column>[]): boolean {
  return strong(row, bands) || (oneFigure(bands) && /\p{L}{2}/u.test(row.cells[bands.findIndex(({ kind }) => kind === 'name')]?.text ?? ''))
}

function figure(text: string, invoice: TradeText): boolean {
  const stripped = text.trim()
  if (!/\d/.test(stripped) || stripped.length > 24) return false
  const found = findAmounts(stripped, invoice.text.locale)
  const letters = stripped.replace(/[^\p{L}]/gu, '').length
  return found.length > 0 && letters <= 4
}

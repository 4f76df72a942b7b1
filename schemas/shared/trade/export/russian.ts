import { Decimal } from '../../../../core/rules/index.ts'
import type { TradePaper } from '../schema.ts'

/** `2026-03-12` → `12.03.2026`. */
export function russianDay(iso: string): string {
  return iso.slice(0, 10).split('-').toReversed().join('.')
}

/** No VAT by law or by the seller's regime, as opposed to a rate of 0 %. */
export function withoutVat(category: string | null): boolean {
  return category === 'E' || category === 'O'
}

/** One line of text: what a line-based format would take for its end becomes a blank. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** The sentence about VAT that a purpose of payment must hold: «В том числе НДС 22% - 6600.00». */
export function vatSentence({ taxes, totals }: TradePaper): string {
  const tax = totals.tax === null ? null : new Decimal(totals.tax)
  if (tax === null || tax.isZero()) return 'НДС не облагается'
  const rates = [...new Set(taxes.flatMap(({ rate }) => (rate === null || Number(rate) === 0 ? [] : [`${new Decimal(rate).toFixed()}%`])))]
  return `В том числе НДС ${rates.length > 0 ? `${rates.join(', ')} ` : ''}- ${tax.toFixed(2)}`
}

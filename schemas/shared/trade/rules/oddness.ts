import { valueAt } from '../../../../core/paths.ts'
import type { Decimal } from '../../../../core/rules/index.ts'
import type { TradePaper } from '../schema.ts'

/** Rates of VAT and sales tax in force somewhere in Europe, Russia, India or the US states that print them whole. Others are possible, these are usual. */
const USUAL_RATES = new Set([0, 2.1, 3, 4, 5, 5.5, 6, 7, 7.7, 8, 8.1, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27])
const RATE = /(?:taxRate|^taxes\[\d+\]\.rate)$/
const LINE = /^lines\[(\d+)\]\.(quantity|unitPrice)$/

/**
 * How badly a value would fit: a rate should be one that exists; a quantity or price should have no more decimals than the column's other rows print
 * (pieces are whole in every row), and none if it is alone and whole now. Below 0: the value there now fits its column worse.
 */
export function oddnessIn(
  data: TradePaper,
): (field: string, value: Decimal) => { readonly cost: number; readonly instead: boolean } | null {
  return (field, value) => {
    if (RATE.test(field)) return { cost: rateCost(data, field, value), instead: true }
    const line = LINE.exec(field)
    if (!line) return null
    const usual = usualPlaces(data, Number(line[1]), line[2] as 'quantity' | 'unitPrice')
    const now = printedPlaces(valueAt(data, field)) ?? 0
    const tooMany = (places: number) => Math.max(0, places - usual)
    return { cost: Math.min(2, Math.max(-1, tooMany(value.decimalPlaces()) - tooMany(now))), instead: false }
  }
}

/** A rate that the document prints elsewhere is likelier than one that merely exists. American sales taxes go by eighths of a percent. */
function rateCost(data: TradePaper, field: string, value: Decimal): number {
  const rate = value.toNumber()
  const elsewhere = [
    ...data.lines.map((line, i) => [`lines[${i}].taxRate`, line.taxRate]),
    ...data.taxes.map((tax, i) => [`taxes[${i}].rate`, tax.rate]),
  ]
  if (elsewhere.some(([path, other]) => path !== field && other !== null && Number(other) === rate)) return 0.8
  return USUAL_RATES.has(rate) ? 1 : data.currency === 'USD' && Math.abs(rate * 8 - Math.round(rate * 8)) < 0.05 ? 1.3 : 3
}

function usualPlaces(data: TradePaper, own: number, key: 'quantity' | 'unitPrice'): number {
  const others = data.lines.flatMap((line, i) => (i === own ? [] : (printedPlaces(line[key]) ?? [])))
  if (others.length > 0) return Math.max(...others)
  return key === 'unitPrice' ? 2 : (printedPlaces(valueAt(data, `lines[${own}].${key}`)) ?? 0)
}

/** As printed: 10.00 has two. */
function printedPlaces(value: unknown): number | null {
  return typeof value === 'string' ? (value.split('.')[1] ?? '').length : null
}

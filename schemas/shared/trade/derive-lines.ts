import { Decimal, round } from '../../../core/rules/index.ts'
import type { TradePaper } from './schema.ts'

/** An invoice on the way to its derived values: what is printed or derived so far, and how to add to it. */
export interface Draft {
  readonly data: TradePaper
  readonly places: number
  readonly number: (path: string) => Decimal | null
  readonly text: (path: string) => string | null
  readonly add: (path: string, value: string | boolean, from: readonly string[]) => void
}

/** The missing ones of rate, net, tax and gross of a line. */
export function deriveLine(draft: Draft, i: number, includesTax: boolean | null): void {
  const { data, places, number, text, add } = draft
  const of = (key: string) => `lines[${i}].${key}`
  if (data.taxes.length === 1) {
    if (text('taxes[0].rate') !== null) add(of('taxRate'), text('taxes[0].rate')!, ['taxes[0].rate'])
    if (text('taxes[0].category') !== null && text(of('taxRate')) === text('taxes[0].rate'))
      add(of('taxCategory'), text('taxes[0].category')!, ['taxes[0].category'])
  }
  third(number, add, places, `lines[${i}]`)
  const rate = number(of('taxRate'))
  const [net, gross] = [number(of('net')), number(of('gross'))]
  if (rate && net && !gross && includesTax !== true)
    add(of('tax'), round(net.times(rate).div(100), places).toFixed(places), [of('net'), of('taxRate')])
  if (rate && gross && !net) add(of('tax'), taxInGross(gross, rate, places).toFixed(places), [of('gross'), of('taxRate')])
  third(number, add, places, `lines[${i}]`)
}

const PRICE_PLACES = 4 // a longer quotient is not what anybody agreed on

/**
 * A document without a column of quantities or of prices bills its lines as they are: one of each at the price of the line (EN 16931 wants both of
 * every line, BR-22 and BR-26), or the price that the printed quantity leaves. Lines that only lack what others have are left to a person, and so are
 * those with a unit: where units are printed, counts are too, and were not read.
 */
export function deriveCounts({ data, number, add }: Draft, amount: 'net' | 'gross'): void {
  const prints = (key: 'quantity' | 'unitRaw' | 'unitPrice' | 'allowances' | 'charges') => data.lines.some((line) => line[key] !== null)
  if (prints('unitPrice') || prints('allowances') || prints('charges')) return
  if (prints('unitRaw') && !prints('quantity')) return
  for (let i = 0; i < data.lines.length; i++) {
    const [path, quantity, price] = [`lines[${i}].${amount}`, `lines[${i}].quantity`, `lines[${i}].unitPrice`]
    const total = number(path)
    const count = number(quantity) ?? (prints('quantity') ? null : new Decimal(1))
    if (!total || !count || count.isZero()) continue
    const each = total.div(count)
    if (each.decimalPlaces() > PRICE_PLACES) continue
    add(quantity, '1', [path])
    add(price, each.toString(), prints('quantity') ? [path, quantity] : [path])
  }
}

/** Tax contained in a gross amount, half away from zero: 36600.00 at 22 % is 6600.00. */
export function taxInGross(gross: Decimal, rate: Decimal, places: number): Decimal {
  return round(gross.times(rate).div(rate.plus(100)), places)
}

/** The missing one of net, tax and gross at a path. */
export function third(number: Draft['number'], add: Draft['add'], places: number, at: string): void {
  const [net, tax, gross] = [`${at}.net`, `${at}.tax`, `${at}.gross`]
  const [n, t, g] = [number(net), number(tax), number(gross)]
  if (n && t && !g) add(gross, n.plus(t).toFixed(places), [net, tax])
  if (g && t && !n) add(net, g.minus(t).toFixed(places), [gross, tax])
  if (g && n && !t) add(tax, g.minus(n).toFixed(places), [gross, net])
}

import { valueAt } from '../../core/paths.ts'
import { Decimal, dec, minorUnit, round, sum } from '../../core/rules/index.ts'
import { dueDate, minorUnits, parsePaymentTerm } from '../../core/values/index.ts'
import type { Derived } from '../define.ts'
import type { Invoice } from './schema.ts'

/**
 * What follows from the values on the document and is not printed: VAT and gross (or net) per line, the third of net, VAT and gross, the amount
 * due, the due date of a term. Nothing that is there is ever replaced. Values used on the way may be derived ones themselves.
 */
export function deriveInvoice(data: Invoice): Readonly<Record<string, Derived>> {
  const derived: Record<string, Derived> = {}
  const text = (path: string): string | null => {
    const own = derived[path]?.value ?? valueAt(data, path)
    return typeof own === 'string' ? own : null
  }
  const draft: Draft = {
    data,
    places: minorUnits(data.currency),
    number: (path) => dec(text(path)),
    text,
    add: (path, value, from) => {
      if (text(path) === null) derived[path] = { value, from }
    },
  }
  deriveTotals(draft)
  deriveSingleTax(draft)
  const includes = data.lineAmountsIncludeTax ?? deriveHypothesis(draft)
  for (let i = 0; i < data.lines.length; i++) deriveLine(draft, i, includes)
  deriveDue(draft)
  deriveDueDate(draft)
  return derived
}

interface Draft {
  readonly data: Invoice
  readonly places: number
  readonly number: (path: string) => Decimal | null
  readonly text: (path: string) => string | null
  readonly add: (path: string, value: string | boolean, from: readonly string[]) => void
}

/** Third of net + tax = gross; tax as the sum of the amounts per rate. */
function deriveTotals({ data, places, number, add }: Draft): void {
  const amounts = data.taxes.map((_, i) => `taxes[${i}].amount`)
  const parts = amounts.flatMap((path) => number(path) ?? [])
  if (parts.length > 0 && parts.length === amounts.length) add('totals.tax', sum(parts).toFixed(places), amounts)
  third(number, add, places, 'totals')
}

function third(number: Draft['number'], add: Draft['add'], places: number, at: string): void {
  const [net, tax, gross] = [`${at}.net`, `${at}.tax`, `${at}.gross`]
  const [n, t, g] = [number(net), number(tax), number(gross)]
  if (n && t && !g) add(gross, n.plus(t).toFixed(places), [net, tax])
  if (g && t && !n) add(net, g.minus(t).toFixed(places), [gross, tax])
  if (g && n && !t) add(tax, g.minus(n).toFixed(places), [gross, net])
}

/** One rate on the document: its base and amount are the totals. */
function deriveSingleTax({ data, number, text, add }: Draft): void {
  if (data.taxes.length !== 1) return
  const pairs = [
    ['taxes[0].base', 'totals.net'],
    ['taxes[0].amount', 'totals.tax'],
  ] as const
  for (const [path, total] of pairs) if (number(total)) add(path, text(total)!, [total])
}

/**
 * Do the line amounts include VAT (DOMAIN §0.5)? Both readings are tried on the sums; null where they cannot be told apart,
 * as on a document without VAT.
 */
function deriveHypothesis({ data, places, number, add }: Draft): boolean | null {
  const [net, gross] = [number('totals.net'), number('totals.gross')]
  if (data.lines.length === 0 || !net || !gross || net.equals(gross)) return null
  const tolerance = Decimal.max(minorUnit(places), minorUnit(places).times(data.lines.length).div(2))
  const all = (key: string) => data.lines.map((_, i) => `lines[${i}].${key}`)
  const total = (paths: readonly string[]): Decimal | null => {
    const numbers = paths.flatMap((path) => number(path) ?? [])
    return numbers.length === paths.length ? sum(numbers) : null
  }
  const [nets, grosses] = [total(all('net')), total(all('gross'))]
  const priced = data.lines.map((_, i) => [number(`lines[${i}].quantity`), number(`lines[${i}].unitPrice`)] as const)
  const prices = priced.every(([q, p]) => q && p) ? sum(priced.map(([q, p]) => round(q!.times(p!), places))) : null
  const close = (a: Decimal | null, b: Decimal) => a?.minus(b).abs().lte(tolerance) ?? false
  const decide = (value: boolean, from: readonly string[]) => {
    add('lineAmountsIncludeTax', value, from)
    return value
  }
  // With both columns printed the price column decides; with one it is the column itself.
  if (nets && grosses && prices) {
    if (close(prices, nets)) return decide(false, [...all('net'), ...all('unitPrice')])
    return close(prices, grosses) ? decide(true, [...all('gross'), ...all('unitPrice')]) : null
  }
  if (nets && !grosses && close(nets, net)) return decide(false, [...all('net'), 'totals.net'])
  if (grosses && !nets && close(grosses, gross)) return decide(true, [...all('gross'), 'totals.gross'])
  return null
}

/** The missing ones of rate, net, tax and gross of a line. */
function deriveLine(draft: Draft, i: number, includesTax: boolean | null): void {
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

/** Tax contained in a gross amount, half away from zero: 36600.00 at 22 % is 6600.00. */
export function taxInGross(gross: Decimal, rate: Decimal, places: number): Decimal {
  return round(gross.times(rate).div(rate.plus(100)), places)
}

/** BR-CO-16 */
function deriveDue({ number, add, places }: Draft): void {
  const gross = number('totals.gross')
  if (!gross) return
  const [prepaid, rounding] = [number('totals.prepaid'), number('totals.rounding')]
  const from = ['totals.gross', ...(prepaid ? ['totals.prepaid'] : []), ...(rounding ? ['totals.rounding'] : [])]
  add(
    'totals.due',
    gross
      .minus(prepaid ?? 0)
      .plus(rounding ?? 0)
      .toFixed(places),
    from,
  )
}

/** A term counted from the invoice gives the due date; one counted from delivery or receipt does not. */
function deriveDueDate({ data, add }: Draft): void {
  const term = data.paymentTerms === null ? null : parsePaymentTerm(data.paymentTerms)
  if (!term || !data.issueDate || term.trigger === 'delivery' || term.trigger === 'arrival') return
  const due = dueDate(term, data.issueDate, isRussian(data) ? 'RU' : null)
  if (due.kind === 'value') add('dueDate', due.value, ['paymentTerms', 'issueDate'])
}

/** Russian law and calendar apply: the seller has an ИНН, or says so by country. */
export function isRussian(data: Invoice): boolean {
  return data.seller.inn !== null || data.seller.address.country === 'RU' || data.payment.bik !== null
}

import { valueAt } from '../../../core/paths.ts'
import { Decimal, dec, minorUnit, round, sum } from '../../../core/rules/index.ts'
import { dueDate, minorUnits, parsePaymentTerm } from '../../../core/values/index.ts'
import type { Derived } from '../../define.ts'
import { type Draft, deriveCounts, deriveLine, third } from './derive-lines.ts'
import type { TradePaper } from './schema.ts'

/**
 * What follows from the values on the document and is not printed: VAT and gross (or net) per line, the third of net, VAT and gross, the amount
 * due, the due date of a term. Nothing that is there is ever replaced. Values used on the way may be derived ones themselves.
 */
export function deriveTrade(data: TradePaper): Readonly<Record<string, Derived>> {
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
  deriveCounts(draft, includes === true ? 'gross' : 'net')
  deriveDue(draft)
  deriveDueDate(draft)
  return derived
}

/** Third of net + tax = gross; tax as the sum of the amounts per rate. */
function deriveTotals({ data, places, number, add }: Draft): void {
  const amounts = data.taxes.map((_, i) => `taxes[${i}].amount`)
  const parts = amounts.flatMap((path) => number(path) ?? [])
  if (parts.length > 0 && parts.length === amounts.length) add('totals.tax', sum(parts).toFixed(places), amounts)
  third(number, add, places, 'totals')
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
export function isRussian(data: TradePaper): boolean {
  return data.seller.inn !== null || data.seller.address.country === 'RU' || data.payment.bik !== null
}

import { textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { findIdentifiers } from '../../../../core/identifiers/index.ts'
import { currencyOf, findCurrency } from '../../../../core/values/index.ts'
import { candidate, type TradeText, valuesRight } from './context.ts'

const CODE =
  /(?<![\p{L}\d])(EUR|USD|GBP|CHF|RUB|PLN|CZK|DKK|SEK|NOK|HUF|INR|CAD|AUD|SGD|HKD|JPY|CNY|KZT|BYN|UAH|MYR)(?![\p{L}\d])|US Dollars?|U\.S\. Dollars?/gu

/** Currency by its caption, else by the signs and codes beside amounts, else by a code near the totals. */
export function readCurrency(invoice: TradeText, totals: readonly Candidate[]): readonly Candidate[] {
  for (const hit of invoice.hitsOf('currency'))
    for (const place of valuesRight(invoice, hit).slice(0, 1)) {
      const text = textOf(place.span)
      const code = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u.exec(text)
      const value = (code && currencyOf(code[0])) ?? findCurrency(text)
      if (value) return [candidate('currency', value, [place.span], 0.95)]
    }
  const votes = new Map<string, { count: number; candidate: Candidate }>()
  const vote = (code: string, weight: number, line: Parameters<TradeText['amounts']>[0], from: number, to: number) => {
    const known = votes.get(code)
    if (known) known.count += weight
    else votes.set(code, { count: weight, candidate: candidate('currency', code, [{ line, from, to }], 0.85) })
  }
  let dollar: { line: Parameters<TradeText['amounts']>[0]; from: number; to: number } | null = null
  for (const line of invoice.text.lines) {
    for (const amount of invoice.amounts(line)) {
      const around = { from: Math.max(0, amount.from - 4), to: Math.min(line.text.length, amount.to + 4) }
      if (amount.currency !== null) vote(amount.currency, 1, line, around.from, around.to)
      else if (amount.sign === '$') dollar ??= { line, ...around }
    }
    for (const match of line.text.matchAll(CODE))
      vote(/dollar/i.test(match[0]) ? 'USD' : match[0], 0.9, line, match.index, match.index + match[0].length)
    if (/€/.test(line.text)) vote('EUR', 0.3, line, line.text.indexOf('€'), line.text.indexOf('€') + 1)
    const rouble = /(?:руб(?:\.|лей|ля|ль)|₽)/u.exec(line.text)
    if (rouble) vote('RUB', 0.6, line, rouble.index, rouble.index + rouble[0].length)
  }
  const best = [...votes.entries()].sort((a, b) => b[1].count - a[1].count)
  if (best.length > 0) return best.slice(0, 3).map(([, v], i) => (i === 0 ? v.candidate : { ...v.candidate, score: 0.3 }))
  const account = best.length === 0 && !dollar ? roubleAccount(invoice) : null
  if (account) return [account]
  // "$" alone is several currencies; the American one is by far the most usual, but a person should look.
  return dollar && totals.length > 0 ? [candidate('currency', 'USD', [dollar], 0.4)] : []
}

/**
 * Digits 6 to 8 of a Russian settlement account are its currency: 810 (643 in the classifier) is the rouble. Source: Положение Банка России
 * 809-П, Приложение 1.
 */
function roubleAccount(invoice: TradeText): Candidate | null {
  for (const line of invoice.text.lines)
    for (const id of findIdentifiers(line.text))
      if (id.kind === 'account' && /^\d{5}(?:810|643)\d{12}$/.test(id.value))
        return candidate('currency', 'RUB', [{ line, from: id.start, to: id.end }], 0.6)
  return null
}

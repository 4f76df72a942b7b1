import { type Span, type TextLine, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { candidate, type Hit, type TradeText, valuesRight } from './context.ts'

const BANKING = /bank|routing|\baba\b|\bach\b|sort[\s-]?code|\bbsb\b|ifsc|swift|\bbic\b|wire|transit|blz|bankleitzahl/iu
const NUMBER = /^[^\p{L}\p{N}]*(\d(?:[\d -]{4,18})\d)(?![\d\p{L}])/u

/**
 * A bank account without check digits (US, UK, India): behind its caption, and only where bank words stand near, since "Account no" is as
 * often the customer's number with the seller.
 */
export function readPlainAccount(invoice: TradeText): readonly Candidate[] {
  return invoice.hitsOf('account').flatMap((hit) => {
    const place = valuesRight(invoice, hit)[0]
    const found = place && NUMBER.exec(textOf(place.span))
    if (!place || !found || !nearBank(invoice, hit)) return []
    const digits = found[1]!.replace(/\D/g, '')
    if (digits.length < 6 || digits.length > 17) return []
    const from = place.span.from + textOf(place.span).indexOf(found[1]!)
    const span: Span = { line: place.span.line, from, to: from + found[1]!.length }
    return [candidate('payment.account', digits, [span], 0.65)]
  })
}

/** Bank words on the line, or within two lines of it. */
function nearBank(invoice: TradeText, hit: Hit): boolean {
  const near = (line: TextLine) => Math.abs(line.at.y0 - hit.line.at.y0) < 3.5 * hit.line.em
  return invoice.page(hit.line).lines.some((line) => near(line) && BANKING.test(line.text))
}

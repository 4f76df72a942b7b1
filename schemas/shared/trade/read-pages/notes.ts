import { below, rightOf, type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { parsePaymentTerm } from '../../../../core/values/index.ts'
import { candidate, type TradeText, valuesRight } from './context.ts'

const NOTE =
  /^\s*(?:примечание|комментарий|hinweise?|bemerkung(?:en)?|anmerkung(?:en)?|notes?|remarks?|comments?|remarques?|observations?|opmerking(?:en)?)\s*:\s*(?=\S)/iu
const TERM_WORD =
  /zahlbar|zahlung|zahlungsziel|fällig|netto|payable|payment|due|net\s*\d|pay within|à réception|paiement|règlement|échéance|оплат|betal/iu

/** ", spätestens bis zum 01.07.2026": the day of payment has its own field. */
const LAST_DAY =
  /,?\s*(?:also|d\. ?h\.|i\. ?e\.|spätestens|latest|at the latest|au plus tard|soit|uiterlijk|by|bis)[\p{L} .:]{0,20}\d[\d./-]*\d$/iu

/** Payment terms and the issuer's note, as printed. */
export function readNotes(invoice: TradeText): readonly Candidate[] {
  return [...terms(invoice), ...notes(invoice)]
}

/** Behind their caption, else the first sentence that states a term. */
function terms(invoice: TradeText): readonly Candidate[] {
  for (const hit of invoice.hitsOf('paymentTerms')) {
    const span = valuesRight(invoice, hit)[0]?.span ?? right(invoice, hit) ?? under(invoice, hit)
    if (span && parsePaymentTerm(textOf(span))) return [candidate('paymentTerms', textOf(span).trim(), [span], 0.8)]
  }
  for (const line of invoice.text.lines) {
    for (const match of line.text.matchAll(/[^.;!?\d](?:[^.;!?]|\.(?=\d))*(?:[.;!?](?!\d)|$)/gu)) {
      const sentence = match[0]
        .replace(/(?<![\s.;!?])[\s.;!?]+$/u, '')
        .trimStart()
        .replace(LAST_DAY, '')
      if (sentence.length < 8 || !TERM_WORD.test(sentence) || !/\d/.test(sentence) || !parsePaymentTerm(sentence)) continue
      const from = match.index + match[0].indexOf(sentence)
      return [candidate('paymentTerms', sentence, [{ line, from, to: from + sentence.length }], 0.6)]
    }
  }
  return []
}

/** "Net 10" begins with a caption of its own. */
function right(invoice: TradeText, hit: Span): Span | null {
  const line = rightOf(hit.line.at, invoice.page(hit.line)).find((l) => l !== hit.line)
  return line && hit.line.text.slice(hit.to).trim() === '' ? { line, from: 0, to: line.text.length } : null
}

function under(invoice: TradeText, hit: Span): Span | null {
  const line = below(hit.line.at, invoice.page(hit.line), 1.6).find((l) => l !== hit.line)
  return line && hit.line.text.slice(hit.to).trim() === '' ? { line, from: 0, to: line.text.length } : null
}

function notes(invoice: TradeText): readonly Candidate[] {
  return invoice.text.lines.flatMap((line) => {
    const caption = NOTE.exec(line.text)?.[0].length ?? 0
    return caption > 0 ? [candidate('note', line.text.slice(caption).trim(), [{ line, from: caption, to: line.text.length }], 0.75)] : []
  })
}

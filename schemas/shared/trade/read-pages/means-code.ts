import { restOfLine, rightOf, type Span, textOf, wholeLine } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { candidate, type Hit, type TradeText } from './context.ts'

/** UNTDID 4461 by the words of a printed means of payment. "Karte" before "cash": a card terminal also says "Kasse". */
const MEANS: readonly (readonly [RegExp, string])[] = [
  [/sepa[\s-]?(?:basis|firmen)?-?(?:lastschrift|direct debit|incasso)|prélèvement sepa/iu, '59'],
  [/lastschrift|bankeinzug|direct debit|prélèvement|incasso|domiciliación|addebito/iu, '49'],
  [/sepa[\s-]?(?:überweisung|credit transfer)|virement sepa/iu, '58'],
  [/überweisung|bank transfer|wire|virement|overschrijving|bonifico|transferencia|przelew|перевод|безналичн/iu, '30'],
  [/kreditkarte|credit card|carte|karte|card\b|visa|mastercard|картой/iu, '48'],
  [/\bcheque|\bcheck\b|chèque|scheck/iu, '20'],
  [/\bbar\b|barzahlung|\bcash\b|espèces|contant|наличны/iu, '10'],
]
const CAPTION =
  /^(?:zahlungs(?:art|weise|form|mittel)|payment (?:method|mode|means|type)|means of payment|mode de (?:paiement|règlement)|modes? de règlement|betaalwijze|betaalmethode|forma de pago|modalità di pagamento|sposób płatności|способ оплаты|форма оплаты)$/iu

/** The means of payment behind its caption. A sentence may speak of a means that is only offered, so it is not read. */
export function readMeans(invoice: TradeText): readonly Candidate[] {
  for (const hit of invoice.hitsOf('paymentTerms')) {
    const span = CAPTION.test(textOf(hit).trim()) ? printedValue(invoice, hit) : null
    const text = span ? textOf(span) : ''
    const fitting = MEANS.filter(([words]) => words.test(text))
    // Two different means are a choice, not a statement; "SEPA-Lastschrift" fits the general word as well.
    const kinds = new Set(fitting.map(([, code]) => (code === '59' ? '49' : code === '58' ? '30' : code)))
    if (span && kinds.size === 1) return [candidate('payment.meansCode', fitting[0]![1], [span], 0.75)]
  }
  return []
}

/** Whole: "Bank transfer" begins with a caption of its own. */
function printedValue(invoice: TradeText, hit: Hit): Span | null {
  const right = rightOf(hit.line.at, invoice.page(hit.line)).find((line) => line !== hit.line)
  return restOfLine(hit) ?? (right ? wholeLine(right) : null)
}

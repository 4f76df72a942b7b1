import type { Span, TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { findExemption } from '../../../../core/values/index.ts'
import { candidate, type TradeText } from './context.ts'

/**
 * «Без налога (НДС) в связи с применением УСН», "Steuerschuldnerschaft des Leistungsempfängers": why the document has no VAT. Not asked where VAT
 * is charged: there such words speak of a part of the supply, and which part they do not say.
 */
export function readExemption(invoice: TradeText, inItems: (line: TextLine) => boolean): readonly Candidate[] {
  for (const line of invoice.text.lines) {
    if (inItems(line)) continue
    const found = findExemption(line.text)
    if (!found) continue
    const span = clause(line, found.from, found.to)
    const reason = line.text.slice(span.from, span.to)
    return [candidate('taxes[0].category', found.category, [span], 0.8), candidate('taxes[0].exemptionReason', reason, [span], 0.75)]
  }
  return []
}

/** The sentence around the statement, without a caption or amount before it and the dash or zero behind it. */
function clause(line: TextLine, from: number, to: number): Span {
  const before = line.text.slice(0, from)
  const start = Math.max(
    0,
    ...[...before.matchAll(/[!?;:|]\s+|\.\s+(?=\p{Lu})|\d[.,]\d{2}\s+(?:\p{L}{1,4}\.?\s)?/gu)].map((m) => m.index + m[0].length),
  )
  const behind = line.text.slice(to)
  const end = /[!?;|]|\.(?=\s+\p{Lu}|\s*$)|\s[-–—=](?:\s|$)|[\s:]+\d[\d\s]*[.,]\d{2}/u.exec(behind)?.index ?? behind.length
  const text = line.text.slice(start, to + end)
  const lead = text.length - text.trimStart().length
  return { line, from: start + lead, to: start + text.replace(/[\s,:.]+$/u, '').length }
}

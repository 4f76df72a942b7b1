import { legalFormEnd } from '../../../../core/candidates/index.ts'
import type { Span, TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { candidate, type TradeText } from './context.ts'

const DOMAIN = /(?:www\.|https?:\/\/(?:www\.)?|@)([\p{L}\d-]+)(?:\.[\p{L}\d-]+)+/giu

const SHORTEST = 3 // letters: the whole of a domain is nobody else's name, however short

/**
 * The name the seller goes by (BT-28): its registered name without the legal form, where its web or mail address on the page is exactly this name
 * ("Beispiel Papier GmbH", www.beispiel-papier.example).
 */
export function readTradeName(invoice: TradeText, name: Span): readonly Candidate[] {
  const printed = name.line.text.slice(name.from, name.to)
  const end = legalFormEnd(printed)
  if (end === null || end < printed.trimEnd().length) return []
  const short = printed.slice(0, end).replace(/[\s,]+\S+$/u, '')
  if (
    letters(short).length < SHORTEST ||
    legalFormEnd(short) !== null ||
    !invoice.text.lines.some((line) => addresses(line).includes(letters(short)))
  )
    return []
  return [candidate('seller.tradeName', short, [{ line: name.line, from: name.from, to: name.from + short.length }], 0.6)]
}

function addresses({ text }: TextLine): readonly string[] {
  return [...text.matchAll(DOMAIN)].map((match) => letters(match[1]!))
}

/** As in a domain: lower case without accents and signs. */
function letters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

import { countryCode, hasLegalForm, isStreet, legalFormEnd, parseAddress, townOf } from '../../../../core/candidates/index.ts'
import { type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Caption } from '../labels/index.ts'
import type { TradeText } from './context.ts'
import { inlineParty, wrappedParty } from './inline-party.ts'
import { ATTENTION, type PartyText, withoutAttention } from './party-text.ts'
import { splitSender } from './split-sender.ts'

const SALUTATION =
  /^(?:herrn?|frau|firma|fa\.|familie|mr\.?|mrs\.?|ms\.?|m\.|mme\.?|monsieur|madame|an|to|de heer|mevrouw|heer|the|dear|company|à l'attention de)\.?:?$/iu
const NOISE: readonly Caption[] = [
  'contact',
  'customerNumber',
  'otherNumber',
  'vatId',
  'buyerVatId',
  'taxNumber',
  'legalId',
  'iban',
  'bic',
  'account',
  'bankName',
  'lineNumber',
  'inn',
  'kpp',
  'bik',
  'corrAccount',
  'orderDate',
  'otherDate',
  'issueDate',
  'date',
  'dueDate',
  'deliveryDate',
  'number',
  'purchaseOrder',
  'buyerReference',
]

/** Reads name and address from the lines (or parts of lines) of one party. */
export function readParty(invoice: TradeText, spans: readonly Span[]): PartyText | null {
  const inline = spans.length > 0 ? (inlineParty(spans) ?? wrappedParty(spans)) : null
  if (inline) return inline
  const useful = spans.flatMap((span) => (noise(invoice, span) ? firmIn(invoice, span) : [span]))
  const townAt = useful.findIndex((span) => townOf(textOf(span)) !== null)
  const until = townAt < 0 ? useful.length : townAt + 1
  const head = useful.slice(0, Math.min(until, 7))
  const nameAt = nameIndex(head)
  if (nameAt < 0) return null
  const name = withoutAttention(head[nameAt]!)
  const next = head[nameAt + 1]
  const nameMore =
    next &&
    /^[^\p{L}\p{N}]*(?:GmbH|mbH|AG|KG|UG|e\.\s?[KV]|Versicherungsverein|Ltd|Limited|Inc|LLC|S\.?A|SARL|SAS|B\.?V\.|& Co)/u.test(
      textOf(next),
    ) &&
    !hasLegalForm(textOf(name))
      ? [next]
      : []
  const rest = head.slice(nameAt + 1 + nameMore.length)
  const country = useful[until] && countryCode(textOf(useful[until]!)) ? [useful[until]!] : []
  const addressSpans = [...rest.filter((span) => !person(span, rest)), ...country]
  const own = townOf(textOf(name)) ? splitSender(name) : null
  if (own) return { ...own, lines: spans.map((s) => s.line) }
  const address = addressSpans.length === 0 ? null : parseAddress(addressSpans.map(textOf))
  return { name, nameMore, address, addressSpans: address ? addressSpans : [], lines: spans.map((s) => s.line) }
}

function noise(invoice: TradeText, span: Span): boolean {
  const text = textOf(span).trim()
  if (text === '' || !/\p{L}{2}/u.test(text) || /@|https?:|www\.|^[^\p{L}\p{N}]*\+?\d[\d ()/-]{6,}$/iu.test(text)) return true
  return invoice.hitsOn(span.line).some((hit) => hit.from <= span.from + 2 && hit.from >= span.from - 1 && NOISE.includes(hit.kind))
}

/** «Modèle SARL - SIREN 995638665 - info@modele.example»: the firm before what makes the rest of the line no name. */
function firmIn(invoice: TradeText, span: Span): readonly Span[] {
  const end = legalFormEnd(textOf(span))
  const captioned = invoice.hitsOn(span.line).some((hit) => hit.from >= span.from && end !== null && hit.from < span.from + end)
  return end !== null && !captioned && /^\s*[-–—·•|,;]/u.test(textOf(span).slice(end)) ? [{ ...span, to: span.from + end }] : []
}

const LONG = 8 // words: a longer text without a legal form is a sentence, and names nobody

function nameIndex(spans: readonly Span[]): number {
  const usable = spans
    .map((span, i) => ({ i, text: textOf(span).trim() }))
    .filter(
      ({ text }) =>
        !SALUTATION.test(text) &&
        !countryCode(text) &&
        // OCR crumbs and remarks in brackets name nobody.
        text.replace(/[^\p{L}]/gu, '').length >= 3 &&
        !/^\(/.test(text) &&
        (!isStreet(text) || hasLegalForm(text)) &&
        (townOf(text) === null || hasLegalForm(text)) &&
        text.length < 90 &&
        (hasLegalForm(text) || (text.split(/\s+/).length <= LONG && !/\d\s?%/.test(text))),
    )
  return usable[0]?.i ?? -1
}

/** A contact person between the firm's name and the street is no address line. */
function person(span: Span, rest: readonly Span[]): boolean {
  const text = textOf(span)
  if (ATTENTION.test(text)) return true
  const streetAfter = rest.some((other) => other !== span && isStreet(textOf(other)))
  return (
    streetAfter &&
    !/\d/.test(text) &&
    !isStreet(text) &&
    /^(?:(?:dr|prof|herrn?|frau|mr|mrs|ms|mme|m)\.?\s)?\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){1,2}$/u.test(text.trim())
  )
}

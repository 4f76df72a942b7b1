import { findDates, idAtStart } from '../../../../core/candidates/index.ts'
import { type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { findIdentifiers } from '../../../../core/identifiers/index.ts'
import type { Caption } from '../labels/index.ts'
import { candidate, type Hit, ranked, type TradeText } from './context.ts'
import { readKind } from './document-kind.ts'
import { readDates } from './header-dates.ts'
import { behindTitle, DATE_WORD, placesOf, RELATION } from './header-places.ts'

const ID_FIELDS: readonly (readonly [path: string, kinds: readonly Caption[]])[] = [
  ['number', ['number']],
  ['purchaseOrder', ['purchaseOrder']],
  ['buyerReference', ['buyerReference']],
  ['precedingInvoice.number', ['precedingInvoice']],
  ['payment.reference', ['paymentReference']],
]

/** Numbers, references and dates of the invoice's head, best first per path. */
export function readHeader(invoice: TradeText): readonly Candidate[] {
  const ids = ID_FIELDS.map(([path, kinds]) =>
    ranked(kinds.flatMap((kind) => invoice.hitsOf(kind).flatMap((hit) => idsFor(invoice, hit, path)))),
  )
  ids[0] = ranked([...ids[0]!, ...titleNumbers(invoice)])
  if (ids[1]!.length === 0) ids[1] = [...ids[2]!, ...bareReferences(invoice)].flatMap(asOrder)
  const number = ids[0][0]
  // A reference that repeats the invoice number says nothing new.
  const references = ids.map((list, i) => (i === 0 ? list : list.filter((c) => c.value !== number?.value)))
  return [...references.flat(), ...readDates(invoice), ...readKind(invoice)]
}

// "Your reference PO-4711", "Votre référence BC543": the value itself says that it is an order's.
const ORDER_ID = /^(?:P\.?O|BC|CDE|CMD|ORD(?:ER)?|BEST|COMPRA|PED(?:IDO)?|OC|ODA|ZAM)[-_ /.]?\d/iu

/** "Reference PO-4711": whose reference it is, only the number itself can tell. */
function bareReferences(invoice: TradeText): readonly Candidate[] {
  return invoice
    .hitsOf('otherNumber')
    .filter((hit) => /^(?:reference|ref|réf(?:érence)?|referenz)$/iu.test(textOf(hit)))
    .flatMap((hit) => idsFor(invoice, hit, 'buyerReference'))
}

function asOrder(reference: Candidate): readonly Candidate[] {
  return ORDER_ID.test(String(reference.value)) ? [{ ...reference, path: 'purchaseOrder', score: reference.score * 0.8 }] : []
}

function idsFor(invoice: TradeText, hit: Hit, path: string): readonly Candidate[] {
  const places = placesOf(invoice, hit, 1.6)
  const sameLine = places.some((p) => p.relation === 'same line' && textOf(p.span).trim().length > 2)
  for (const place of places) {
    // Text after the caption on its own line that is no id: prose, so nothing further away belongs to it.
    if (place.relation !== 'same line' && sameLine) break
    const found = idAtStart(textOf(place.span))
    if (!found) continue
    const span: Span = { line: place.span.line, from: place.span.from + found.from, to: place.span.from + found.to }
    if (notAnId(invoice, span)) continue
    const id = candidate(path, found.value, [span], hit.weight * RELATION[place.relation] * shape(found.value))
    return path === 'precedingInvoice.number' ? [id, ...dateBehind(invoice, span, 'precedingInvoice.date')] : [id]
  }
  return []
}

/** "265352 vom 17.02.2026": the date that belongs to a number. */
function dateBehind(invoice: TradeText, { line, to }: Span, path: string): readonly Candidate[] {
  const found = findDates(line.text, invoice.text.locale).find((date) => date.from >= to)
  return found && DATE_WORD.test(line.text.slice(to, found.from))
    ? [candidate(path, found.value, [{ line, from: found.from, to: found.to }], 0.85)]
    : []
}

/** «Счёт №: 40702810…»: in Russian the word for an invoice is the word for an account, and no document has a number of 20 digits like this. */
const ACCOUNT = /^(?:3\d{2}|40\d|42\d)\d{17}$/

/** Short plain numbers make poor document numbers. */
function shape(value: string): number {
  if (ACCOUNT.test(value.replace(/[ .-]/g, ''))) return 0.3
  const digits = value.replace(/\D/g, '').length
  return digits >= 3 ? 1 : digits === 2 ? 0.85 : 0.7
}

function notAnId(invoice: TradeText, span: Span): boolean {
  const value = textOf(span)
  const line = span.line.text
  if (findDates(line, invoice.text.locale).some((d) => d.from <= span.from && d.to >= span.to)) return true
  if (findIdentifiers(line).some((i) => i.kind === 'iban' && i.start <= span.from && i.end >= span.to)) return true
  if (/^\s?(?:%|€|EUR\b|\$)/.test(line.slice(span.to))) return true
  return /^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/.test(value)
}

/** "Facture FA-2017-0009", "Rechnung Nr. 12 vom …", «Счёт на оплату № 5 от …»: the title carries number and date. */
function titleNumbers(invoice: TradeText): readonly Candidate[] {
  return invoice.hitsOf('title', 'creditTitle').flatMap((hit) => {
    const { text } = hit.line
    if (text.slice(0, hit.from).trim().length > 12 || text.length > 120) return []
    const tail = behindTitle(invoice, hit)
    const found = idAtStart(textOf(tail.span))
    if (!found) return []
    const span: Span = { line: tail.span.line, from: tail.span.from + found.from, to: tail.span.from + found.to }
    if (notAnId(invoice, span) || (found.value.length < 2 && !tail.sign)) return []
    // Without a number sign only something that looks like a number of a series counts.
    if (!tail.sign && !/\d{3}|\d[/-]\d|^\p{Lu}+-?\d/u.test(found.value) && !aloneInTitle(hit, span)) return []
    const top = hit.line.page === 1 ? 0.02 : 0
    return [candidate('number', found.value, [span], (tail.sign ? 0.93 : 0.82) + top)]
  })
}

/** «Счёт 69»: the title is the word and the number, nothing else. */
function aloneInTitle(hit: Hit, id: Span): boolean {
  return id.line === hit.line && hit.from === 0 && hit.line.page === 1 && hit.line.at.y0 < 0.5 && id.to === hit.line.text.trimEnd().length
}

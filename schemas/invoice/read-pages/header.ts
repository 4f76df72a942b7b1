import { findDates, idAtStart } from '../../../core/candidates/index.ts'
import { below, rightOf, type Span, type TextLine, textOf } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { findIdentifiers } from '../../../core/identifiers/index.ts'
import type { Caption } from '../labels/index.ts'
import { candidate, type Hit, type InvoiceText, ranked, type ValuePlace, valuesRight } from './context.ts'
import { readKind } from './document-kind.ts'

const ID_FIELDS: readonly (readonly [path: string, kinds: readonly Caption[]])[] = [
  ['number', ['number']],
  ['purchaseOrder', ['purchaseOrder']],
  ['buyerReference', ['buyerReference']],
  ['precedingInvoice.number', ['precedingInvoice']],
  ['payment.reference', ['paymentReference']],
]
const DATE_FIELDS: readonly (readonly [path: string, kinds: readonly Caption[]])[] = [
  ['issueDate', ['issueDate', 'date']],
  ['dueDate', ['dueDate']],
  ['deliveryDate', ['deliveryDate']],
]
const RELATION: Readonly<Record<ValuePlace['relation'], number>> = { 'same line': 1, right: 0.95, below: 0.8 }
const DATE_WORD =
  /^[\s,;:.-]*(?:vom|von|v\.|from|of|dated|du|от|van|del|dal|z dnia|issued (?:at|on)|date[ds]?|am|den|en date du|le|d\.d\.)?[\s,;:.-]*$/iu

/** Numbers, references and dates of the invoice's head, best first per path. */
export function readHeader(invoice: InvoiceText): readonly Candidate[] {
  const ids = ID_FIELDS.map(([path, kinds]) =>
    ranked(kinds.flatMap((kind) => invoice.hitsOf(kind).flatMap((hit) => idsFor(invoice, hit, path)))),
  )
  ids[0] = ranked([...ids[0]!, ...titleNumbers(invoice)])
  if (ids[1]!.length === 0) ids[1] = ids[2]!.flatMap(asOrder)
  const number = ids[0][0]
  // A reference that repeats the invoice number says nothing new.
  const references = ids.map((list, i) => (i === 0 ? list : list.filter((c) => c.value !== number?.value)))
  return [...references.flat(), ...dates(invoice), ...readKind(invoice)]
}

// "Your reference PO-4711", "Votre référence BC543": the value itself says that it is an order's.
const ORDER_ID = /^(?:P\.?O|BC|CDE|CMD|ORD(?:ER)?|BEST|COMPRA|PED(?:IDO)?|OC|ODA|ZAM)[-_ /.]?\d/iu

function asOrder(reference: Candidate): readonly Candidate[] {
  return ORDER_ID.test(String(reference.value)) ? [{ ...reference, path: 'purchaseOrder', score: reference.score * 0.8 }] : []
}

function placesOf(invoice: InvoiceText, hit: Hit, reach: number): readonly ValuePlace[] {
  const right = valuesRight(invoice, hit).slice(0, 3)
  const under = below(placeOfHit(hit), invoice.page(hit.line), reach)
    .filter((line) => line !== hit.line)
    .slice(0, 2)
    .map((line): ValuePlace => ({ span: { line, from: 0, to: invoice.hitsOn(line)[0]?.from ?? line.text.length }, relation: 'below' }))
    .filter((place) => place.span.to > 0)
  return [...right, ...under]
}

function placeOfHit(hit: Hit) {
  const words = hit.line.words.filter((w) => w.from < hit.to && w.to > hit.from)
  const first = words[0]?.at ?? hit.line.at
  const last = words.at(-1)?.at ?? hit.line.at
  return { x0: first.x0, x1: last.x1, y0: Math.min(first.y0, last.y0), y1: Math.max(first.y1, last.y1) }
}

function idsFor(invoice: InvoiceText, hit: Hit, path: string): readonly Candidate[] {
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
function dateBehind(invoice: InvoiceText, { line, to }: Span, path: string): readonly Candidate[] {
  const found = findDates(line.text, invoice.text.locale).find((date) => date.from >= to)
  return found && DATE_WORD.test(line.text.slice(to, found.from))
    ? [candidate(path, found.value, [{ line, from: found.from, to: found.to }], 0.85)]
    : []
}

/** Short plain numbers make poor document numbers. */
function shape(value: string): number {
  const digits = value.replace(/\D/g, '').length
  return digits >= 3 ? 1 : digits === 2 ? 0.85 : 0.7
}

function notAnId(invoice: InvoiceText, span: Span): boolean {
  const value = textOf(span)
  const line = span.line.text
  if (findDates(line, invoice.text.locale).some((d) => d.from <= span.from && d.to >= span.to)) return true
  if (findIdentifiers(line).some((i) => i.kind === 'iban' && i.start <= span.from && i.end >= span.to)) return true
  if (/^\s?(?:%|€|EUR\b|\$)/.test(line.slice(span.to))) return true
  return /^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/.test(value)
}

/** "Facture FA-2017-0009", "Rechnung Nr. 12 vom …", «Счёт на оплату № 5 от …»: the title carries number and date. */
function titleNumbers(invoice: InvoiceText): readonly Candidate[] {
  return invoice.hitsOf('title', 'creditTitle').flatMap((hit) => {
    const { text } = hit.line
    if (text.slice(0, hit.from).trim().length > 12 || text.length > 120) return []
    const tail = behindTitle(invoice, hit)
    const found = idAtStart(textOf(tail.span))
    if (!found) return []
    const span: Span = { line: tail.span.line, from: tail.span.from + found.from, to: tail.span.from + found.to }
    if (notAnId(invoice, span) || found.value.length < 2) return []
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

/** What follows a title, on its line or, printed with a wide gap, right of it. `sign`: a number sign introduces it. */
function behindTitle(invoice: InvoiceText, hit: Hit): { readonly span: Span; readonly sign: boolean } {
  const { text } = hit.line
  const code = /^\s*\(\d{3}\)/.exec(text.slice(hit.to))?.[0].length ?? 0
  const rest = text.slice(hit.to + code)
  const sign = /^[\s:.-]*(?:№|#|n[°or]\.?|no\b|num)/iu.exec(rest)
  if (/\d/.test(rest) || (rest.trim() !== '' && !sign))
    return { span: { line: hit.line, from: hit.to + code, to: text.length }, sign: sign !== null }
  const under = rest.trim() === '' ? numberUnder(invoice, hit) : null
  if (under) return { span: under, sign: true }
  const right = rightOf(hit.line.at, invoice.page(hit.line)).find((line) => line !== hit.line)
  const near =
    right && right.at.x0 - hit.line.at.x1 < 12 * hit.line.em && (sign !== null || Math.abs(right.em - hit.line.em) < 0.4 * hit.line.em)
  return {
    span: near ? { line: right, from: 0, to: right.text.length } : { line: hit.line, from: text.length, to: text.length },
    sign: sign !== null,
  }
}

function dates(invoice: InvoiceText): readonly Candidate[] {
  const captioned = new Map<string, readonly Candidate[]>(
    DATE_FIELDS.map(([path, kinds]) => [
      path,
      ranked(kinds.flatMap((kind) => invoice.hitsOf(kind).flatMap((hit) => datesFor(invoice, hit, path)))),
    ]),
  )
  const issue = ranked([...(captioned.get('issueDate') ?? []), ...titleDates(invoice), ...loneDates(invoice)])
  const issued = issue[0]?.value
  const due = [...(captioned.get('dueDate') ?? []), ...debitDates(invoice)].map((c) =>
    issued !== undefined && c.value < issued ? { ...c, score: c.score * 0.7 } : c,
  )
  return [...issue, ...ranked(due), ...(captioned.get('deliveryDate') ?? []), ...periods(invoice)]
}

function datesFor(invoice: InvoiceText, hit: Hit, path: string): readonly Candidate[] {
  // A bare "Date"/"Datum" inside a sentence is a word, not a caption.
  if (hit.kind === 'date' && hit.from > 0 && !/[:|;,.\d]\s*$/.test(hit.line.text.slice(0, hit.from))) return []
  const places = placesOf(invoice, hit, hit.kind === 'dueDate' ? 4 : 2.2)
  for (const place of places) {
    const text = textOf(place.span)
    const found = findDates(text, invoice.text.locale)[0]
    if (!found) {
      if (place.relation === 'same line' && text.length > 25) break
      continue
    }
    if (place.relation === 'same line' && found.from > 30) break
    if (path === 'dueDate' && inDiscount(place.span, found)) continue
    if (place.relation !== 'same line' && found.from > 14 && path !== 'dueDate') continue
    const span: Span = { line: place.span.line, from: place.span.from + found.from, to: place.span.from + found.to }
    return [candidate(path, found.value, [span], hit.weight * RELATION[place.relation] * (found.ambiguous ? 0.8 : 1))]
  }
  return []
}

/** "Bei Zahlung bis zum 05.06. 2 % Skonto, netto bis 20.06.": the day of a cash discount is not the day of payment. */
function inDiscount({ line, from }: Span, date: { readonly from: number; readonly to: number }): boolean {
  const end = /[,;]|\.\s|\s(?:oder|or|ou|und|and|et)\s/u
  const before = line.text
    .slice(0, from + date.from)
    .split(end)
    .at(-1)!
  const after = line.text.slice(from + date.to).split(end)[0]!
  return /skonto|(?:cash|early|prompt)\s\w*\s?discount|discount of|escompte|korting voor contant/iu.test(before + after)
}

/** "Schlussrechnung" and under it "Nr.   SR-2025-0815". */
function numberUnder(invoice: InvoiceText, hit: Hit): Span | null {
  const page = invoice.page(hit.line)
  const line = below(hit.line.at, page, 2.5).find(
    (l) => l !== hit.line && /^(?:nr|no|n[°o]|№|number|nummer|numéro)[.:\s]*(?:\S*\d\S*)?$/iu.test(l.text),
  )
  if (!line) return null
  if (/\d/.test(line.text)) return { line, from: /[.:\s]/.exec(line.text)?.index ?? 0, to: line.text.length }
  const right = rightOf(line.at, page).find((l) => l !== line)
  return right ? { line: right, from: 0, to: right.text.length } : null
}

/** The date behind the number in the title: "… Nr. 9314 vom 01.10.2018". */
function titleDates(invoice: InvoiceText): readonly Candidate[] {
  return invoice.hitsOf('title', 'creditTitle', 'number').flatMap((hit) => {
    if (hit.line.text.length > 140 || hit.line.text.slice(0, hit.from).trim().length > 12) return []
    const { span } = behindTitle(invoice, hit)
    const rest = textOf(span)
    const found = findDates(rest, invoice.text.locale)[0]
    if (!found) return hit.kind === 'number' ? [] : dateUnderTitle(invoice, hit)
    const between = rest.slice(0, found.from)
    const id = idAtStart(between)
    if (!DATE_WORD.test(id ? between.slice(id.to) : between)) return []
    return [
      candidate('issueDate', found.value, [{ line: span.line, from: span.from + found.from, to: span.from + found.to }], id ? 0.92 : 0.8),
    ]
  })
}

/** «Счёт 15/05» and on the next line «от 03.05.2026 · …»: the date goes on from the title. */
function dateUnderTitle(invoice: InvoiceText, hit: Hit): readonly Candidate[] {
  const line = below(hit.line.at, invoice.page(hit.line), 1.5).find((l) => l !== hit.line && Math.abs(l.at.x0 - hit.line.at.x0) < 2 * l.em)
  const found = line && findDates(line.text, invoice.text.locale)[0]
  const lead = found ? line.text.slice(0, found.from) : ''
  return found && lead.trim() !== '' && DATE_WORD.test(lead)
    ? [candidate('issueDate', found.value, [{ line, from: found.from, to: found.to }], 0.85)]
    : []
}

/** "… wird am 20.03.2014 von Ihrem Konto … eingezogen": the day of the direct debit is the day of payment. */
function debitDates(invoice: InvoiceText): readonly Candidate[] {
  return invoice.text.lines.flatMap((line, i) => {
    const after = `${line.text} ${invoice.text.lines[i + 1]?.text ?? ''}`
    return findDates(line.text, invoice.text.locale).flatMap((date) => {
      const told =
        /(?:wird|werden|am|on|le)\s*$/iu.test(line.text.slice(0, date.from)) &&
        /abgebucht|eingezogen|lastschrift|prélev|debited|direct debit/iu.test(after.slice(date.to, date.to + 160))
      return told ? [candidate('dueDate', date.value, [{ line, from: date.from, to: date.to }], 0.6)] : []
    })
  })
}

/** A letter's date: alone on its line, or behind the place ("Berlin, den 3. Mai 2024"), in the upper part of the first page. */
function loneDates(invoice: InvoiceText): readonly Candidate[] {
  const first = invoice.text.pages[0]
  if (!first) return []
  return first.lines.flatMap((line) => {
    if (line.at.y0 > 0.45) return []
    const found = findDates(line.text, invoice.text.locale)
    if (found.length !== 1) return []
    const { from, to, value } = found[0]!
    const before = line.text.slice(0, from)
    if (line.text.slice(to).trim() !== '') return []
    const alone = before.trim() === ''
    if (!alone && !/^[\p{Lu}][\p{L} .()/-]{1,30},?\s*(?:den|le|am|,)?\s*$/u.test(before)) return []
    // A date in the column of another date's caption is that caption's.
    if (alone && captionNear(invoice, line)) return []
    return [candidate('issueDate', value, [{ line, from, to }], alone ? 0.5 : invoice.hitsOn(line).length > 0 ? 0.3 : 0.55)]
  })
}

function captionNear(invoice: InvoiceText, line: TextLine): boolean {
  const dated: readonly Caption[] = ['dueDate', 'deliveryDate', 'orderDate', 'otherDate', 'period']
  return invoice.hits.some((hit) => {
    if (hit.line.page !== line.page || !dated.includes(hit.kind)) return false
    const sameRow = hit.line.at.y0 < line.at.y1 && hit.line.at.y1 > line.at.y0 && hit.line.at.x1 <= line.at.x0
    const above = line.at.y0 - hit.line.at.y1
    return sameRow || (above > -0.3 * line.em && above < line.em && Math.abs(hit.line.at.x0 - line.at.x0) < 3 * line.em)
  })
}

function periods(invoice: InvoiceText): readonly Candidate[] {
  for (const hit of invoice.hitsOf('period')) {
    for (const place of placesOf(invoice, hit, 2)) {
      const found = findDates(textOf(place.span), invoice.text.locale)
      if (found.length < 2) continue
      const span = (i: number): Span => ({
        line: place.span.line,
        from: place.span.from + found[i]!.from,
        to: place.span.from + found[i]!.to,
      })
      if (found[0]!.value > found[1]!.value) continue
      return [candidate('period.start', found[0]!.value, [span(0)], 0.85), candidate('period.end', found[1]!.value, [span(1)], 0.85)]
    }
  }
  return []
}

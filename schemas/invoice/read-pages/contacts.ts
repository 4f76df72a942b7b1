import { rightOf, type Span, type TextLine } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { candidate, type InvoiceText } from './context.ts'

const EMAIL = /[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu
const PHONE_CAPTION = /(?<!\p{L})(?:tel(?:efon|ephone|efoon)?|fon|phone|téléphone|tél|mobil[e]?|cell|тел(?:ефон)?|т)(?!\p{L})[\s.:№]*/giu
const NUMBER = /^(\+?[\d(][\d\s()./–-]{4,22}\d)(?![\d.,])/u

/** Telephone and e-mail of both parties. `ownerOf` tells whose block a line belongs to. */
export function readContacts(invoice: InvoiceText, ownerOf: (span: Span) => 'seller' | 'buyer' | 'other'): readonly Candidate[] {
  const found = invoice.text.lines.flatMap((line) => [...emails(line), ...phones(line), ...phoneBeside(invoice, line), ...barePhone(line)])
  const taken = new Set<string>()
  return found.flatMap(({ key, value, span, score }) => {
    const owner = ownerOf(span)
    const path = `${owner}.contact.${key}`
    if (owner === 'other' || taken.has(path)) return []
    taken.add(path)
    return [candidate(path, value, [span], score)]
  })
}

interface FoundContact {
  readonly key: 'phone' | 'email'
  readonly value: string
  readonly span: Span
  readonly score: number
}

function emails(line: TextLine): readonly FoundContact[] {
  return [...line.text.matchAll(EMAIL)].map((match) => ({
    key: 'email',
    value: match[0],
    span: { line, from: match.index, to: match.index + match[0].length },
    score: 0.85,
  }))
}

/** A number needs its caption: nothing else tells it from an account or an order. */
function phones(line: TextLine): readonly FoundContact[] {
  return [...line.text.matchAll(PHONE_CAPTION)].flatMap((match) => {
    const from = match.index + match[0].length
    const number = NUMBER.exec(line.text.slice(from))?.[1]
    if (!number || number.replace(/\D/g, '').length < 6) return []
    return [{ key: 'phone', value: number.trim(), span: { line, from, to: from + number.trim().length }, score: 0.8 }]
  })
}

/** «+7 (000) 555-01-03» alone on its line: the plus says what it is. */
function barePhone(line: TextLine): readonly FoundContact[] {
  const number = /^\s*(\+\d[\d\s()-]{8,18}\d)\s*$/u.exec(line.text)?.[1]
  if (!number) return []
  const from = line.text.indexOf(number)
  return [{ key: 'phone', value: number, span: { line, from, to: from + number.length }, score: 0.6 }]
}

/** «Телефон:» in its own cell, the number right of it. */
function phoneBeside(invoice: InvoiceText, line: TextLine): readonly FoundContact[] {
  const caption = line.text.match(PHONE_CAPTION)?.at(-1)
  if (!caption || !line.text.endsWith(caption)) return []
  const right = rightOf(line.at, invoice.page(line)).find((l) => l !== line)
  const number = right && NUMBER.exec(right.text)?.[1]
  if (!right || !number || number.replace(/\D/g, '').length < 6) return []
  return [{ key: 'phone', value: number.trim(), span: { line: right, from: 0, to: number.trim().length }, score: 0.8 }]
}

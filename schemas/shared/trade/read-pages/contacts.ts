import { townOf } from '../../../../core/candidates/index.ts'
import { rightOf, type Span, type TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { candidate, type TradeText } from './context.ts'

// Begins once per address and ends at 64 signs (RFC 5321), or a long word would be tried from each of its letters.
const EMAIL = /(?<![\p{L}\d]|[\p{L}\d][._%+-])[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu
const PHONE_CAPTION = /(?<!\p{L})(?:tel(?:efon|ephone|efoon)?|fon|phone|téléphone|tél|mobil[e]?|cell|тел(?:ефон)?|т)(?!\p{L})[\s.:№–—-]*/giu
// Single letters and verbs introduce a number only right before it.
const PHONE_SIGN = /(?<![\p{L}\d])(?:[TP]|Ph|Call(?: us)?|Hotline|Rufnummer|Моб)\.?(?:\s?[:–—]\s*|\s+|(?=[+(]))(?=[+(\d])/gu
const NUMBER = /^(\+?[\d(][\d\s()./–-]{4,22}\d)(?![\d.,])/u

/** Telephone and e-mail of both parties. `ownerOf` tells whose block a line belongs to. */
export function readContacts(invoice: TradeText, ownerOf: (span: Span) => 'seller' | 'buyer' | 'other'): readonly Candidate[] {
  const found = invoice.text.lines.flatMap((line) => [
    ...emails(line),
    ...phones(line),
    ...phoneBeside(invoice, line),
    ...barePhone(line),
    ...phoneAmong(line),
    ...phoneUnder(invoice, line),
  ])
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
  return [...line.text.matchAll(PHONE_CAPTION), ...line.text.matchAll(PHONE_SIGN)].flatMap((match) => {
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

const NATIONAL = /^(?:\+\d|\(?0\d)[\d\s()./-]{6,18}\d$/u

/** "01 99 00 05 12 – info@…": a number between separators on the line of an e-mail address. */
function phoneAmong(line: TextLine): readonly FoundContact[] {
  if (!/@/.test(line.text)) return []
  return [...line.text.matchAll(/(?:(?!\s[–—-]\s|\s*[●•·∙|]\s*|,\s|;\s).)+/gu)].flatMap((match) => {
    const text = match[0].replace(/^[\s●•·∙|–—,;-]+/u, '').trimEnd()
    const from = match.index + match[0].indexOf(text)
    return telephone(text) ? [{ key: 'phone', value: text, span: { line, from, to: from + text.length }, score: 0.6 }] : []
  })
}

/** A number alone on its line, straight under the town of an address. */
function phoneUnder(invoice: TradeText, line: TextLine): readonly FoundContact[] {
  const text = line.text.trim()
  if (!telephone(text)) return []
  const over = invoice
    .page(line)
    .lines.find(
      (l) => l !== line && Math.abs(l.at.x0 - line.at.x0) < l.em && line.at.y0 - l.at.y1 > -0.5 * l.em && line.at.y0 - l.at.y1 < 0.9 * l.em,
    )
  return over && townOf(over.text) !== null ? [{ key: 'phone', value: text, span: { line, from: 0, to: text.length }, score: 0.6 }] : []
}

function telephone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return NATIONAL.test(text) && digits >= 9 && digits <= 13 && /[\s/-]/.test(text)
}

/** «Телефон:» in its own cell, the number right of it. */
function phoneBeside(invoice: TradeText, line: TextLine): readonly FoundContact[] {
  const caption = line.text.match(PHONE_CAPTION)?.at(-1)
  if (!caption || !line.text.endsWith(caption)) return []
  const right = rightOf(line.at, invoice.page(line)).find((l) => l !== line)
  const number = right && NUMBER.exec(right.text)?.[1]
  if (!right || !number || number.replace(/\D/g, '').length < 6) return []
  return [{ key: 'phone', value: number.trim(), span: { line: right, from: 0, to: number.trim().length }, score: 0.8 }]
}

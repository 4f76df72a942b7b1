import { restOfLine, rightOf, type Span, type TextPage } from '../../../../core/extraction/labels/index.ts'
import type { Caption } from '../labels/index.ts'
import type { Hit } from './context.ts'

/** Captions that begin another section of the page. */
export const SECTION_END: readonly Caption[] = [
  'seller',
  'buyer',
  'shipTo',
  'payee',
  'otherParty',
  'title',
  'creditTitle',
  'number',
  'issueDate',
  'dueDate',
  'paymentTerms',
  'purchaseOrder',
  'period',
  'deliveryDate',
  'iban',
  'due',
  'gross',
  'net',
  'precedingInvoice',
  'contractRef',
]

/** A caption heads its line, and nothing but its value follows. */
export function standsAlone(hit: Hit): boolean {
  const { text } = hit.line
  const before = text.slice(0, hit.from).trim()
  if (before !== '' && !/[:|]$/.test(before)) return false
  const after = text.slice(hit.to)
  if (after.trim() === '' || /^\s*(?:\([^)]{0,40}\)\s*$|(?:\([^)]{0,40}\))?\s*:)/.test(after)) return true
  // Without a colon only a phrase or a Russian form's caption introduces a value on its line ("Bill to ACME").
  const phrase = /\s/.test(text.slice(hit.from, hit.to).trim()) || /\p{Script=Cyrillic}/u.test(text.slice(hit.from, hit.to))
  return phrase && !/^\s+\p{Ll}/u.test(after)
}

/** A caption with its value behind a colon, or alone on its line. */
export function startsField(hit: Hit): boolean {
  const after = hit.line.text.slice(hit.to)
  return after.trim() === '' || /^\s*:/.test(after)
}

/** The value of a caption: behind it, else right of it. */
export function printedValue(hit: Hit, page: TextPage): Span | null {
  const rest = restOfLine(hit)
  if (rest) return rest
  const line = rightOf(hit.line.at, page).find((l) => l !== hit.line)
  return line ? { line, from: 0, to: line.text.length } : null
}

import { findIdentifiers, plainVatId } from '../identifiers/index.ts'
import type { Reading } from '../reading.ts'

const MOST = 2_000 // a 500-page file has one supplier; its first pages name it
const SHORTEST_NUMBER = 6

/** A name as a supplier key: `name:` and its letters and digits. Empty when there are none. */
export function supplierNameKey(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return folded === '' ? '' : `name:${folded}`
}

/**
 * Every key under which the document's supplier could be known: identifiers, number-like words and whole lines (as names). The organisation's own
 * tax ids are none: they stand on every document it gets.
 */
export function supplierKeysOn(reading: Reading, ownTaxIds: readonly string[]): readonly string[] {
  const own = new Set(ownTaxIds.map(plainVatId))
  const keys = new Set<string>()
  for (const line of reading.pages.flatMap((page) => page.lines)) {
    if (keys.size >= MOST) break
    for (const { value } of findIdentifiers(line.text)) keys.add(plainVatId(value))
    for (const { text } of line.words) if (/\d/.test(text) && text.length >= SHORTEST_NUMBER) keys.add(plainVatId(text))
    keys.add(supplierNameKey(line.text))
  }
  keys.delete('')
  return [...keys].filter((key) => !own.has(key))
}

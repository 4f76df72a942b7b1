import type { Fields } from '../field.ts'
import type { Box } from '../geometry.ts'
import type { Page } from '../reading.ts'
import type { Result } from '../result.ts'
import { passagesOf } from './passages.ts'
import { chunksOf, codesOf, plainText } from './words.ts'

/** What can be found of a document. */
export interface SearchEntry {
  readonly type: string
  readonly partner: string | null
  readonly number: string | null
  /** ISO `YYYY-MM-DD`. */
  readonly date: string | null
  /** Decimal string. */
  readonly amount: string | null
  readonly currency: string | null
  /** Nobody may find it before the blind entry. */
  readonly blind: boolean
  readonly passages: readonly EntryPassage[]
  /** What every passage is about: whose document it is, and of which kind. */
  readonly context: string
}

export interface EntryPassage {
  /** Null = a value that stands on no page (e-invoice data, a correction). */
  readonly page: number | null
  /** Path of the field whose value this is; null = read from the page. */
  readonly path: string | null
  readonly text: string
  /** One per word, or one for all of a field's value; none where it stands on no page. */
  readonly boxes: readonly Box[]
  /** Besides the text: captions of a field. */
  readonly about: string
}

interface Described {
  /** Caption of a path in every language. */
  readonly captionOf: (path: string) => string
  /** Caption of the document type in every language. */
  readonly typeCaption: string
}

/** `read`: the passages of the pages (pagePassages), where there are any. */
export function searchEntry(
  result: Result,
  read: readonly EntryPassage[],
  fileName: string,
  { captionOf, typeCaption }: Described,
): SearchEntry {
  const { partner = null, number = null, date = null, amount = null, currency = null } = result.headline ?? {}
  return {
    type: result.type,
    partner,
    number,
    date: date !== null && isDay(date) ? date : null,
    amount: amount !== null && /^-?\d{1,15}(?:\.\d{1,6})?$/.test(amount) ? amount : null,
    currency,
    blind: Boolean(result.acceptance?.blind),
    context: [typeCaption, partner, number, fileName].filter(Boolean).join(' '),
    passages: [...fieldPassages(result.fields, captionOf), ...read],
  }
}

/** Lexemes for the database beside those of the words, each once. */
export function codesIn(text: string): readonly string[] {
  return [...new Set(chunksOf(text).flatMap((chunk) => codesOf(chunk)))]
}

/** Words that a slip of the finger may have meant. */
export function lexiconOf({ passages, context }: Pick<SearchEntry, 'passages' | 'context'>): readonly string[] {
  const words = [context, ...passages.map(({ text }) => text)].flatMap((text) => plainText(text).split(' '))
  return [...new Set(words)].filter((word) => word.length > 2 && word.length <= 40 && !/\d/.test(word)).sort()
}

export function pagePassages(page: Page): readonly EntryPassage[] {
  return passagesOf(page).map((passage) => ({ ...passage, path: null, about: '' }))
}

/** Values of the header: those of lines stand on the page beside each other, where they say more. */
function fieldPassages(fields: Fields, captionOf: Described['captionOf']): readonly EntryPassage[] {
  return Object.entries(fields).flatMap(([path, { value, evidence }]): readonly EntryPassage[] => {
    if (typeof value !== 'string' || value.trim() === '' || (path.includes('[') && evidence.some(({ page }) => page !== null))) return []
    const place = evidence.find(({ page, box }) => page !== null && box !== null)
    const text = value.replace(/\s+/g, ' ').replaceAll('\0', '').toWellFormed().trim()
    return [{ page: place?.page ?? null, path, text, boxes: place?.box ? [place.box] : [], about: captionOf(path) }]
  })
}

function isDay(iso: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso)) && new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10) === iso
  )
}

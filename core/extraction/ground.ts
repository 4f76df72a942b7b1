import type { Candidate, Evidence } from '../field.ts'
import { boundingBox } from '../geometry.ts'
import type { Line, Reading } from '../reading.ts'

/** Where printed texts stand, by their letters and digits alone. Built once per document. */
export interface PrintedIndex {
  /** The first place of `text` on the pages, as whole words on one line; null when it is not printed. */
  find(text: string): Evidence | null
}

const MAX_WORDS = 12

export function indexPrinted(reading: Reading): PrintedIndex {
  const places = new Map<string, Evidence>()
  for (const page of reading.pages)
    for (const line of page.lines)
      for (const place of placesOf(line, page.index)) if (!places.has(place.key)) places.set(place.key, place.evidence)
  return { find: (text) => places.get(keyOf(text)) ?? null }
}

function placesOf({ words }: Line, page: number): readonly { key: string; evidence: Evidence }[] {
  return words.flatMap((_, start) =>
    Array.from({ length: Math.min(MAX_WORDS, words.length - start) }, (_, n) => words.slice(start, start + n + 1)).map((run) => {
      const text = run.map((w) => w.text).join(' ')
      return { key: keyOf(text), evidence: { page, box: boundingBox(run.map((w) => w.box)), text } }
    }),
  )
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** How a canonical value may be printed: amounts in either notation (punctuation does not count), dates in the usual orders. */
export function printedForms(value: string): readonly string[] {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (date) {
    const [, y, m, d] = date as unknown as [string, string, string, string]
    return [`${d}${m}${y}`, `${y}${m}${d}`, `${m}${d}${y}`, `${d}${m}${y.slice(2)}`, `${Number(d)}${Number(m)}${y}`, ...longDates(y, m, d)]
  }
  if (/^-?\d+(\.\d+)?$/.test(value)) {
    const [whole, fraction = ''] = value.replace('-', '').split('.') as [string, string?]
    const short = fraction.replace(/0+$/, '')
    return [...new Set([`${whole}${fraction.padEnd(2, '0')}`, `${whole}${fraction}`, `${whole}${short}`])]
  }
  return [value]
}

const LOCALES = ['de', 'en', 'fr', 'ru', 'nl']

function longDates(y: string, m: string, d: string): readonly string[] {
  const at = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
  return LOCALES.flatMap((locale) => {
    const name =
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).formatToParts(at).find((p) => p.type === 'month')
        ?.value ?? ''
    return [`${Number(d)}${name}${y}`, `${d}${name}${y}`, `${name}${Number(d)}${y}`]
  })
}

/** Adds the printed place beside the XPath of a structured value, so that the reviewer sees it on the page. */
export function groundCandidate(candidate: Candidate, printed: PrintedIndex): Candidate {
  if (typeof candidate.value !== 'string') return candidate
  const place = [candidate.raw, ...printedForms(candidate.value)].map((form) => printed.find(form)).find((found) => found !== null)
  return place ? { ...candidate, evidence: [...candidate.evidence, place] } : candidate
}

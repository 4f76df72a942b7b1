import type { Candidate, Evidence } from '../field.ts'
import { boundingBox } from '../geometry.ts'
import type { Line, Reading } from '../reading.ts'

/** Where printed texts stand, by their letters and digits alone. Built once per document. */
export interface PrintedIndex {
  /** The first place of `text` on the pages, as whole words on one line; null when it is not printed. */
  find(text: string): Evidence | null
}

const MAX_WORDS = 12

/** A word with letters or digits, in the order of the document. */
interface Place {
  readonly order: number
  readonly page: number
  readonly line: Line
  /** The line's words by number, and the key of each. */
  readonly keys: readonly string[]
  readonly at: number
}

export function indexPrinted(reading: Reading): PrintedIndex {
  const byFirstWord = new Map<string, Place[]>()
  let order = 0
  for (const page of reading.pages)
    for (const line of page.lines) {
      const keys = line.words.map((word) => keyOf(word.text))
      for (const [at, key] of keys.entries()) {
        if (key === '') continue
        const places = byFirstWord.get(key) ?? []
        if (places.length === 0) byFirstWord.set(key, places)
        places.push({ order: order++, page: page.index, line, keys, at })
      }
    }
  return {
    find(text) {
      const key = keyOf(text)
      let first: Place | null = null
      let count = 0
      // The first word of the run is some beginning of the key.
      for (let length = 1; length <= key.length; length++)
        for (const place of byFirstWord.get(key.slice(0, length)) ?? []) {
          if (first && place.order > first.order) break
          const words = runLength(place, key)
          if (words > 0) [first, count] = [place, words]
        }
      if (!first) return null
      const run = first.line.words.slice(first.at, first.at + count)
      return { page: first.page, box: boundingBox(run.map((w) => w.box)), text: run.map((w) => w.text).join(' ') }
    },
  }
}

/** How many words from here make up the key exactly; 0 when they do not. */
function runLength({ keys, at }: Place, key: string): number {
  let joined = ''
  for (let n = 1; n <= MAX_WORDS && at + n <= keys.length; n++) {
    joined += keys[at + n - 1]
    if (joined === key) return n
    if (!key.startsWith(joined)) return 0
  }
  return 0
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

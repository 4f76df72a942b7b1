import type { Candidate, Value } from '../../../core/field.ts'
import type { XmlElement } from '../../../core/xml.ts'

/** Text of an element → canonical value, or null when it has none. */
export type Normalise = (element: XmlElement) => Value | null

export interface Collector {
  readonly candidates: readonly Candidate[]
  /** Adds the element's value at `path`; an absent element or an unreadable value adds nothing. */
  put(path: string, element: XmlElement | undefined, normalise?: Normalise): void
  /** A value calculated from several elements (the sum of a line's allowances). */
  putValue(path: string, value: Value, from: readonly XmlElement[]): void
}

export function createCollector(): Collector {
  const candidates: Candidate[] = []
  const putValue = (path: string, value: Value, from: readonly XmlElement[]) => {
    const evidence = from.map((element) => ({ page: null, box: null, text: element.text, path: element.path }))
    candidates.push({ path, value, raw: from.map((e) => e.text).join(' '), source: 'xml', extractor: 'xml', score: 1, evidence })
  }
  return {
    candidates,
    putValue,
    put(path, element, normalise = text) {
      const value = element ? normalise(element) : null
      if (element && value !== null) putValue(path, value, [element])
    },
  }
}

/** Elements at the end of `path`: steps are local names, `A|B` takes either (the two CII generations name the same thing differently). */
export function all(from: XmlElement | undefined, path: string): readonly XmlElement[] {
  if (!from) return []
  return path.split('/').reduce<readonly XmlElement[]>(
    (at, step) => {
      const names = step.split('|')
      return at.flatMap((element) => element.children.filter((child) => names.includes(child.name)))
    },
    [from],
  )
}

export function one(from: XmlElement | undefined, path: string): XmlElement | undefined {
  return all(from, path)[0]
}

/** An element of the list whose `attribute` is `value`. */
export function withAttribute(elements: readonly XmlElement[], attribute: string, value: string): XmlElement | undefined {
  return elements.find((element) => element.attributes[attribute] === value)
}

export const text: Normalise = ({ text: raw }) => raw.replace(/\s+/g, ' ') || null

/** `1980.5` → `1980.50`: at least two decimals, more where the document has them. */
export const money: Normalise = ({ text: raw }) => decimal(raw, 2)

/** `20.0000` → `20`. */
export const quantity: Normalise = ({ text: raw }) => decimal(raw, 0)

/** xs:decimal → plain decimal string with at least `places` decimals; null for anything else. */
function decimal(raw: string, places: number): string | null {
  const match = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(raw)
  if (!match || (!match[2] && !match[3] && !/0/.test(raw))) return null
  const [, sign, whole, fraction = ''] = match
  const kept = fraction.replace(/0+$/, '').padEnd(places, '0')
  const digits = `${whole || '0'}${kept ? `.${kept}` : ''}`
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits
}

/** CII format 102 (`20260312`) or an ISO date with or without time zone. */
export const date: Normalise = ({ text: raw }) => {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(raw)
  if (!match) return null
  const iso = `${match[1]}-${match[2]}-${match[3]}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? null : iso
}

/** Identifiers without the blanks people type into them. */
export const compact: Normalise = ({ text: raw }) => raw.replace(/\s+/g, '') || null

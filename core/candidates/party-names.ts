import { below, type DocumentText, type Span, type TextLine, type TextPage, textOf } from '../extraction/labels/index.ts'
import { countryCode, isStreet, townOf } from './addresses.ts'
import { hasLegalForm, legalFormEnd } from './legal-forms.ts'

/** A printed text that can be the name of a firm or person. `legal`: it carries a legal form. */
export interface PartyName {
  readonly value: string
  /** Two where the legal form is printed on the next line. */
  readonly spans: readonly [Span, ...Span[]]
  readonly legal: boolean
}

const LONGEST = 90
/** What follows a name on its line: numbers of the firm, its address, a separator of letterheads. */
const BEHIND =
  /(?<![\s,;(])[\s,;(]*(?:(?<!\p{L})(?:ИНН|КПП|ОГРН|адрес|тел|р\/с|БИК|USt|Tel|Fax|SIRET|VAT|Geschäftsführer|au capital|capital social|Registered)|\d{6}(?=[,\s])|\s[●•·∙|–—-]\s|[●•·∙|]|,\s(?=\d|[^,]*\d{4,6}))/u
const RUSSIAN_FORM = /(?<![\p{L}])(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОО)\s*["«„“]|(?<![\p{L}])(?:ИП|Индивидуальный предприниматель)\s\p{Lu}/gu

/** Names by form alone, several per line where it is open where a name begins or ends. */
export function findPartyNames(text: DocumentText): readonly PartyName[] {
  return text.pages.flatMap((page) => page.lines.flatMap((line) => namesOf(line, page)))
}

function namesOf(line: TextLine, page: TextPage): readonly PartyName[] {
  const found = new Map<string, PartyName>()
  for (const from of starts(line.text))
    for (const to of ends(line.text, from)) {
      const span = trimmed({ line, from, to })
      const value = textOf(span).replace(/\s+/g, ' ')
      if (!nameable(value) || found.has(value)) continue
      found.set(value, { value, spans: [span], legal: hasLegalForm(value) })
      const next = to === line.text.length && !hasLegalForm(value) ? formBelow(line, page) : null
      if (next) {
        const joined = `${value} ${textOf(next).replace(/\s+/g, ' ')}`
        found.set(joined, { value: joined, spans: [span, next], legal: true })
      }
    }
  return [...found.values()]
}

/** The line's start, behind a colon, and where a Russian legal form opens. */
function starts(text: string): readonly number[] {
  const colon = /^[^:]{2,45}:\s*(?=\S)/u.exec(text)
  return [...new Set([0, ...(colon ? [colon[0].length] : []), ...[...text.matchAll(RUSSIAN_FORM)].map(({ index }) => index)])]
}

/** The line's end, before a firm's numbers or address, behind its legal form. */
function ends(text: string, from: number): readonly number[] {
  const behind = BEHIND.exec(text.slice(from + 3))
  const form = legalFormEnd(text.slice(from))
  const out = [text.length, ...(behind ? [from + 3 + behind.index] : []), ...(form === null ? [] : [from + form])]
  return [...new Set(out)]
}

function trimmed(span: Span): Span {
  const text = textOf(span)
  const tail = /(?<![\s,;:|(])[\s,;:|(]+$/u.exec(text)?.[0].length ?? 0
  const lead = /^[\s,;:|]+/u.exec(text)?.[0].length ?? 0
  return { ...span, from: span.from + lead, to: Math.max(span.from + lead, span.to - tail) }
}

function nameable(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '').length
  if (letters < 3 || text.length > LONGEST || letters < 0.5 * text.length || /@|https?:|www\.|\d[.,]\d{2}(?!\d)/u.test(text)) return false
  if (hasLegalForm(text)) return true
  return countryCode(text) === null && !isStreet(text) && townOf(text) === null
}

function formBelow(line: TextLine, page: TextPage): Span | null {
  const next = below(line.at, page, 1.2).find((other) => other !== line && Math.abs(other.at.x0 - line.at.x0) < 1.5 * line.em)
  if (!next || !/^\W*(?:GmbH|mbH|AG|KG|UG|e\.\s?[KV]|Ltd|Limited|Inc|LLC|SARL|SAS|B\.?V\.|& Co)/u.test(next.text)) return null
  return trimmed({ line: next, from: 0, to: legalFormEnd(next.text) ?? next.text.length })
}

import { countryCode, isStreet, legalFormEnd, parseAddress, townOf, withUnits } from '../../../../core/candidates/index.ts'
import { type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import { type PartyText, withoutAttention } from './party-text.ts'

/** "Bei Spiel GmbH ● Ecke 12 ● 12345 Stadthausen": name, street and town on one line. */
export function splitSender(span: Span): Omit<PartyText, 'lines'> | null {
  const text = textOf(span)
  const town = townOf(text)
  if (!town) return null
  const parts = [...text.matchAll(/(?:(?!\s[●•·∙|–—-]\s|\s*[●•·∙|]\s*|,\s|;\s|\s[/*]\s).)+/gu)]
    .map((m) => ({ text: m[0].trim(), from: m.index + (m[0].length - m[0].trimStart().length) }))
    .map((part) => ({
      ...part,
      text: part.text.replace(/^[\s●•·∙|–—,;/*-]+/u, ''),
      from: part.from + (/^[\s●•·∙|–—,;/*-]+/u.exec(part.text)?.[0].length ?? 0),
    }))
    .filter((part) => part.text !== '')
    .reduce(withState, [] as readonly Part[])
  if (parts.length === 1) return withoutSeparators(span)
  if (parts.length > 8) return null
  const first = parts[0]!
  if (townOf(first.text) !== null || !/\p{L}{2}/u.test(first.text) || isStreet(first.text)) return null
  const at = (part: { readonly text: string; readonly from: number }): Span => ({
    line: span.line,
    from: span.from + part.from,
    to: span.from + part.from + part.text.length,
  })
  const townPart = parts.findIndex((part) => townOf(part.text) !== null)
  if (townPart < 1) return null
  const used = parts.slice(1, townPart + 1)
  const after = parts[townPart + 1]
  const address = parseAddress([...withUnits(used.map((p) => p.text)), ...(after && countryCode(after.text) ? [after.text] : [])])
  return { name: withoutAttention(at(first)), nameMore: [], address, addressSpans: used.map(at) }
}

interface Part {
  readonly text: string
  readonly from: number
}

/** "Nowhere Falls, OR 00017" is one part: the comma belongs to the town. */
function withState(parts: readonly Part[], part: Part): readonly Part[] {
  const last = parts.at(-1)
  if (!last || !/^[A-Z]{2} \d{5}(?!\d)/.test(part.text)) return [...parts, part]
  return [...parts.slice(0, -1), { text: `${last.text}, ${part.text}`, from: last.from }]
}

/** "Au bon moulin SARL 1242 chemin de l'olive 84340 Malaucène": the legal form ends the name, as when OCR loses the signs between. */
function withoutSeparators(span: Span): Omit<PartyText, 'lines'> | null {
  const text = textOf(span)
  const end = legalFormEnd(text)
  const address = end === null ? null : parseAddress([text.slice(end).trim()])
  if (end === null || address === null || address.zip === null) return null
  const rest: Span = { line: span.line, from: span.from + end + 1, to: span.to }
  return { name: { ...span, to: span.from + end }, nameMore: [], address, addressSpans: [rest] }
}

import { legalFormEnd, parseAddress, townOf, withUnits } from '../../../../core/candidates/index.ts'
import { type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import type { PartyText } from './party-text.ts'

/** «ООО "Ромашка", ИНН 7707083893, КПП 773601001, 117587, Москва г, …»: one running text, often over several lines. */
export function inlineParty(spans: readonly Span[]): PartyText | null {
  const text = spans.map(textOf).join(' ')
  const caption = /,?\s*(?:юр\.?|юридический|почтовый|факт\.?)?\s*адрес\s*:/iu.exec(text)
  const mark = /,?\s*\(?ИНН(?:\/КПП)?[\s:№–—-]*\d{10,12}/u.exec(text)
  const comma = /^((?:[^,"«»“”]|"[^"]*"|«[^»]*»|“[^”]*”)+),\s*(?=.*(?:\d{6}|(?:^|[\s,])(?:г|ул|д|обл)\.))/u.exec(text)
  if (!/[а-яё]{3}/i.test(text) || (!mark && !comma)) return null
  const nameLength = Math.min(
    mark?.index ?? Number.POSITIVE_INFINITY,
    caption?.index ?? Number.POSITIVE_INFINITY,
    comma ? comma[1]!.length : Number.POSITIVE_INFINITY,
    // «ООО «Север» 198099, г. …»: the index begins the address.
    /\s+\d{6}(?=[,\s])/u.exec(text)?.index ?? Number.POSITIVE_INFINITY,
  )
  const name = part(spans, 0, nameLength)
  if (name.length === 0 || !/\p{L}{2}/u.test(text.slice(0, nameLength))) return null
  const after = text.slice(nameLength)
  const lead =
    /^(?:[\s,;()]*(?:ИНН(?:\/КПП)?|КПП|ОГРН(?:ИП)?)[\s:№–—-]*\d{9,15}(?:\s*\/\s*\d{9})?)+[\s,;)]*|^[\s,;]*(?:юр\.?|юридический|почтовый|факт\.?)?\s*адрес\s*:\s*|^[\s,;]+(?=\d{6}|\p{Lu})/u.exec(
      after,
    )?.[0].length ?? 0
  const tail =
    /[,;\s]*(?:тел\.?|т\.|телефон|факс|e-?mail|р\/с|расч|в банке|банк\s|БИК|ОГРН|ИНН|КПП)/iu.exec(after.slice(lead))?.index ??
    after.length - lead
  const addressSpans = tail > 5 ? part(spans, nameLength + lead, nameLength + lead + tail) : []
  const address = addressSpans.length === 0 ? null : parseAddress([addressSpans.map(textOf).join(' ')])
  return { name: name[0]!, nameMore: name.slice(1), address, addressSpans: address ? addressSpans : [], lines: spans.map((s) => s.line) }
}

/**
 * "Beispiel GmbH & Co. KG, Musterstraße 12, 00815" and "Musterstadt, USt-IdNr.: …" on the next line: a firm with its address as running text, broken
 * inside the address. What follows the town is no address.
 */
export function wrappedParty(spans: readonly Span[]): PartyText | null {
  const [first, next] = spans
  if (!first || !next || townOf(textOf(first)) !== null) return null
  const end = legalFormEnd(textOf(first))
  if (end === null || !/^\s*,\s/.test(textOf(first).slice(end))) return null
  const more = /^[^,:;]+/.exec(textOf(next))?.[0] ?? ''
  const parts = `${textOf(first)
    .slice(end)
    .replace(/^\s*,\s*/, '')} ${more}`
    .split(/,\s+/)
    .map((text) => text.trim())
  const address = parseAddress(withUnits(parts.filter((text) => text !== '')))
  if (!address?.zip || !address.city) return null
  const addressSpans: readonly Span[] = [
    { ...first, from: first.from + end + 1 },
    { ...next, to: next.from + more.length },
  ]
  return { name: { ...first, to: first.from + end }, nameMore: [], address, addressSpans, lines: spans.map((s) => s.line) }
}

/** Characters `from`..`to` of the spans' joined text, as spans. */
function part(spans: readonly Span[], from: number, to: number): readonly Span[] {
  const out: Span[] = []
  let offset = 0
  for (const span of spans) {
    const length = span.to - span.from
    const a = Math.max(from, offset)
    const b = Math.min(to, offset + length)
    if (b > a) {
      const text = span.line.text.slice(span.from + a - offset, span.from + b - offset)
      const trimmed = {
        from: span.from + a - offset + (text.length - text.trimStart().length),
        to: span.from + a - offset + text.trimEnd().length,
      }
      if (trimmed.to > trimmed.from) out.push({ line: span.line, ...trimmed })
    }
    offset += length + 1
  }
  return out
}

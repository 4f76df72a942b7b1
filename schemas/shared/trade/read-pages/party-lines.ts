import {
  countryCode,
  hasLegalForm,
  isStreet,
  legalFormEnd,
  type PostalAddress,
  parseAddress,
  townOf,
  withUnits,
} from '../../../../core/candidates/index.ts'
import { type Span, type TextLine, textOf, wholeLine } from '../../../../core/extraction/labels/index.ts'
import type { Caption } from '../labels/index.ts'
import type { TradeText } from './context.ts'

/** A firm or person as printed: name and address with their places. */
export interface PartyText {
  readonly name: Span | null
  /** Further lines of the name. */
  readonly nameMore: readonly Span[]
  readonly address: PostalAddress | null
  readonly addressSpans: readonly Span[]
  readonly lines: readonly TextLine[]
}

const SALUTATION =
  /^(?:herrn?|frau|firma|fa\.|familie|mr\.?|mrs\.?|ms\.?|m\.|mme\.?|monsieur|madame|an|to|de heer|mevrouw|heer|the|dear|company|à l'attention de)\.?:?$/iu
const ATTENTION = /^(?:attn\.?|att\.|z\.\s?hd\.?(?:\s?v\.)?|t\.a\.v\.|c\/o|attention|à l'attention de|zu händen|контактное лицо)\s*:?\s*/iu
const NOISE: readonly Caption[] = [
  'contact',
  'customerNumber',
  'otherNumber',
  'vatId',
  'buyerVatId',
  'taxNumber',
  'legalId',
  'iban',
  'bic',
  'account',
  'bankName',
  'lineNumber',
  'inn',
  'kpp',
  'bik',
  'corrAccount',
  'orderDate',
  'otherDate',
  'issueDate',
  'date',
  'dueDate',
  'deliveryDate',
  'number',
  'purchaseOrder',
  'buyerReference',
]

/** Reads name and address from the lines (or parts of lines) of one party. */
export function readParty(invoice: TradeText, spans: readonly Span[]): PartyText | null {
  const inline = spans.length > 0 ? (inlineParty(spans) ?? wrappedParty(spans)) : null
  if (inline) return inline
  const useful = spans.flatMap((span) => (noise(invoice, span) ? firmIn(invoice, span) : [span]))
  const townAt = useful.findIndex((span) => townOf(textOf(span)) !== null)
  const until = townAt < 0 ? useful.length : townAt + 1
  const head = useful.slice(0, Math.min(until, 7))
  const nameAt = nameIndex(head)
  if (nameAt < 0) return null
  const name = withoutAttention(head[nameAt]!)
  const next = head[nameAt + 1]
  const nameMore =
    next &&
    /^[^\p{L}\p{N}]*(?:GmbH|mbH|AG|KG|UG|e\.\s?[KV]|Versicherungsverein|Ltd|Limited|Inc|LLC|S\.?A|SARL|SAS|B\.?V\.|& Co)/u.test(
      textOf(next),
    ) &&
    !hasLegalForm(textOf(name))
      ? [next]
      : []
  const rest = head.slice(nameAt + 1 + nameMore.length)
  const country = useful[until] && countryCode(textOf(useful[until]!)) ? [useful[until]!] : []
  const addressSpans = [...rest.filter((span) => !person(span, rest)), ...country]
  const own = townOf(textOf(name)) ? splitSender(name) : null
  if (own) return { ...own, lines: spans.map((s) => s.line) }
  const address = addressSpans.length === 0 ? null : parseAddress(addressSpans.map(textOf))
  return { name, nameMore, address, addressSpans: address ? addressSpans : [], lines: spans.map((s) => s.line) }
}

function noise(invoice: TradeText, span: Span): boolean {
  const text = textOf(span).trim()
  if (text === '' || !/\p{L}{2}/u.test(text) || /@|https?:|www\.|^[^\p{L}\p{N}]*\+?\d[\d ()/-]{6,}$/iu.test(text)) return true
  return invoice.hitsOn(span.line).some((hit) => hit.from <= span.from + 2 && hit.from >= span.from - 1 && NOISE.includes(hit.kind))
}

/** «Modèle SARL - SIREN 995638665 - info@modele.example»: the firm before what makes the rest of the line no name. */
function firmIn(invoice: TradeText, span: Span): readonly Span[] {
  const end = legalFormEnd(textOf(span))
  const captioned = invoice.hitsOn(span.line).some((hit) => hit.from >= span.from && end !== null && hit.from < span.from + end)
  return end !== null && !captioned && /^\s*[-–—·•|,;]/u.test(textOf(span).slice(end)) ? [{ ...span, to: span.from + end }] : []
}

const LONG = 8 // words: a longer text without a legal form is a sentence, and names nobody

function nameIndex(spans: readonly Span[]): number {
  const usable = spans
    .map((span, i) => ({ i, text: textOf(span).trim() }))
    .filter(
      ({ text }) =>
        !SALUTATION.test(text) &&
        !countryCode(text) &&
        // OCR crumbs and remarks in brackets name nobody.
        text.replace(/[^\p{L}]/gu, '').length >= 3 &&
        !/^\(/.test(text) &&
        (!isStreet(text) || hasLegalForm(text)) &&
        (townOf(text) === null || hasLegalForm(text)) &&
        text.length < 90 &&
        (hasLegalForm(text) || (text.split(/\s+/).length <= LONG && !/\d\s?%/.test(text))),
    )
  return usable[0]?.i ?? -1
}

/** «… SAS au capital de 10 000 €», "GmbH, Geschäftsführer: …": what a foot adds behind the legal form. */
const APPENDIX = /\s+(?:au capital|capital social|mit Sitz|Sitz:?|Geschäftsführer|Registered|RCS)(?!\p{L}).*$/iu

function withoutAttention(span: Span): Span {
  const lead = ATTENTION.exec(textOf(span))?.[0].length ?? 0
  const appendix = APPENDIX.exec(textOf(span))?.[0].length ?? 0
  const end = appendix || (/[\s,;:|]+$/.exec(textOf(span))?.[0].length ?? 0)
  return { ...span, from: span.from + lead, to: span.to - end }
}

/** A contact person between the firm's name and the street is no address line. */
function person(span: Span, rest: readonly Span[]): boolean {
  const text = textOf(span)
  if (ATTENTION.test(text)) return true
  const streetAfter = rest.some((other) => other !== span && isStreet(textOf(other)))
  return (
    streetAfter &&
    !/\d/.test(text) &&
    !isStreet(text) &&
    /^(?:(?:dr|prof|herrn?|frau|mr|mrs|ms|mme|m)\.?\s)?\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){1,2}$/u.test(text.trim())
  )
}

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

/** «ООО "Ромашка", ИНН 7707083893, КПП 773601001, 117587, Москва г, …»: one running text, often over several lines. */
function inlineParty(spans: readonly Span[]): PartyText | null {
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
function wrappedParty(spans: readonly Span[]): PartyText | null {
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

export function wholeLines(lines: readonly TextLine[]): readonly Span[] {
  return lines.map(wholeLine)
}

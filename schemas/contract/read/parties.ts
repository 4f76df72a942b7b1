import { hasLegalForm, legalFormEnd } from '../../../core/candidates/index.ts'
import type { Prose } from '../../../core/prose/index.ts'
import type { Found } from '../../shared/worded/found.ts'
import type { Preamble } from './preamble.ts'

export interface FoundParty {
  readonly name: string
  readonly role: string | null
  /** Place of the name. */
  readonly from: number
  readonly to: number
  readonly score: number
}

// «(the “Company”)», «("XFN")», «(hereinafter referred to as Licensor)»: what a party is called from here on.
const CALLED =
  /\(\s?(?:(?:the|each,?\s?an?|hereinafter|hereafter|herein|referred|collectively|individually|together|as|a|an|and|or|called|to|jointly|severally|being|defined|below|also|known|nachfolgend|nachstehend|im\sfolgenden|kurz|genannt|der|die|das|den)[\s,:]+)*["“”‘«']{0,2}\s?([\p{L}\d][^()]{0,60}?)["”“’»']{0,2}[,.]?\s?(?:,?\s(?:or|and)\s[^()]{0,60})?\)/giu
const COLLECTIVE = /collectively|together|individually|each\sa|singularly|jointly|parties/iu
const LEAD =
  /^(?:[\s,;:.&)–-]+|(?:and|by|between|among|with|to|from|on\sthe\sone\shand|on\sthe\sother\shand|of\sthe\s(?:first|second|other)\spart|\(?(?:\d|[ivx]{1,4}|[a-d])[).]|\d\.|hereby\s[\p{L}\s]{0,30}?(?:agreement|agreements|agrees?)\swith|one\shand|the\sother\shand|zwischen|und|der|die|dem|den)(?=[\s,;:.])|(?:the\s)?(?:undersigned|following\sparties)(?=[\s,:]))/iu
const APPOSITIVE =
  /,?\s(?:(?:an?|the)\s(?:(?:[\p{L}-]+\s){0,6}?)(?:corporation|company|partnership|association|bank|trust|entity|individual|university|institution|body|agency|organi[sz]ation|enterprise|firm|person|resident|subsidiary|division|holding|LLC|REIT)\b|(?:a|an)\s(?:\p{Lu}[\p{L}.]+\s){1,3}\p{Ll}+|(?:organi[sz]ed|incorporated|registered|established|existing|formed|duly|with|having|whose|located|residing|acting|as\s|on\sbehalf|through|for\sitself|of\s\d|at\s\d|whose|which|is\s|having\sits|company\s(?:number|no)|eingetragen|mit\sSitz|vertreten|geschäftsansässig|headquartered|maintaining|doing\sbusiness|d\/b\/a|hereinafter|hereby|und\s|individually|and\sits\s|including\s))|\s?\(|,\s\d|;|\s[–—-]\s/iu
const GENERIC =
  /^(?:the\s)?(?:part(?:y|ies)|agreement|effective\sdate|company|business|services?|products?|territory|licensed|shares?|contract|whereas|date|term|this|each|such|both|any|all|article|section|exhibit)(?:\s|$|["”])/iu
const DATED = /^(?:made|dated|entered|effective|as\sof|is|executed|on)\s/iu

/** Parties of a contract in English or German: in the preamble, names stand before what they are called or before «a … corporation». */
export function findParties(prose: Prose, preamble: Preamble): readonly FoundParty[] {
  const opening = openingOf(preamble.text)
  const body = preamble.text.slice(opening)
  const found: FoundParty[] = []
  let at = 0
  for (const match of [...body.matchAll(CALLED), null]) {
    const end = match ? match.index : body.length
    const called = match?.[1] ?? null
    const group = match !== null && COLLECTIVE.test(match[0])
    for (const [piece, offset] of pieces(body.slice(at, end))) {
      const name = nameIn(piece) ?? nameBehind(piece)
      if (!name) continue
      const from = preamble.from + opening + at + offset + name.offset
      const sure = match !== null || hasLegalForm(name.text)
      if (sure)
        found.push({
          name: name.text,
          role: group ? null : roleOf(called),
          from,
          to: from + name.text.length,
          score: match && !group ? 0.85 : 0.7,
        })
    }
    if (match) at = match.index + match[0].length
  }
  const distinct = found.filter((one, i) => !found.slice(0, i).some((other) => key(other.name) === key(one.name)))
  return distinct.length > 0 ? distinct.slice(0, 12) : coverParties(prose)
}

/** Where the names begin: behind «between», or the start of a letter. */
function openingOf(text: string): number {
  const match =
    /(?<!\p{L})(?:between|among|zwischen)(?:\sand\samong)?(?:\sthe\s(?:following\s)?(?:\p{L}+\s)?(?:parties|undersigned)(?:\s(?:hereto|below))?(?:[^:.;]{0,60}:)?)?\s?:?(?=\s)/iu.exec(
      text,
    )
  if (match) return match.index + match[0].length
  return /^\s?This\s/iu.test(text) ? (/(?:agreement|contract|lease)\S*\s/iu.exec(text)?.[0].length ?? 0) : 0
}

/** «ABC Corp., a Delaware corporation, and XYZ Ltd., a company of …» before one bracket: two names. */
function pieces(text: string): readonly (readonly [string, number])[] {
  const out: (readonly [string, number])[] = []
  let at = 0
  for (const match of text.matchAll(/(?:[,;]?\s(?:and|und)|;)\s(?=(?:the\s)?[\p{Lu}\d])/gu)) {
    const [left, right] = [text.slice(at, match.index), text.slice(match.index + match[0].length)]
    if (!complete(left, right, match[0])) continue
    out.push([left, at])
    at = match.index + match[0].length
  }
  return [...out, [text.slice(at), at]]
}

const IN_PLACE = /\s(?:in|of)\s(?:the\s)?(?:state\sof\s)?\p{Lu}\p{L}+$/u

/** «Smith and Jones Inc.» is one name, «A Corp. and B Ltd.» are two. */
function complete(left: string, right: string, joint: string): boolean {
  const name = nameIn(left)
  if (!name) return false
  if (joint.includes(';')) return true
  // «incorporated in England and Wales»: behind a place, only a legal form makes another party.
  if (IN_PLACE.test(left) && !hasLegalForm(nameIn(right)?.text ?? '')) return false
  const rest = left.slice(name.offset + name.text.length)
  const described = /^,\s?(?:an?|the)\s|^\s?\(/u.test(rest) || /corporation|company|partnership|organi[sz]ed/iu.test(rest)
  return (
    (described || hasLegalForm(name.text)) &&
    /^[^(]{0,160}?(?:,\s(?:an?|the|having|with|located|organi[sz]ed)|\(|$)/u.test(right) &&
    nameIn(right) !== null
  )
}

function nameIn(piece: string): { readonly text: string; readonly offset: number } | null {
  let offset = 0
  for (let lead = LEAD.exec(piece); lead && lead[0].length > 0; lead = LEAD.exec(piece.slice(offset))) offset += lead[0].length
  const rest = piece.slice(offset)
  if (!/^["“«]?[\p{Lu}\d]|^the\s\p{Lu}/u.test(rest) || DATED.test(rest)) return null
  const end = APPOSITIVE.exec(rest)
  const cut = end ? rest.slice(0, end.index) : rest
  const text = withoutAddress(cut)
    .replace(/[\s,;:"“”]+$/u, '')
    .replace(/,?\s(?:and|by|with)$/iu, '')
  const words = text.split(/\s+/u)
  // The address of the party before, and the name behind it.
  if (/\d[^,]*,\s(?:and|und)\s\p{Lu}/u.test(text)) return null
  if (text.length < 3 || text.length > 110 || words.length > 14 || GENERIC.test(text) || text.includes(':') || !/\p{L}{2}/u.test(text))
    return null
  const small = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) && !hasLegalForm(word) && !/^(?:of|and|the|for|de|der|des|und|für|von|an|in|on|van|la|du|di)$/u.test(word),
  )
  return small.length > 0 ? null : { text, offset }
}

/** «Backhaus Meyer KG, Am Markt 1»: behind the legal form the address follows. «Technology Co., Ltd.» has another one. */
function withoutAddress(text: string): string {
  const end = legalFormEnd(text)
  return end !== null && /^(?:,|\sof\s)/u.test(text.slice(end)) && !hasLegalForm(text.slice(end)) ? text.slice(0, end) : text
}

/** What belongs to the party before, then a name: «, a Maryland corporation, and Virtuoso Surgical, Inc.». */
function nameBehind(piece: string): ReturnType<typeof nameIn> {
  for (const match of piece.matchAll(/(?:,\s(?:and,?\s)?|\sand,?\s|;\s)(?=(?:the\s)?\p{Lu})/gu)) {
    const at = match.index + match[0].length
    const name = nameIn(piece.slice(at))
    if (!name || /\d{3}/u.test(name.text)) continue
    const rest = piece.slice(at + name.offset + name.text.length)
    if (hasLegalForm(name.text) || /^,\s(?:an?)\s/u.test(rest)) return { text: name.text, offset: at + name.offset }
  }
  return null
}

function roleOf(called: string | null): string | null {
  const role =
    called
      ?.replace(/["“”‘’«»']/gu, '')
      .replace(/\s+/gu, ' ')
      .replace(/^(?:the|a|an)\s/iu, '')
      .trim() ?? ''
  return role.length > 1 && role.length <= 40 ? role : null
}

/** The cover: names in rows of their own above and below «and». */
function coverParties(prose: Prose): readonly FoundParty[] {
  const rows = prose.rows.slice(0, 60)
  const text = (i: number) => (rows[i] ? prose.text.slice(rows[i].from, rows[i].to).trim() : '')
  const joint = rows.findIndex((_, i) => /^(?:and|&|und)$/iu.test(text(i)) && named(text(i - 1)) && named(text(i + 1)))
  if (joint < 0) return []
  return [joint - 1, joint + 1].map((i) => ({
    name: text(i).replace(/[,;]$/u, ''),
    role: null,
    from: rows[i]!.from,
    to: rows[i]!.to,
    score: 0.6,
  }))
}

function named(text: string): boolean {
  return /^[\p{Lu}\d]/u.test(text) && text.length > 3 && text.length < 90 && text.split(/\s+/u).length <= 10
}

function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^the/u, '')
}

export function partyFields(parties: readonly FoundParty[]): readonly Found[] {
  return parties.flatMap(({ name, role, from, to, score }, i): readonly Found[] => [
    { path: `parties[${i}].name`, value: name, from, to, score },
    ...(role === null ? [] : [{ path: `parties[${i}].role`, value: role, from, to: Math.max(to, from + 1), score }]),
  ])
}

import { russianAddress } from './russian-address.ts'

/** A postal address read from its lines; what cannot be told apart stays in `line1`. */
export interface PostalAddress {
  readonly line1: string | null
  readonly line2: string | null
  readonly zip: string | null
  readonly city: string | null
  readonly region: string | null
  readonly country: string | null
}

interface Town {
  readonly zip: string
  readonly city: string
  readonly region: string | null
  readonly country: string | null
}

const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  DE: ['deutschland', 'germany', 'allemagne', 'германия', 'duitsland', 'deutschland / germany'],
  AT: ['österreich', 'austria', 'autriche'],
  CH: ['schweiz', 'suisse', 'switzerland', 'svizzera'],
  FR: ['france', 'frankreich', 'франция'],
  NL: ['niederlande', 'netherlands', 'the netherlands', 'nederland', 'pays-bas'],
  BE: ['belgien', 'belgium', 'belgique', 'belgië'],
  LU: ['luxembourg', 'luxemburg'],
  GB: ['united kingdom', 'uk', 'great britain', 'england', 'großbritannien', 'royaume-uni'],
  IE: ['ireland', 'irland', 'irlande'],
  ES: ['spain', 'spanien', 'españa', 'espagne'],
  IT: ['italy', 'italien', 'italia', 'italie'],
  PT: ['portugal'],
  PL: ['poland', 'polen', 'polska', 'pologne'],
  CZ: ['czech republic', 'tschechien', 'česká republika', 'czechia'],
  DK: ['denmark', 'dänemark', 'danmark'],
  SE: ['sweden', 'schweden', 'sverige'],
  US: ['usa', 'united states', 'united states of america', 'u.s.a.', 'us'],
  CA: ['canada', 'kanada'],
  AU: ['australia'],
  IN: ['india', 'indien'],
  HK: ['hong kong'],
  SG: ['singapore'],
  RU: ['россия', 'russia', 'российская федерация', 'рф', 'russland'],
  KZ: ['казахстан', 'kazakhstan'],
  BY: ['беларусь', 'belarus'],
}
const CODE_OF = new Map(Object.entries(COUNTRIES).flatMap(([code, names]) => names.map((name) => [name, code] as const)))

const WORD = "\\p{Lu}[\\p{L}'’().-]*"
const CITY = `(?:${WORD}|an|am|im|in|der|de|du|des|la|le|les|sur|sous|bei|ob|d|St\\.?|à|en|et|the|upon|of|/)`
// «4000 K» is a colour temperature, not a post code and a town.
const TOWN = "\\p{Lu}[\\p{L}'’().-]+"
const PLACE = `${TOWN}(?:[ -]${CITY}|,? ?\\([^)]*\\)| \\d{2}(?= Cedex)| Cedex(?: \\d+)?)*`
const EUROPEAN = new RegExp(
  `(?<![\\d\\p{L}])(?:(A|B|CH|D|DE|DK|F|FR|I|IT|L|LU|NL|E|ES|AT|BE|FIN|S|SE|PL|CZ|PT)[- ]{1,3})?(\\d{4,5}|\\d{3} \\d{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3})(?:[ ,]{1,2}|(?=\\p{Lu}\\p{Ll}{2}))(${PLACE})`,
  'u',
)
const DUTCH = new RegExp(`(?<![\\d\\p{L}])(?:NL[- ]{1,3})?(\\d{4} ?[A-Z]{2})[ ,]{1,3}(${PLACE})`, 'u')
// As many words and letters as a town has: every capital of a line is tried as its first.
const AMERICAN = /(\p{Lu}[\p{L}'’().-]{0,40}(?: \p{Lu}[\p{L}'’().-]{0,40}){0,9}),? ([A-Z]{2}),? (\d{5}(?:-\d{4})?)(?!\d)/u
const BRITISH = /(?:^|[ ,])([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?![A-Z\d])/
const CANADIAN = /([A-Z]\d[A-Z] \d[A-Z]\d)/
const STREET_WORD =
  /stra(?:ß|ss)e|str\.|weg\b|platz|allee|gasse|ufer|ring\b|damm|chaussee|\brue\b|avenue|\bav\.|boulevard|\bbd\b|chemin|impasse|route|quai|place\b|allée|street|\bst\b\.?|road|\brd\b|lane|drive|\bave\b|straat|laan|plein|gracht|kade|via\b|calle|camino|plaza|ул\.|улица|просп|пр-т|пер\.|шоссе|наб\.|б-р|проезд|postfach|p\.?o\.? box|b\.?p\.? \d/iu

const STREET_END =
  /\s(?:street|st\.?|avenue|ave\.?|road|rd\.?|boulevard|blvd\.?|lane|ln\.?|drive|dr\.?|way|court|ct\.?|parkway|pkwy\.?|highway|hwy\.?|terrace|circle|square|row|close|plaza)(?:\s(?:north|south|east|west|[NSEW]{1,2}))?\.?$/iu

export function countryCode(text: string): string | null {
  return CODE_OF.get(text.trim().toLowerCase().replace(/\.$/, '')) ?? null
}

/** Whether a line looks like street and house number. */
export function isStreet(line: string): boolean {
  const text = line.trim()
  if (text.length > 80 || /[@€]|https?:|www\.|\d{2}[./]\d{2}[./]\d{2,4}|%/i.test(text)) return false
  if (STREET_WORD.test(text)) return true
  return (
    /^[\p{L}][\p{L}.'’ -]{2,40},? \d{1,4} ?[a-zA-Z]?(?:[-/] ?\d{1,4} ?[a-z]?)?$/u.test(text) ||
    /^\d{1,5}(?: ?(?:bis|ter|[A-Za-z]))?,? \p{L}[\p{L}.'’ -]{3,50}$/u.test(text)
  )
}

/** Town and postal code of a line, with what stands before and after. */
export function townOf(line: string): (Town & { readonly before: string; readonly after: string }) | null {
  const split = (index: number, length: number) => ({
    before: line.slice(0, index).replace(/[\s,;–•●·|-]+$/u, ''),
    after: line.slice(index + length).replace(/^[\s,;–•●·|-]+/u, ''),
  })
  const american = AMERICAN.exec(line)
  if (american)
    return { city: american[1]!, region: american[2]!, zip: american[3]!, country: 'US', ...split(american.index, american[0].length) }
  const dutch = DUTCH.exec(line)
  if (dutch) return { zip: dutch[1]!, city: dutch[2]!.trim(), region: null, country: 'NL', ...split(dutch.index, dutch[0].length) }
  const european = EUROPEAN.exec(line)
  // "1200 Placeholder Avenue": a house number and its street.
  if (european && !(european[1] === undefined && STREET_END.test(european[3]!))) {
    const prefix: Readonly<Record<string, string>> = { A: 'AT', B: 'BE', D: 'DE', F: 'FR', I: 'IT', L: 'LU', E: 'ES', FIN: 'FI', S: 'SE' }
    const code = european[1]
    return {
      zip: european[2]!,
      city: european[3]!.trim(),
      region: null,
      country: code ? (prefix[code] ?? code) : null,
      ...split(european.index, european[0].length),
    }
  }
  const canadian = CANADIAN.exec(line)
  if (canadian)
    return {
      zip: canadian[1]!,
      city: line.slice(0, canadian.index).replace(/[\s,]+$/, ''),
      region: null,
      country: 'CA',
      before: '',
      after: '',
    }
  const british = BRITISH.exec(line)
  if (british) {
    const before = line.slice(0, british.index).replace(/[\s,]+$/, '')
    return {
      zip: british[1]!,
      // Often alone on its line, the town above it.
      city: before.split(/,\s*/).at(-1) ?? '',
      region: null,
      country: 'GB',
      before: before.split(/,\s*/).slice(0, -1).join(', '),
      after: '',
    }
  }
  return null
}

const UNIT =
  /^(?:suite|ste\.?|apt\.?|apartment|unit|floor|room|office|building|bldg\.?|flat|bât(?:iment)?\.?|appt?\.?|lot)\s#?\p{L}?\d*\p{L}?$/iu

/** "1200 Placeholder Avenue, Suite 40", "Unit 7, Specimen Business Park": the number of a unit stays with its street. */
export function withUnits(parts: readonly string[]): readonly string[] {
  const out: string[] = []
  for (const [i, part] of parts.entries()) {
    const joined = out.length > 0 && (UNIT.test(part) ? isStreet(out.at(-1)!) : i > 0 && UNIT.test(out.at(-1)!))
    if (joined) out.push(`${out.pop()}, ${part}`)
    else out.push(part)
  }
  return out
}

const SEAT = /^(?:siège social|siège|sitz|registered office|head office|registered address)\s*:?\s*/iu

/** Reads the lines of a postal block (without the name). Null when there is neither town nor street. */
export function parseAddress(lines: readonly string[]): PostalAddress | null {
  const joined = lines.join(', ').replace(/^[\s,]*(?:(?:юр|почт|факт)\p{L}*\.?\s*)?адрес\p{L}*\s*:?\s*/iu, '')
  const russian = /[а-яё]{3}/i.test(joined) ? russianAddress(joined) : null
  if (russian) return russian
  const streets: string[] = []
  let town: Town | null = null
  let country: string | null = null
  for (const line of lines) {
    const found: ReturnType<typeof townOf> = town === null ? townOf(line) : null
    if (found) {
      town = found
      if (found.before) streets.push(...withUnits(found.before.split(/\s*[,;•●·|]\s*|\s[–-]\s/u).filter((part) => part !== '')))
      country = countryCode(found.after) ?? country
    } else if (countryCode(line) !== null) country = countryCode(line)
    else if (town === null) streets.push(line)
  }
  if (town?.city === '' && town.country === 'GB') {
    const above = streets.at(-1)
    if (above !== undefined && streets.length > 1 && !isStreet(above)) {
      streets.pop()
      town = { ...town, city: above }
    }
  }
  // The street stands next to the town; above it may be a house name or a department.
  const street = streets.findLast((line) => isStreet(line) && !UNIT.test(line))?.replace(SEAT, '')
  if (town === null && street === undefined) return null
  const others = streets.filter((line) => line.replace(SEAT, '') !== street)
  return {
    line1: street ?? others[0] ?? null,
    line2: street === undefined ? (others[1] ?? null) : (others[0] ?? null),
    zip: town?.zip ?? null,
    city: town?.city || null,
    region: town?.region ?? null,
    country: country ?? town?.country ?? null,
  }
}

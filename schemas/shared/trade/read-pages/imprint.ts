import { legalFormEnd, parseAddress, townOf } from '../../../../core/candidates/index.ts'
import { type Span, type TextLine, textOf } from '../../../../core/extraction/labels/index.ts'
import type { PartyText } from './party-text.ts'

const LONGEST_NAME = 60
/** What a firm has to state about itself on its letters (EU directive 2017/1132 art. 26, § 35a GmbHG, art. R123-237 Code de commerce). */
const REGISTERED =
  /(?<!\p{L})(?:RCS|R\.C\.S|SIREN|SIRET|capital(?:\ssocial)?\sde|au\scapital|HRA|HRB|Amtsgericht|Handelsregister|Registergericht|TVA|USt-?\s?Id|KvK|BTW|VAT\s(?:reg|no|number|id)|Registered\s(?:in|no|office|number)|Company\s(?:reg|no|number))/iu
/** A foot names the firm's bank as well: between its name and a register stand its numbers. */
const BANK = /bank|sparkasse|banque|caisse|crédit|банк/iu
const ACCOUNT = /IBAN|BIC|SWIFT|BLZ|Konto|sort\scode|account|compte/iu
const SEAT = /^\s*(?:siège(?:\ssocial)?|sitz(?:\sder\sgesellschaft)?|registered\soffice|zetel|head\soffice)(?!\p{L})[\s:]*/iu
const SEPARATOR = /\s[−–—-]\s|[●•·∙|;]/u

/** Whether a line names a firm and goes on with where it is registered: it speaks of whoever sent the paper. */
export function isImprint({ text }: Pick<TextLine, 'text'>): boolean {
  const end = legalFormEnd(text)
  if (end === null || end > LONGEST_NAME || BANK.test(text.slice(0, end))) return false
  const stated = REGISTERED.exec(text.slice(end))
  return stated !== null && !ACCOUNT.test(text.slice(end, end + stated.index))
}

/** "Beispiel SAS au capital de 10.000 € - RCS Paris - Siège social: 8 rue Inventée 75008 Paris": name and seat of the firm. */
export function imprintParty(line: TextLine): PartyText | null {
  const end = legalFormEnd(line.text)
  if (end === null || !isImprint(line)) return null
  const name: Span = { line, from: /^[^\p{L}\p{N}]*/u.exec(line.text)![0].length, to: end }
  const seat = line.text
    .slice(end)
    .split(SEPARATOR)
    .map((part) => ({ part, seat: part.replace(SEAT, '').trim() }))
    .find(({ part, seat }) => SEAT.test(part) && townOf(seat) !== null)
  const from = seat ? line.text.indexOf(seat.seat, end) : -1
  const span: Span | null = seat && from >= 0 ? { line, from, to: from + seat.seat.length } : null
  const address = span && parseAddress([textOf(span)])
  return { name, nameMore: [], address, addressSpans: span && address ? [span] : [], lines: [line] }
}

import { hasLegalForm, parseAddress } from '../../../../core/candidates/index.ts'
import {
  below,
  columnFrom,
  restOfLine,
  rightOf,
  type Span,
  sameRow,
  type TextLine,
  type TextPage,
  textOf,
} from '../../../../core/extraction/labels/index.ts'
import type { Caption } from '../labels/index.ts'
import type { Hit, TradeText } from './context.ts'
import { continuation } from './continuation.ts'
import { printedValue, SECTION_END, standsAlone, startsField } from './party-captions.ts'
import { readParty } from './party-lines.ts'
import type { PlacedParty, Role } from './party-places.ts'
import { type PartyText, wholeLines } from './party-text.ts'
import { splitSender } from './split-sender.ts'
import { structuredParty } from './structured-party.ts'

const ROLES: Readonly<Partial<Record<Caption, Role>>> = {
  seller: 'seller',
  buyer: 'buyer',
  shipTo: 'shipTo',
  payee: 'payee',
  otherParty: 'other',
}

/** The party a caption introduces: behind it, right of it or under it. */
export function captionedParty(invoice: TradeText, hit: Hit, inItems: (line: TextLine) => boolean): PlacedParty | null {
  const page = invoice.page(hit.line)
  const role = onSlip(hit, page) ? 'payee' : ROLES[hit.kind]!
  if (!standsAlone(hit)) return null
  const party = structuredParty(invoice, hit, page, inItems) ?? plain(invoice, hit, page, inItems)
  if (!party?.name || !/\p{L}{2}/u.test(textOf(party.name))) return null
  const firm = hasLegalForm(textOf(party.name)) || party.address !== null
  const own = party.address === null ? { ...party, ...followingAddress(invoice, hit, page) } : party
  return { ...own, role, score: hit.weight * (firm ? 1 : 0.8), how: 'caption' }
}

const SLIP = /payment advice|remittance|payment slip|payment coupon|zahlschein|zahlungsbeleg|coupon (?:de paiement|à)|talon de paiement/iu

/** "PAYMENT ADVICE" and under it "To: …": the slip is sent back to the payee. */
function onSlip(hit: Hit, page: TextPage): boolean {
  if (hit.kind !== 'buyer' || !/^(?:to|an|à)$/iu.test(textOf(hit))) return false
  return page.lines.some(
    (line) => SLIP.test(line.text) && hit.line.at.y0 - line.at.y1 < 2 * line.em && hit.line.at.y0 - line.at.y0 > -line.em,
  )
}

/** «Продавец: …» and on the next lines «Адрес: …»: the address has its own caption. */
function followingAddress(invoice: TradeText, hit: Hit, page: TextPage): Pick<PartyText, 'address' | 'addressSpans'> | null {
  const next = page.lines
    .filter(
      (line) =>
        line.at.y0 > hit.line.at.y0 && line.at.y0 - hit.line.at.y1 < 3.5 * line.em && Math.abs(line.at.x0 - hit.line.at.x0) < 2 * line.em,
    )
    .sort((a, b) => a.at.y0 - b.at.y0)
  for (const line of next) {
    const found = invoice.hitsOn(line).find((h) => h.from === 0)
    if (found && ROLES[found.kind]) return null
    if (found?.kind !== 'address' || !startsField(found)) continue
    const value = printedValue(found, page)
    const address = value ? parseAddress([textOf(value)]) : null
    return value && address ? { address, addressSpans: [value] } : null
  }
  return null
}

function plain(invoice: TradeText, hit: Hit, page: TextPage, inItems: (line: TextLine) => boolean): PartyText | null {
  const stop = (line: TextLine) =>
    inItems(line) ||
    besideCaption(invoice, line, page, hit) ||
    invoice.hitsOn(line).some((h) => h.from === 0 && SECTION_END.includes(h.kind) && standsAlone(h))
  const captionStops = (line: TextLine) => stop(line) || invoice.hitsOn(line).some((h) => h.from === 0)
  const rest = restOfLine(hit)
  const restText = rest ? textOf(rest).replace(/^\([^)]*\)\s*:?\s*/, '') : ''
  if (rest && /\p{L}{2}/u.test(restText)) {
    const own: Span = { ...rest, from: rest.to - restText.length }
    const start = own.line.words.find((w) => w.to > own.from)?.at.x0 ?? own.line.at.x0
    const indented = continuation(page, own.line, start, stop)
    const more = indented.length === 0 && isFull(own.line, page) ? continuation(page, own.line, own.line.at.x0, captionStops) : indented
    // «…, ИНН …, 198073, г. Образцовск, наб.» and «Небывалая, д. 33» on the next line: one text over both.
    const runsOn = more.length > 0 && /ИНН[\s:№]*\d/u.test(restText)
    const line = runsOn ? null : splitSender(own)
    // Its numbers may go on on the next line.
    if (line?.address?.line1 && line.address.zip) return { ...line, lines: [own.line, ...more.map((span) => span.line)] }
    return readParty(invoice, [own, ...more])
  }
  const under = below(hit.line.at, page, 2.6).filter((line) => line !== hit.line && Math.abs(line.at.x0 - hit.line.at.x0) < 4 * hit.line.em)
  const right = rightOf(hit.line.at, page).find((line) => line !== hit.line)
  const first = under[0]
  const near =
    right &&
    right.at.x0 - hit.line.at.x1 < 14 * hit.line.em &&
    !stop(right) &&
    invoice.hitsOn(right).every((h) => h.from > 0 || opensName(h))
  const rightFirst =
    near && (!first || stop(first) || first.at.y0 - hit.line.at.y1 > 1.2 * hit.line.em || /\p{Script=Cyrillic}/u.test(hit.line.text))
  const start = rightFirst ? right : first && !stop(first) ? first : near ? right : null
  if (!start) return null
  const column = rightFirst
    ? [start, ...continuation(page, start, start.at.x0, stop).map((s) => s.line)]
    : columnFrom(start, page, 1.5, stop, 9)
  return readParty(invoice, wholeLines(column))
}

/** "Société Imaginaire SAS": a word that captions a name elsewhere begins one here. */
function opensName(hit: Hit): boolean {
  return hit.kind === 'name' && !startsField(hit)
}

/** A line as long as any on its page: its text goes on at the left margin, not under the value. */
function isFull(line: TextLine, page: TextPage): boolean {
  const longest = Math.max(...page.lines.map(({ at }) => at.x1))
  return line.at.x1 > 0.9 * longest
}

/** The value of another caption on its left. */
function besideCaption(invoice: TradeText, line: TextLine, page: TextPage, own: Hit): boolean {
  return page.lines.some(
    (left) =>
      left !== line &&
      left !== own.line &&
      left.at.x1 <= line.at.x0 &&
      sameRow(left.at, line.at) &&
      invoice
        .hitsOn(left)
        .some((h) => h.from === 0 && standsAlone(h) && (SECTION_END.includes(h.kind) || (FORM_ROW.includes(h.kind) && !hasOwnValue(h)))),
  )
}

/** Further captions of a form: what stands right of them is theirs. */
const FORM_ROW: readonly Caption[] = ['address', 'inn', 'kpp', 'currency', 'legalId', 'account', 'contact']

function hasOwnValue(hit: Hit): boolean {
  return /[\p{L}\d]/u.test(hit.line.text.slice(hit.to).replace(/\([^)]*\)/g, ''))
}

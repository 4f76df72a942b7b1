import { hasLegalForm } from '../../../../core/candidates/index.ts'
import { captionKey, type Span, type TextLine, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { readContacts } from './contacts.ts'
import { candidate, type TradeText } from './context.ts'
import { letterheadAddress } from './letterhead-address.ts'
import { type PlacedParty, placedParties } from './party-places.ts'
import { type PrintedId, printedIds } from './tax-ids.ts'
import { readTradeName } from './trade-name.ts'

/** Seller and buyer with their addresses and numbers, and where the goods go. */
export function readParties(invoice: TradeText, inItems: (line: TextLine) => boolean): readonly Candidate[] {
  const { placed, sellers, buyers, seller } = rolesOf(invoice, inItems)
  const others = buyers.filter((p) => !seller || (!sameName(p, seller) && !overlaps(p, seller)))
  const buyer = others.find((p) => p.score >= 0.5) ?? null
  const shipTo = placed.find((p) => p.role === 'shipTo' && p.how === 'caption') ?? null
  const addressed =
    seller && seller.address === null ? addressOf(invoice, seller, sellers, placed, buyer) : seller && complete(seller, placed)
  return [
    ...partyCandidates('seller', seller, addressed),
    ...(seller?.name && seller.nameMore.length === 0 ? readTradeName(invoice, seller.name) : []),
    ...alternatives('seller', sellers, seller),
    ...partyCandidates('buyer', buyer, buyer && complete(buyer, placed)),
    ...alternatives('buyer', others, buyer),
    ...(shipTo ? partyCandidates('shipTo', shipTo, shipTo) : []),
    ...idCandidates(invoice, seller, buyer, placed),
    ...readContacts(invoice, (span) => ownerOf(span, null, seller, buyer, placed, invoice)),
  ]
}

interface Roles {
  readonly placed: readonly PlacedParty[]
  /** Best first; the seller is the first of them. */
  readonly sellers: readonly PlacedParty[]
  readonly buyers: readonly PlacedParty[]
  readonly seller: PlacedParty | null
}

/** Who may be seller and who buyer, by captions and by place. */
function rolesOf(invoice: TradeText, inItems: (line: TextLine) => boolean): Roles {
  const placed = placedParties(invoice, inItems)
  const buyers = rank(placed.filter((p) => p.role === 'buyer'))
  const captionedBuyer = buyers.find((p) => p.how === 'caption')
  const sellers = rank(
    placed
      .filter((p) => p.role === 'seller' || p.role === 'payee')
      .map((p) => (p.role === 'payee' ? { ...p, score: p.score * (hasLegalForm(textOf(p.name!)) ? 0.6 : 0.35) } : p))
      .filter((p) => p.how === 'caption' || !captionedBuyer || !sameName(p, captionedBuyer)),
  ).map((p, _, all) => ({ ...p, score: Math.min(1, p.score + mentions(p, all)) }))
  return { placed, sellers: rank(sellers), buyers, seller: rank(sellers)[0] ?? null }
}

/**
 * The name in the letterhead and the firm that the foot says is registered, where they differ and no caption decides: "Example Subscriber Service" over
 * the address, "Example SAS, RCS Paris" at the foot. Null where one name is all there is.
 */
export function rivalSeller(
  invoice: TradeText,
  inItems: (line: TextLine) => boolean,
): { readonly seller: PlacedParty; readonly rival: PlacedParty } | null {
  const { sellers, buyers, seller } = rolesOf(invoice, inItems)
  if (!seller || seller.how === 'caption') return null
  const places: readonly PlacedParty['how'][] = seller.how === 'imprint' ? ['letterhead', 'sender line'] : ['imprint']
  const addressee = buyers.find((p) => p.score >= 0.5 && !sameName(p, seller) && !overlaps(p, seller))
  const rival = sellers.find(
    (p) =>
      places.includes(p.how) &&
      p.name !== null &&
      !sameName(p, seller) &&
      !overlaps(p, seller) &&
      !(addressee && (sameName(p, addressee) || overlaps(p, addressee))),
  )
  return rival ? { seller, rival } : null
}

/** A payment slip names a party with half of its address or none: under the same name elsewhere stands the whole. */
function complete(party: PlacedParty, placed: readonly PlacedParty[]): PlacedParty {
  if (party.address?.zip) return party
  return placed.find((other) => other.address?.zip && sameName(other, party)) ?? party
}

/** The address of a seller named without one: under the same name elsewhere, else alone in the letterhead. */
function addressOf(
  invoice: TradeText,
  seller: PlacedParty,
  sellers: readonly PlacedParty[],
  placed: readonly PlacedParty[],
  buyer: PlacedParty | null,
): PlacedParty | null {
  const known = sellers.find((p) => p.address !== null && (sameName(p, seller) || p.how === 'caption'))
  if (known || !seller.name) return known ?? null
  const others = placed.filter((p) => p.how === 'caption' && p.role !== 'seller')
  const taken = (line: TextLine) => (buyer?.lines.includes(line) ?? false) || others.some((p) => p.lines.includes(line))
  const found = letterheadAddress(invoice, seller.name, taken)
  return found ? { ...seller, ...found, score: Math.min(seller.score, 0.6) } : null
}

function rank(parties: readonly PlacedParty[]): readonly PlacedParty[] {
  return [...parties].sort((a, b) => b.score - a.score)
}

function nameKey(party: PlacedParty): string {
  return captionKey([...(party.name ? [party.name] : []), ...party.nameMore].map(textOf).join(' '))
}

function sameName(a: PlacedParty, b: PlacedParty): boolean {
  const x = nameKey(a)
  const y = nameKey(b)
  return x === y || (Math.min(x.length, y.length) > 6 && (x.includes(y) || y.includes(x)))
}

function overlaps(a: PlacedParty, b: PlacedParty): boolean {
  return a.lines.some((line) => b.lines.includes(line))
}

/** A name found in several places (letterhead and foot) is the seller's. */
function mentions(party: PlacedParty, all: readonly PlacedParty[]): number {
  const others = all.filter((other) => other !== party && !overlaps(other, party) && sameName(other, party)).length
  return Math.min(0.15, others * 0.1)
}

function partyCandidates(path: string, party: PlacedParty | null, addressed: PlacedParty | null): readonly Candidate[] {
  if (!party?.name) return []
  const spans = [party.name, ...party.nameMore]
  const out: Candidate[] = [candidate(`${path}.name`, cleanName(spans.map(textOf).join(' ')), spans, party.score * 0.95)]
  const address = addressed?.address
  if (!addressed || !address) return out
  for (const key of ['line1', 'line2', 'zip', 'city', 'region', 'country'] as const) {
    const value = address[key]
    if (value !== null) out.push(candidate(`${path}.address.${key}`, value, addressed.addressSpans, addressed.score * 0.9))
  }
  return out
}

function cleanName(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/[,;:|\s]+$/, '')
    .trim()
}

function alternatives(path: string, parties: readonly PlacedParty[], chosen: PlacedParty | null): readonly Candidate[] {
  if (!chosen) return []
  return parties
    .filter((p) => p !== chosen && p.name && !sameName(p, chosen))
    .slice(0, 3)
    .map((p) => candidate(`${path}.name`, cleanName(textOf(p.name!)), [p.name!], Math.min(0.35, p.score * 0.4)))
}

function idCandidates(
  invoice: TradeText,
  seller: PlacedParty | null,
  buyer: PlacedParty | null,
  placed: readonly PlacedParty[],
): readonly Candidate[] {
  const ids = printedIds(invoice)
  const owned = ids.map((id) => ({ id, owner: ownerOf(id.after ?? id.span, id.owner, seller, buyer, placed, invoice) }))
  // Branch codes (КПП) repeat; any other number cannot belong to both: what stands in the buyer's block is the buyer's everywhere.
  const buyerValues = new Set(owned.filter((o) => o.owner === 'buyer').map((o) => `${o.id.kind} ${o.id.value}`))
  const out: Candidate[] = []
  for (const { id, owner } of owned) {
    if (owner === 'other') continue
    const role = owner === 'seller' && id.kind !== 'kpp' && buyerValues.has(`${id.kind} ${id.value}`) ? 'buyer' : owner
    const path = `${role}.${id.kind}`
    const first = !out.some((c) => c.path === path)
    const inside = (role === 'seller' ? seller : buyer)?.lines.includes(id.span.line) ?? false
    out.push(
      candidate(path, id.value, [id.span], (id.captioned ? 0.8 : 0.65) + (inside || id.owner !== null ? 0.12 : 0) + (first ? 0.03 : 0)),
    )
  }
  return out
}

function ownerOf(
  { line }: Span,
  stated: PrintedId['owner'],
  seller: PlacedParty | null,
  buyer: PlacedParty | null,
  placed: readonly PlacedParty[],
  invoice: TradeText,
): 'seller' | 'buyer' | 'other' {
  if (stated) return stated
  if (buyer?.lines.includes(line)) return 'buyer'
  if (seller?.lines.includes(line)) return 'seller'
  const inside = placed.find((p) => p.how === 'caption' && p.lines.includes(line))
  if (inside) {
    if (inside.role === 'seller' || inside.role === 'buyer') return inside.role
    // Who is paid is mostly the seller itself, named once more with its numbers.
    return inside.role === 'payee' && seller && sameName(inside, seller) ? 'seller' : 'other'
  }
  if (buyer && continues(buyer, line)) return 'buyer'
  const captioned = placed.filter((p) => p.how === 'caption' && (p.role === 'seller' || p.role === 'buyer'))
  // Forms list the parties one under the other: a number belongs to the party named last before it.
  const above = captioned
    .filter(
      (p) =>
        p.lines[0]!.page === line.page &&
        p.lines[0]!.at.y0 <= line.at.y1 &&
        Math.abs(p.lines[0]!.at.x0 - line.at.x0) < 0.25 * invoice.page(line).aspect,
    )
    .sort((a, b) => b.lines[0]!.at.y0 - a.lines[0]!.at.y0)[0]
  if (above && line.at.y0 - Math.max(...above.lines.map((l) => l.at.y1)) < 4 * line.em) return above.role === 'buyer' ? 'buyer' : 'seller'
  return 'seller'
}

/** A line directly under a party's block, in its column. */
function continues(party: PlacedParty, line: TextLine): boolean {
  const last = party.lines.filter((l) => l.page === line.page).sort((a, b) => b.at.y1 - a.at.y1)[0]
  if (!last) return false
  const gap = line.at.y0 - last.at.y1
  return gap > -0.5 * line.em && gap < 3 * line.em && Math.abs(line.at.x0 - last.at.x0) < 2 * line.em && line.at.y0 < 0.6
}

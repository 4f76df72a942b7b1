import { hasLegalForm, isStreet, townOf } from '../../../../core/candidates/index.ts'
import { below, columnFrom, type TextLine, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Caption } from '../labels/index.ts'
import { captionedParty } from './captioned-party.ts'
import type { TradeText } from './context.ts'
import { formParties } from './form-parties.ts'
import { imprintParty, isImprint } from './imprint.ts'
import { SECTION_END } from './party-captions.ts'
import { readParty } from './party-lines.ts'
import { type PartyText, wholeLines } from './party-text.ts'
import { splitSender } from './split-sender.ts'

export type Role = 'seller' | 'buyer' | 'shipTo' | 'payee' | 'other'

/** A party with the reason why it has its role; `score` 0..1. */
export interface PlacedParty extends PartyText {
  readonly role: Role
  readonly score: number
  readonly how: 'caption' | 'sender line' | 'window' | 'letterhead' | 'footer' | 'imprint' | 'signature'
}

/** Every party the page names by a caption or by its place, in reading order. */
export function placedParties(invoice: TradeText, inItems: (line: TextLine) => boolean): readonly PlacedParty[] {
  const form = formParties(invoice)
  if (form.length === 2) return form
  const captioned = invoice
    .hitsOf('seller', 'buyer', 'shipTo', 'payee', 'otherParty')
    .flatMap((hit) => (inItems(hit.line) ? [] : (captionedParty(invoice, hit, inItems) ?? [])))
  return [...captioned, ...senderLines(invoice), ...windows(invoice), ...blocks(invoice, inItems, captioned)]
}

/** The sender's line over the address window of a letter, and the addressee under it. */
function senderLines(invoice: TradeText): readonly PlacedParty[] {
  const page = invoice.text.pages[0]
  if (!page) return []
  return page.lines.flatMap((line): readonly PlacedParty[] => {
    if (line.at.y0 > 0.42 || !/\s[●•·∙|–—-]\s|[●•·∙|]|,\s/u.test(line.text)) return []
    const sender = splitSender({ line, from: 0, to: line.text.length })
    if (!sender?.name || sender.address?.zip === null) return []
    const top = line.at.y0 < 0.1 && (line.at.x0 + line.at.x1) / 2 > 0.3 * page.aspect
    const out: PlacedParty[] = [
      {
        ...sender,
        lines: [line],
        role: 'seller',
        score: hasLegalForm(textOf(sender.name)) ? 0.9 : 0.8,
        how: top ? 'letterhead' : 'sender line',
      },
    ]
    const under = below(line.at, page, 7).filter(
      (l) => Math.abs(l.at.x0 - line.at.x0) < 4 * l.em && l.at.y0 > line.at.y1 - 0.3 * line.em,
    )[0]
    if (!top && under) {
      const party = readParty(
        invoice,
        wholeLines(columnFrom(under, page, 2.8, (l) => invoice.hitsOn(l).some((h) => h.from === 0 && SECTION_END.includes(h.kind)), 8)),
      )
      if (party?.name) out.push({ ...party, role: 'buyer', score: party.address ? 0.9 : 0.6, how: 'window' })
    }
    return out
  })
}

/** An addressee in the window of a letter whose sender line cannot be read: a town on the left, and the lines over it, loosely set. */
function windows(invoice: TradeText): readonly PlacedParty[] {
  const page = invoice.text.pages[0]
  if (!page) return []
  const inWindow = (line: TextLine) => line.at.y0 > 0.07 && line.at.y0 < 0.38 && line.at.x0 < 0.4 * page.aspect
  return page.lines.flatMap((town): readonly PlacedParty[] => {
    if (!inWindow(town) || !/^(?:\p{Lu}{1,2}[- ])?\d{4,6}/u.test(town.text) || townOf(town.text) === null) return []
    const column = [town]
    for (;;) {
      const first = column[0]!
      const next = page.lines
        .filter(
          (l) =>
            inWindow(l) &&
            l.at.y0 < first.at.y0 - 0.3 * first.em &&
            first.at.y0 - l.at.y1 < 3.2 * Math.max(first.em, l.em) &&
            Math.abs(l.at.x0 - town.at.x0) < 2 * town.em,
        )
        .sort((a, b) => b.at.y0 - a.at.y0)[0]
      if (
        !next ||
        column.length > 6 ||
        invoice.hitsOn(next).some((h) => h.from === 0) ||
        splitSender({ line: next, from: 0, to: next.text.length })
      )
        break
      column.unshift(next)
    }
    const party = column.length < 2 ? null : readParty(invoice, wholeLines(column))
    return party?.name && party.address ? [{ ...party, role: 'buyer', score: 0.56, how: 'window' }] : []
  })
}

const TAX_IDS: readonly Caption[] = ['vatId', 'taxNumber', 'inn']

/** Blocks without a caption: letterhead at the top, addressee in the window, the firm's details at the foot. */
function blocks(invoice: TradeText, inItems: (line: TextLine) => boolean, captioned: readonly PlacedParty[]): readonly PlacedParty[] {
  const taken = new Set(captioned.flatMap((party) => party.lines))
  return invoice.text.pages.flatMap((page) => {
    if (page.index > 1 && page.index < invoice.text.pages.length) return []
    const byBox = new Map(page.page.lines.map((line, i) => [i, line]))
    return page.page.blocks.flatMap((block): readonly PlacedParty[] => {
      const lines = block.lines
        .flatMap((i) => page.lines.filter((l) => l.words[0]?.word === byBox.get(i)?.words[0]))
        .filter((l) => !taken.has(l) && !inItems(l))
      if (lines.length === 0) return []
      const top = lines[0]!.at.y0
      const text = lines.map((l) => l.text).join('\n')
      const legal = lines.findIndex((l) => (hasLegalForm(l.text) && l.text.length < 110) || isImprint(l))
      const town = lines.findIndex((l) => townOf(l.text) !== null)
      const stated = lines[legal] && isImprint(lines[legal]) && lines[legal].at.y0 > 0.7 ? lines[legal] : null
      const foot = top > 0.78 || stated !== null
      // A name over an address is a party all the same when its tax number closes the block.
      const taxed = lines.findIndex((l) => invoice.hitsOn(l).some((h) => TAX_IDS.includes(h.kind) && /\d{4}/.test(l.text.slice(h.to))))
      if (legal < 0 && taxed < 1 && (town < 0 || (town === 0 && !foot))) return []
      if (!foot && top > 0.5) return signature(lines, legal)
      const start = legal >= 0 && (foot || town < 0 || legal < town) ? Math.max(0, foot ? legal : leadIn(lines, legal)) : 0
      const imprint = stated && imprintParty(stated)
      const party = imprint ?? footParty(lines, start) ?? readParty(invoice, wholeLines(lines.slice(start)))
      if (!party?.name) return []
      const contact =
        /@|www\.|(?<!\p{L})(?:tel|fon|phone|téléphone|telefon|fax|iban|ust-?id|tva|vat|siret|hrb|steuer-?n|steuernummer)(?!\p{L})/iu.test(
          text,
        )
      const left = lines[0]!.at.x0 < 0.45 * page.aspect
      const firm = legal >= 0 || taxed > 0
      const score = (firm ? 0.62 : 0.4) + (contact ? 0.08 : 0) + (imprint ? 0.1 : 0)
      if (foot) return [{ ...party, lines, role: 'seller', score, how: imprint ? 'imprint' : 'footer' }]
      if (page.index > 1) return []
      const letterhead: PlacedParty = {
        ...party,
        lines,
        role: 'seller',
        score: (firm ? 0.55 : 0.45) + (contact ? 0.2 : 0) + (top < 0.12 ? 0.12 : 0),
        how: 'letterhead',
      }
      const window: PlacedParty = {
        ...party,
        lines,
        role: 'buyer',
        score: (town >= 0 ? 0.5 : 0.2) + (contact ? -0.3 : 0) + (top > 0.07 ? 0.12 : -0.1) + (left ? 0.05 : 0),
        how: 'window',
      }
      return [letterhead, window]
    })
  })
}

/** The line above the one with the legal form may be the first half of the name. */
function leadIn(lines: readonly TextLine[], legal: number): number {
  return legal > 0 && /^[^\p{L}\p{N}]*(?:GmbH|mbH|AG|KG|Versicherungsverein|Ltd|Limited|Inc|SARL|SAS)/u.test(lines[legal]!.text)
    ? legal - 1
    : legal
}

/** "Papoo GmbH, Auguststr. 4, 53229 Bonn, Geschäftsführer: …" on one line of the foot. */
function footParty(lines: readonly TextLine[], start: number): PartyText | null {
  const line = lines[start]
  if (!line || !townOf(line.text)) return null
  const sender = splitSender({ line, from: 0, to: line.text.length })
  return sender ? { ...sender, lines } : null
}

/** A firm named in the lower half without address: as a weak hint only. */
function signature(lines: readonly TextLine[], legal: number): readonly PlacedParty[] {
  const line = lines[legal]
  if (!line || line.words.length > 7 || isStreet(line.text)) return []
  return [
    {
      name: { line, from: 0, to: line.text.length },
      nameMore: [],
      address: null,
      addressSpans: [],
      lines,
      role: 'seller',
      score: 0.3,
      how: 'signature',
    },
  ]
}

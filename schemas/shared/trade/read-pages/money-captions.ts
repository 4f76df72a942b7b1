import type { TextLine } from '../../../../core/extraction/labels/index.ts'
import { type Caption, MONEY_CAPTIONS } from '../labels/index.ts'
import type { Hit, TradeText } from './context.ts'
import type { ItemsView } from './items-view.ts'

export interface MoneyHit {
  readonly hit: Hit
  readonly kind: Caption
  /** Where the amounts of this caption may begin on its line. */
  readonly after: number
}

/** Money captions of the document; one caption that qualifies another ("Gesamtbetrag inkl. MwSt") becomes one. */
export function moneyHits(invoice: TradeText, items: ItemsView): readonly MoneyHit[] {
  const lines = new Set(invoice.hitsOf(...MONEY_CAPTIONS).map((hit) => hit.line))
  return [...lines].filter((line) => !items.inItems(line)).flatMap((line) => hitsOfLine(invoice, line))
}

function hitsOfLine(invoice: TradeText, line: TextLine): readonly MoneyHit[] {
  const amounts = invoice.amounts(line)
  const groups: Hit[][] = []
  for (const hit of invoice.hitsOn(line).filter((h) => isMoney(h.kind))) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const apart = !last || amounts.some((a) => a.from >= last.to && a.to <= hit.from && (a.decimals || a.currency !== null))
    if (apart) groups.push([hit])
    else group!.push(hit)
  }
  return groups.flatMap((group) => {
    const lead = line.text.slice(0, group[0]!.from)
    // Captions start their line, or follow a separator; in the middle of a sentence they are words.
    if (lead.trim().length > 30 && !/[:|;,.)\d%€–—-]\s*$/u.test(lead)) return []
    const after = group.at(-1)!.to
    return kindsOf(group, line.text).map(({ hit, kind }) => ({ hit, kind, after }))
  })
}

const INCLUSIVE =
  /(?:inkl(?:usive)?|incl(?:uding|usive|us|uant)?|einschl(?:ießlich)?|mit|avec|y compris|с|with|brutto|ttc|tvac)\.?[\s(]*(?:\d+(?:[.,]\d+)?\s?%)?[\s(]*(?:gesetzl\.?|der|de la|of)?\s*$/iu
const EXCLUSIVE =
  /(?:ohne|exkl(?:usive)?|excl(?:uding|usive|us)?|ex|zzgl|zuzüglich|hors|without|w\/o|before|без|plus|netto|sans|zuzügl)\.?[\s(]*(?:учета|учёта)?\s*(?:gesetzl\.?|de la|of)?\s*$/iu

function kindsOf(group: readonly Hit[], text: string): readonly { readonly hit: Hit; readonly kind: Caption }[] {
  const starts = group.filter((hit) => hit.from === group[0]!.from)
  const others = group.filter((hit) => hit.from !== group[0]!.from)
  const tax = others.find((hit) => hit.kind === 'tax')
  const first = starts[0]!
  if (
    tax &&
    (first.kind === 'total' || first.kind === 'gross' || first.kind === 'due' || first.kind === 'net' || first.kind === 'linesNet')
  ) {
    const between = text.slice(first.to, tax.from)
    if (EXCLUSIVE.test(between)) return [{ hit: first, kind: first.kind === 'due' ? 'due' : 'net' }]
    if (INCLUSIVE.test(between)) return [{ hit: first, kind: first.kind === 'due' ? 'due' : 'gross' }]
    if (first.kind === 'total') return [{ hit: first, kind: 'tax' }]
  }
  if (first.kind === 'total') {
    const named = others.find((hit) => hit.kind !== 'total' && hit.kind !== 'taxBase')
    if (named) return [{ hit: first, kind: named.kind }]
  }
  // "Beitrag inklusive 19 % Versicherungsteuer 220,00": the amount with the tax, or the tax in it; arithmetic will tell.
  if (first.kind === 'tax' && /\p{L}{4}.*\s/u.test(text.slice(0, first.from)) && INCLUSIVE.test(text.slice(0, first.from)))
    return [
      { hit: { ...first, weight: 0.7 }, kind: 'total' },
      { hit: { ...first, weight: 0.6 }, kind: 'tax' },
    ]
  return starts.map((hit) => ({ hit, kind: hit.kind }))
}

const MONEY: ReadonlySet<Caption> = new Set(MONEY_CAPTIONS)

export function isMoney(kind: Caption): boolean {
  return MONEY.has(kind)
}

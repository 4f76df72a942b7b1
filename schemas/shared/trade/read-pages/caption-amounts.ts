import type { FoundAmount } from '../../../../core/candidates/index.ts'
import { below, rightOf, type Span, type TextLine } from '../../../../core/extraction/labels/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { Caption } from '../labels/index.ts'
import type { Labelled } from './choose-totals.ts'
import type { Hit, TradeText } from './context.ts'
import type { ItemsView } from './items-view.ts'
import { isMoney, type MoneyHit } from './money-captions.ts'
import { opensTaxRow } from './tax-rows.ts'

/** The amounts that a caption may mean: behind it, right of it or under it. */
export function amountsFor(invoice: TradeText, { hit, kind, after }: MoneyHit, items: ItemsView): readonly Labelled[] {
  const label = (line: TextLine, amount: FoundAmount, geometry: number): Labelled => {
    const span: Span = { line, from: amount.from, to: amount.to }
    const plain = amount.decimals ? 1 : amount.currency !== null ? 0.95 : 0.7
    return { kind, value: amount.value, span, score: hit.weight * geometry * plain, currency: amount.currency ?? amount.sign }
  }
  const own = invoice.amounts(hit.line).filter((a) => a.from >= after && usable(a, hit.line) && !inSentence(kind, hit, a))
  const nextHit = invoice.hitsOn(hit.line).find((h) => h.from >= after && isMoney(h.kind))
  const right: { line: TextLine; amount: FoundAmount }[] = own
    .filter((a) => !nextHit || a.to <= nextHit.from)
    .map((amount) => ({ line: hit.line, amount }))
  if (!nextHit) {
    for (const line of rightOf(hit.line.at, invoice.page(hit.line))) {
      if (line === hit.line || items.inItems(line)) continue
      if (right.length > 0 && opensTaxRow(invoice, line)) break
      const block = invoice.hitsOn(line).find((h) => isMoney(h.kind) && h.kind !== 'taxBase')
      const found = invoice.amounts(line).filter((a) => usable(a, line) && (!block || a.to <= block.from))
      right.push(...found.map((amount) => ({ line, amount })))
      if (block) break
    }
  }
  if (right.length > 0) {
    const strong = right.filter((r) => r.amount.decimals || r.amount.currency !== null)
    const use = strong.length > 0 ? strong : right
    const triple = kind === 'gross' || kind === 'total' ? netTaxGross(use) : null
    const taxed = kind === 'total' ? baseAndTaxes(use) : null
    if (triple ?? taxed) return (triple ?? taxed)!.map(([as, { line, amount }]) => ({ ...label(line, amount, 0.95), kind: as }))
    return use.flatMap(({ line, amount }, i) => withLostPoint(label(line, amount, i === use.length - 1 ? 1 : 0.6)))
  }
  if (hit.line.text.slice(after).trim().length > 8 || hit.line.words.length > 7) return []
  const under = below(hit.line.at, invoice.page(hit.line), 2.2).filter((line) => !items.inItems(line))
  // "Total" over "Tax Amount" over 274.58: what stands under another caption belongs to that one.
  const other = under.findIndex((line) => invoice.hitsOn(line).some((h) => isMoney(h.kind)))
  return under.slice(0, other < 0 ? 2 : Math.min(2, other)).flatMap((line, i) => {
    const amount = invoice.amounts(line).findLast((a) => usable(a, line) && (a.decimals || a.currency !== null))
    return amount ? [label(line, amount, i === 0 ? 0.7 : 0.5)] : []
  })
}

/** OCR may lose the comma of "218,48": both readings stand, the arithmetic chooses. */
function withLostPoint(labelled: Labelled): readonly Labelled[] {
  if (labelled.span.line.source !== 'ocr' || !/^-?\d{3,}$/.test(labelled.value)) return [labelled]
  return [labelled, { ...labelled, value: new Decimal(labelled.value).div(100).toFixed(2), score: labelled.score * 0.7 }]
}

/** «Всего к оплате 30 000,00 6 600,00 36 600,00»: a totals row over the columns net, tax and gross. */
function netTaxGross<T extends { readonly amount: FoundAmount }>(found: readonly T[]): readonly (readonly [Caption, T])[] | null {
  const [net, tax, gross] = found.slice(-3)
  if (!net || !tax || !gross) return null
  const sum = new Decimal(net.amount.value).plus(tax.amount.value)
  return sum.minus(gross.amount.value).abs().lte('0.02') && new Decimal(tax.amount.value).abs().lt(new Decimal(net.amount.value).abs())
    ? [
        ['net', net],
        ['tax', tax],
        ['gross', gross],
      ]
    : null
}

/** "Total 1 525.44 137.29 137.29 274.58" under a breakdown with two taxes of one base: the last amount is their sum, and no total to pay. */
function baseAndTaxes<T extends { readonly amount: FoundAmount }>(found: readonly T[]): readonly (readonly [Caption, T])[] | null {
  const [base, sum] = [found[0], found.at(-1)]
  const taxes = found.slice(1, -1)
  if (!base || !sum || taxes.length < 2) return null
  const of = ({ amount }: T) => new Decimal(amount.value).abs()
  const added = taxes.reduce((total, tax) => total.plus(of(tax)), new Decimal(0))
  return added.minus(of(sum)).abs().lte('0.02') && of(sum).gt(0) && of(sum).lt(of(base))
    ? [
        ['net', base],
        ['tax', sum],
      ]
    : null
}

const UNCHECKED: readonly Caption[] = ['allowances', 'charges', 'prepaid', 'rounding']
const NONE = /(?<!\p{L})(?:pas d['’]|sans|kein|keine|ohne|no|without|free|gratis|geen|без)\s*$/iu
const BOUND = /[<>≤≥]\s*$|(?<!\p{L})(?:ab|über|bis|over|above|from|below|under|dès|à partir de|jusqu'à|от|до|свыше|более|менее)\s+$/iu

/**
 * "Pas d'escompte … une indemnité de 40 €", "Free shipping (amount > 300 €)": a condition told in words, not a sum of the document. Only for amounts
 * that nothing else would have to agree with; a note's total may stand in a sentence.
 */
function inSentence(kind: Caption, { line: { text }, from: start, to: after }: Hit, { from }: FoundAmount): boolean {
  if (!UNCHECKED.includes(kind)) return false
  const between = text.slice(after, from)
  return (
    NONE.test(text.slice(0, start)) ||
    /^-\p{L}/u.test(between) ||
    BOUND.test(between) ||
    /\p{L}{2}[.;!?]\s/u.test(between) ||
    (between.match(/\p{L}{2,}/gu) ?? []).length > 5
  )
}

/** A bare integer inside a sentence ("14 Tage") is no amount. */
function usable(amount: FoundAmount, line: TextLine): boolean {
  if (amount.decimals || amount.currency !== null || amount.sign !== null) return true
  const after = line.text.slice(amount.to)
  return after.trim() === '' || /^\s+[\d€$£]/.test(after)
}

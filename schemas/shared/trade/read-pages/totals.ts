import type { FoundAmount } from '../../../../core/candidates/index.ts'
import { below, rightOf, type Span, type TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { Caption } from '../labels/index.ts'
import { chooseTotals, type Labelled } from './choose-totals.ts'
import { candidate, type Hit, type TradeText } from './context.ts'
import { readCurrency } from './currency.ts'
import { creditTitle } from './document-kind.ts'
import { readExemption } from './exemption.ts'
import { paidBefore } from './paid-before.ts'
import { statedRate, taxOfItems } from './tax-of-items.ts'
import { opensTaxRow, type Printed, readTaxRows, type TaxRow } from './tax-rows.ts'

/** What the line items say: the sum of their amounts, and which lines of text belong to them. */
export interface ItemsView {
  readonly lineSum: string | null
  readonly inItems: (line: TextLine) => boolean
  /** An item is charged VAT. */
  readonly taxed: boolean
  /** The rate that every item prints. */
  readonly rate: Printed | null
}

const MONEY: readonly Caption[] = [
  'linesNet',
  'net',
  'tax',
  'gross',
  'total',
  'due',
  'prepaid',
  'allowances',
  'charges',
  'rounding',
  'taxBase',
]
const INCLUSIVE =
  /(?:inkl(?:usive)?|incl(?:uding|usive|us|uant)?|einschl(?:ießlich)?|mit|avec|y compris|с|with|brutto|ttc|tvac)\.?[\s(]*(?:\d+(?:[.,]\d+)?\s?%)?[\s(]*(?:gesetzl\.?|der|de la|of)?\s*$/iu
const EXCLUSIVE =
  /(?:ohne|exkl(?:usive)?|excl(?:uding|usive|us)?|ex|zzgl|zuzüglich|hors|without|w\/o|before|без|plus|netto|sans|zuzügl)\.?[\s(]*(?:учета|учёта)?\s*(?:gesetzl\.?|de la|of)?\s*$/iu

interface MoneyHit {
  readonly hit: Hit
  readonly kind: Caption
  /** Where the amounts of this caption may begin on its line. */
  readonly after: number
}

export interface ReadTotals {
  readonly candidates: readonly Candidate[]
  readonly taxRows: readonly TaxRow[]
}

export function readTotals(invoice: TradeText, items: ItemsView): ReadTotals {
  const labelled = moneyHits(invoice, items).flatMap((hit) => amountsFor(invoice, hit, items))
  const taxRows = readTaxRows(invoice, items)
  const chosen = chooseTotals(labelled, taxRows, items.lineSum)
  const choice =
    chosen.taxRows.length > 0
      ? chosen
      : { ...chosen, taxRows: taxOfItems(items.rate ?? statedRate(invoice), printedTax(labelled, chosen.candidates), chosen.candidates) }
  const positive = creditTitle(invoice) !== null
  const charged = items.taxed || choice.taxRows.some((row) => !new Decimal(row.amount.value).isZero()) || choice.candidates.some(isCharged)
  const exemption = charged ? [] : readExemption(invoice, items.inItems)
  const taxes = [...taxCandidates(choice.taxRows, exemption.length > 0), ...exemption]
  const paid = paidBefore(invoice, choice.candidates, items.inItems)
  const out = [...choice.candidates, ...paid, ...taxes, ...readCurrency(invoice, choice.candidates)]
  // A credit note is negative by its kind; some print the minus on every amount as well.
  const candidates = positive
    ? out.map((c) => (typeof c.value === 'string' && /^(?:totals|taxes)/.test(c.path) ? { ...c, value: c.value.replace(/^-/, '') } : c))
    : out
  return { candidates, taxRows: choice.taxRows }
}

/** The chosen tax total with its place. */
function printedTax(labelled: readonly Labelled[], candidates: readonly Candidate[]): Printed | null {
  const tax = candidates.find((c) => c.path === 'totals.tax')
  const found = labelled.find((l) => l.kind === 'tax' && tax && new Decimal(l.value).eq(String(tax.value)))
  return found ? { value: found.value, span: found.span } : null
}

/** Money captions of the document; one caption that qualifies another ("Gesamtbetrag inkl. MwSt") becomes one. */
function moneyHits(invoice: TradeText, items: ItemsView): readonly MoneyHit[] {
  const lines = new Set(invoice.hitsOf(...MONEY).map((hit) => hit.line))
  return [...lines].filter((line) => !items.inItems(line)).flatMap((line) => hitsOfLine(invoice, line))
}

function hitsOfLine(invoice: TradeText, line: TextLine): readonly MoneyHit[] {
  const amounts = invoice.amounts(line)
  const groups: Hit[][] = []
  for (const hit of invoice.hitsOn(line).filter((h) => MONEY.includes(h.kind))) {
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

function amountsFor(invoice: TradeText, { hit, kind, after }: MoneyHit, items: ItemsView): readonly Labelled[] {
  const label = (line: TextLine, amount: FoundAmount, geometry: number): Labelled => {
    const span: Span = { line, from: amount.from, to: amount.to }
    const plain = amount.decimals ? 1 : amount.currency !== null ? 0.95 : 0.7
    return { kind, value: amount.value, span, score: hit.weight * geometry * plain, currency: amount.currency ?? amount.sign }
  }
  const own = invoice.amounts(hit.line).filter((a) => a.from >= after && usable(a, hit.line) && !inSentence(kind, hit, a))
  const nextHit = invoice.hitsOn(hit.line).find((h) => h.from >= after && MONEY.includes(h.kind))
  const right: { line: TextLine; amount: FoundAmount }[] = own
    .filter((a) => !nextHit || a.to <= nextHit.from)
    .map((amount) => ({ line: hit.line, amount }))
  if (!nextHit) {
    for (const line of rightOf(hit.line.at, invoice.page(hit.line))) {
      if (line === hit.line || items.inItems(line)) continue
      if (right.length > 0 && opensTaxRow(invoice, line)) break
      const block = invoice.hitsOn(line).find((h) => MONEY.includes(h.kind) && h.kind !== 'taxBase')
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
  const other = under.findIndex((line) => invoice.hitsOn(line).some((h) => MONEY.includes(h.kind)))
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

function isCharged(c: Candidate): boolean {
  return c.path === 'totals.tax' && c.score > 0.4 && !new Decimal(String(c.value)).isZero()
}

/** `exempt`: a statement on the page gives the category of rows without tax. */
function taxCandidates(rows: readonly TaxRow[], exempt: boolean): readonly Candidate[] {
  return rows.flatMap((row, i) => [
    ...(row.rate && !exempt ? [candidate(`taxes[${i}].category`, categoryOf(row.rate.value), [row.rate.span], 0.8)] : []),
    ...(row.rate ? [candidate(`taxes[${i}].rate`, row.rate.value, [row.rate.span], 0.85)] : []),
    ...(row.base ? [candidate(`taxes[${i}].base`, row.base.value, [row.base.span], 0.85)] : []),
    candidate(`taxes[${i}].amount`, new Decimal(row.amount.value).toFixed(2), [row.amount.span], 0.85),
  ])
}

/** UNCL 5305 of a printed rate: 0 % is zero-rated, any other rate the standard category. */
export function categoryOf(rate: string): 'S' | 'Z' {
  return new Decimal(rate).isZero() ? 'Z' : 'S'
}

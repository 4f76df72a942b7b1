import type { Span } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { Caption } from '../labels/index.ts'
import { candidate } from './context.ts'
import type { TaxRow } from './tax-rows.ts'

/** An amount under a money caption. `score` 0..1: caption and geometry only. */
export interface Labelled {
  readonly kind: Caption
  readonly value: string
  readonly span: Span
  readonly score: number
  readonly currency: string | null
}

interface Option {
  readonly value: Decimal
  readonly score: number
  readonly spans: readonly Span[]
}

interface Triple {
  readonly gross: Option | null
  readonly net: Option | null
  readonly tax: Option | null
  readonly score: number
}

const CENT = new Decimal('0.021')
const WIDTH = 9 // options kept per amount; more never matter and cost time cubed

/** Picks net, tax and gross together: captions vote, arithmetic decides (EN 16931 BR-CO-15; tax = net × rate; Σ lines). */
export function chooseTotals(
  labelled: readonly Labelled[],
  rows: readonly TaxRow[],
  lineSum: string | null,
): { readonly candidates: readonly Candidate[]; readonly taxRows: readonly TaxRow[] } {
  const gross = options(labelled, { gross: 1, total: 0.72, due: 0.62 })
  const net = options(
    labelled,
    { net: 1, linesNet: 0.6, total: 0.35 },
    sumOption(
      rows,
      (row) => row.base?.value ?? null,
      (row) => row.base!.span,
      0.5,
    ),
  )
  const tax = options(
    labelled,
    { tax: 1 },
    sumOption(
      rows,
      (row) => row.amount.value,
      (row) => row.amount.span,
      0.6,
    ),
  )
  const rates = rows.flatMap((row) => (row.rate ? [new Decimal(row.rate.value)] : []))
  const sum = lineSum === null ? null : new Decimal(lineSum)
  const parts = rows.filter((row) => row.captioned).map((row) => new Decimal(row.amount.value).abs())
  const adjust = adjustment(labelled)
  const best = bestTriple(gross, net, tax, { rates, lineSum: sum, adjust, parts })
  const out: Candidate[] = []
  emit(out, 'totals.gross', best.gross, gross)
  // What was chosen as the tax is spoken for: "Amount" over the taxes of a breakdown is no total.
  const open = gross.filter(({ value }) => !best.tax?.value.abs().eq(value.abs()))
  if (!best.gross) contradicted(out, 'totals.gross', open)
  // "Subtotal", then freight, then tax: the sum of the lines is not the net amount yet.
  const beforeAdjustment = best.net !== null && reaches(best, adjust)
  if (beforeAdjustment) emit(out, 'totals.linesNet', best.net, [])
  else emit(out, 'totals.net', best.net, net)
  emit(out, 'totals.tax', best.tax, tax)
  simple(out, 'totals.prepaid', labelled, 'prepaid')
  due(out, labelled, best.gross)
  if (!beforeAdjustment) simple(out, 'totals.linesNet', labelled, 'linesNet')
  for (const kind of ['allowances', 'charges', 'rounding'] as const) simple(out, `totals.${kind}`, labelled, kind)
  const used = best.tax ? rowsOf(rows, best.tax.value) : rows.filter((row) => row.proven && row.captioned)
  return { candidates: out, taxRows: used }
}

function options(labelled: readonly Labelled[], weights: Partial<Record<Caption, number>>, extra: Option | null = null): readonly Option[] {
  const byValue = new Map<string, Option>()
  const add = (option: Option) => {
    const key = option.value.abs().toFixed(4)
    const known = byValue.get(key)
    // A value printed under the same caption again is a little surer.
    if (!known) byValue.set(key, option)
    else
      byValue.set(key, {
        ...(option.score > known.score ? option : known),
        score: Math.min(1.1, Math.max(option.score, known.score) + 0.05),
      })
  }
  for (const l of labelled) {
    const weight = weights[l.kind]
    if (weight !== undefined) add({ value: new Decimal(l.value), score: l.score * weight, spans: [l.span] })
  }
  if (extra) add(extra)
  return [...byValue.values()].sort((a, b) => b.score - a.score).slice(0, WIDTH)
}

/**
 * The breakdown's total. One row prints it; the sum of several rows is printed nowhere: it joins the arithmetic but is no value of the page
 * (`spans` empty).
 */
function sumOption(
  rows: readonly TaxRow[],
  printedOf: (row: TaxRow) => string | null,
  placed: (row: TaxRow) => Span,
  score: number,
): Option | null {
  const counted = rows.filter((row) => (row.proven || row.captioned) && printedOf(row) !== null)
  if (counted.length === 0) return null
  const value = counted.reduce((sum, row) => sum.plus(printedOf(row)!), new Decimal(0))
  if (counted.length > 1) return { value, score: score * 0.8, spans: [] }
  return { value, score, spans: [placed(counted[0]!)] }
}

function rowsOf(rows: readonly TaxRow[], tax: Decimal): readonly TaxRow[] {
  const proven = rows.filter((row) => row.proven || row.captioned)
  const sum = proven.reduce((total, row) => total.plus(row.amount.value), new Decimal(0))
  if (sum.abs().minus(tax.abs()).abs().lte(CENT)) return proven
  const single = proven.find((row) => new Decimal(row.amount.value).abs().eq(tax.abs()))
  return single ? [single] : proven.filter((row) => row.proven && row.captioned)
}

interface Known {
  readonly rates: readonly Decimal[]
  readonly lineSum: Decimal | null
  /** Charges less allowances on the whole document. */
  readonly adjust: Decimal
  /** Taxes of the breakdown, one per rate. */
  readonly parts: readonly Decimal[]
}

function adjustment(labelled: readonly Labelled[]): Decimal {
  const sum = (kind: Caption) => {
    const values = new Map(labelled.filter((l) => l.kind === kind && l.score > 0.5).map((l) => [l.value, new Decimal(l.value).abs()]))
    return [...values.values()].reduce((total, value) => total.plus(value), new Decimal(0))
  }
  return sum('charges').minus(sum('allowances'))
}

/** Whether the amount called net becomes the gross amount only with the charges and allowances printed below it. */
function reaches({ gross, net, tax }: Omit<Triple, 'score'>, adjust: Decimal): boolean {
  if (!gross || !net || adjust.isZero()) return false
  const total = net.value.abs().plus(tax?.value.abs() ?? 0)
  return total.minus(gross.value.abs()).abs().gt(CENT) && total.plus(adjust).minus(gross.value.abs()).abs().lte(CENT)
}

function bestTriple(gross: readonly Option[], net: readonly Option[], tax: readonly Option[], known: Known): Triple {
  let best: Triple = { gross: null, net: null, tax: null, score: 0 }
  for (const g of [...gross, null])
    for (const n of [...net, null])
      for (const t of [...tax, null]) {
        const score = (g?.score ?? 0) + (n?.score ?? 0) + (t?.score ?? 0) + agreement(g, n, t, known)
        if (score > best.score + 1e-9) best = { gross: g, net: n, tax: t, score }
      }
  return best
}

function agreement(g: Option | null, n: Option | null, t: Option | null, { rates, lineSum, adjust, parts }: Known): number {
  const adjusted = reaches({ gross: g, net: n, tax: t }, adjust)
  const G = g?.value.abs()
  const N = n?.value.abs()
  const T = t?.value.abs()
  let score = 0
  if (G && N && T) score += N.plus(T).minus(G).abs().lte(CENT) ? 1.6 : adjusted ? 1.4 : -1.6
  if (G && N && !T)
    score += adjusted
      ? 0.5
      : N.gt(G.plus(CENT))
        ? -1.5
        : N.minus(G).abs().lte(CENT)
          ? 0.1
          : rates.some((r) => N.times(r).div(100).plus(N).minus(G).abs().lte(CENT))
            ? 0.5
            : -0.2
  if (N && T && rates.some((r) => N.times(r).div(100).minus(T).abs().lte(CENT))) score += 0.5
  if (G && T && !N && rates.some((r) => r.gt(0) && G.times(r).div(r.plus(100)).minus(T).abs().lte(CENT))) score += 0.6
  // The tax of one rate out of several is not the tax of the invoice.
  if (T && parts.some((part) => part.eq(T)) && parts.some((part) => !part.isZero() && !part.eq(T))) score -= 2.2
  if (G && T?.gt(G.times(0.35))) score -= 2
  if (N && T?.gt(N.times(0.45))) score -= 2
  if (lineSum && N?.minus(lineSum).abs().lte(CENT)) score += 0.4
  if (lineSum && G?.minus(lineSum).abs().lte(CENT)) score += 0.25
  if (G?.isZero() && (N?.gt(0) || T?.gt(0))) score -= 1
  return score
}

function emit(out: Candidate[], path: string, chosen: Option | null, all: readonly Option[]): void {
  const rest = all.filter((o) => o !== chosen).slice(0, 4)
  if (chosen && chosen.spans.length > 0)
    out.push(candidate(path, money(chosen.value), chosen.spans, Math.min(1, 0.55 + 0.4 * chosen.score)))
  // Rejected by the joint choice: kept for the reviewer, never chosen while the other stands.
  for (const option of chosen && chosen.spans.length > 0 ? rest.filter((o) => o.spans.length > 0) : [])
    out.push(candidate(path, money(option.value), option.spans, Math.min(0.4, option.score * 0.4)))
}

const CLEARLY_CAPTIONED = 0.5

/** A clearly captioned total that fits no sum is still what the page says: left out, the sums would look right and nobody would look. */
function contradicted(out: Candidate[], path: string, all: readonly Option[]): void {
  const first = all.find((option) => option.spans.length > 0)
  if (first && first.score >= CLEARLY_CAPTIONED) out.push(candidate(path, money(first.value), first.spans, 0.4))
}

function simple(out: Candidate[], path: string, labelled: readonly Labelled[], kind: Caption): void {
  const own = labelled.filter((l) => l.kind === kind).sort((a, b) => b.score - a.score)
  const first = own[0]
  if (first) out.push(candidate(path, money(new Decimal(first.value).abs()), [first.span], first.score * 0.8))
}

/** The amount to pay: by its caption; with a prepayment the difference decides. */
function due(out: Candidate[], labelled: readonly Labelled[], gross: Option | null): void {
  const own = labelled.filter((l) => l.kind === 'due')
  const prepaid = labelled.filter((l) => l.kind === 'prepaid').map((l) => new Decimal(l.value).abs())
  const scored = own
    .map((l) => {
      const value = new Decimal(l.value)
      const fits =
        gross &&
        (gross.value.minus(value).abs().lte(CENT) || prepaid.some((p) => gross.value.abs().minus(p).minus(value.abs()).abs().lte(CENT)))
      return { l, value, score: Math.min(1, l.score * 0.8 + (fits ? 0.2 : 0)) }
    })
    .sort((a, b) => b.score - a.score)
  const first = scored[0]
  if (first) out.push(candidate('totals.due', money(first.value), [first.l.span], first.score))
}

function money(value: Decimal): string {
  return value.toFixed(Math.max(2, value.decimalPlaces()))
}

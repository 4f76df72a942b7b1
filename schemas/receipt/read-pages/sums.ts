import { dec } from '../../../core/rules/index.ts'
import type { Amount } from './amounts.ts'
import { captionsOf, type Hit, type SlipRow } from './rows.ts'

export type SumKind = 'total' | 'rounded' | 'subtotal' | 'discount' | 'rounding' | 'tax' | 'cash' | 'card' | 'change' | 'other'

/** A captioned sum. `exact` false: the caption was found with tolerance for misread letters. */
export interface CaptionedSum {
  readonly kind: SumKind
  readonly amount: Amount
  readonly row: SlipRow
  readonly exact: boolean
}

const KINDS: readonly SumKind[] = ['total', 'rounded', 'subtotal', 'discount', 'rounding', 'tax', 'cash', 'card', 'change', 'other']

/** Every sum that stands right of a caption: the last of its row. The longest caption that begins the row names it. */
export function captionedSums(rows: readonly SlipRow[]): readonly CaptionedSum[] {
  return rows.flatMap((row) => {
    const hit = naming(row)
    const amount = hit && row.amounts.filter(({ span }) => span.line !== hit.line || span.from >= hit.to).at(-1)
    return hit && amount ? [{ kind: kindOf(hit, amount), amount, row, exact: hit.exact }] : []
  })
}

/** Rounding moves a sum by less than one unit; «Rounding 22.90» is the rounded sum. */
function kindOf(hit: Hit, { value }: Amount): SumKind {
  const kind = hit.kind as SumKind
  return kind === 'rounding' && dec(value)!.abs().gte(1) ? 'rounded' : kind
}

function naming(row: SlipRow): Hit | null {
  const hits = captionsOf(row, ...KINDS)
  const begin = hits.filter((hit) => hit.line === hits[0]?.line && hit.from === hits[0].from)
  const [first] = begin
  if (!first) return null
  // «Total: … Change» in one row is the header of a table; «TOTAL RM», «Rounding RM» are one caption.
  const others = hits.filter((hit) => hit.kind !== first.kind && hit.line === first.line && hit.from >= first.to)
  if (first.kind === 'total' && others.some(({ kind }) => kind === 'other' || kind === 'tax' || kind === 'discount')) return others[0]!
  return first
}

/** Sums of a kind, top to bottom. */
export function sumsOf(sums: readonly CaptionedSum[], ...kinds: readonly SumKind[]): readonly CaptionedSum[] {
  return sums.filter(({ kind }) => kinds.includes(kind))
}

export function equal(a: string, b: string): boolean {
  return dec(a)!.eq(dec(b)!)
}

import type { Span } from '../../../../core/extraction/labels/index.ts'
import type { RowCell } from '../../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'

export interface ItemValue {
  readonly value: string
  readonly spans: readonly Span[]
}

export function spansOf(cell: RowCell): readonly Span[] {
  const spans: { line: Span['line']; from: number; to: number }[] = []
  for (const { line, word } of cell.parts) {
    const last = spans.at(-1)
    if (last && last.line === line) last.to = word.to
    else spans.push({ line, from: word.from, to: word.to })
  }
  return spans
}

/** quantity × price = amount, up to rounding. */
export function product(q: Decimal | null, p: Decimal | null, a: Decimal | null): boolean {
  return (
    q !== null &&
    p !== null &&
    a !== null &&
    !q.isZero() &&
    q
      .times(p)
      .minus(a)
      .abs()
      .lte(Decimal.max('0.02', a.abs().times('0.0005')))
  )
}

import type { TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { candidate, type TradeText } from './context.ts'

const DISCOUNT = /skonto|rabatt|discount|escompte|remise|korting|скидк/iu

/**
 * A payment received before, under no caption that is known ("Virement SEPA 17/11/2017 623,00 €" in a table of payments): what the gross total exceeds
 * the amount due by (BR-CO-16), where exactly this amount is printed. A discount explains the same difference and is none.
 */
export function paidBefore(invoice: TradeText, totals: readonly Candidate[], inItems: (line: TextLine) => boolean): readonly Candidate[] {
  if (totals.some(({ path }) => path === 'totals.prepaid')) return []
  const [gross, due] = [best(totals, 'totals.gross'), best(totals, 'totals.due')]
  if (!gross || !due || due.isZero() || due.isNegative() !== gross.isNegative() || due.abs().gte(gross.abs())) return []
  const paid = gross.minus(due).abs()
  for (const line of invoice.text.lines) {
    if (inItems(line) || DISCOUNT.test(line.text)) continue
    const amount = invoice.amounts(line).find(({ value, decimals }) => decimals && new Decimal(value).abs().eq(paid))
    if (amount) return [candidate('totals.prepaid', paid.toFixed(2), [{ line, from: amount.from, to: amount.to }], 0.6)]
  }
  return []
}

function best(totals: readonly Candidate[], path: string): Decimal | null {
  const first = totals.filter((one) => one.path === path).toSorted((a, b) => b.score - a.score)[0]
  return first ? new Decimal(String(first.value)) : null
}

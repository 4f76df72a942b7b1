import type { Candidate } from '../../../../core/field.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { amountsFor } from './caption-amounts.ts'
import { chooseTotals, type Labelled } from './choose-totals.ts'
import type { TradeText } from './context.ts'
import { readCurrency } from './currency.ts'
import { creditTitle } from './document-kind.ts'
import { readExemption } from './exemption.ts'
import type { ItemsView } from './items-view.ts'
import { moneyHits } from './money-captions.ts'
import { paidBefore } from './paid-before.ts'
import { taxCandidates } from './tax-candidates.ts'
import { statedRate, taxOfItems } from './tax-of-items.ts'
import { type Printed, readTaxRows, type TaxRow } from './tax-rows.ts'

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

function isCharged(c: Candidate): boolean {
  return c.path === 'totals.tax' && c.score > 0.4 && !new Decimal(String(c.value)).isZero()
}

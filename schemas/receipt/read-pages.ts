import { candidate, documentText } from '../../core/extraction/labels/index.ts'
import type { Candidate } from '../../core/field.ts'
import type { Reading } from '../../core/reading.ts'
import { Decimal, sum } from '../../core/rules/index.ts'
import { readCurrency } from './read-pages/currency.ts'
import { itemCandidates, itemSum, readItems } from './read-pages/items.ts'
import { readMerchant } from './read-pages/merchant.ts'
import { readMoment } from './read-pages/moment.ts'
import { readNumbers } from './read-pages/numbers.ts'
import { rowText, type SlipRow, slipRows } from './read-pages/rows.ts'
import { type CaptionedSum, captionedSums, equal, type SumKind, sumsOf } from './read-pages/sums.ts'
import { type SlipTax, slipTaxes } from './read-pages/tax-rows.ts'
import { readTotal } from './read-pages/total.ts'

/** Everything captions, sums and the order of rows say about a till slip: candidates per path, best first. */
export function readReceiptPages(reading: Reading): readonly Candidate[] {
  const text = documentText(reading)
  const rows = slipRows(text)
  const sums = captionedSums(rows)
  const taxes = slipTaxes(rows)
  const items = readItems(rows)
  const lineSum = itemSum(items)
  const total = readTotal({ rows, sums, taxes, lineSum })
  const printed = [
    ...sumsOf(sums, 'total', 'rounded', 'subtotal').map(({ amount }) => amount.value),
    ...total.slice(0, 1).map(({ value }) => String(value)),
  ]
  const adds = lineSum !== null && printed.some((value) => equal(value, lineSum))
  return [
    ...readMerchant(rows),
    ...readMoment(text, rows),
    ...readNumbers(rows),
    ...readCurrency(text),
    ...total,
    ...plain(sums, 'subtotal', 'subtotal'),
    ...plain(sums, 'discount', 'discount'),
    ...plain(sums, 'rounding', 'rounding'),
    ...plain(sums, 'cash', 'payment.cash'),
    ...plain(sums, 'card', 'payment.card'),
    ...plain(sums, 'change', 'payment.change'),
    ...taxCandidates(taxes, sums),
    ...operation(rows),
    ...itemCandidates(items, adds),
  ]
}

function plain(sums: readonly CaptionedSum[], kind: SumKind, path: string): readonly Candidate[] {
  return sumsOf(sums, kind).map(({ amount, exact }, i) =>
    candidate(path, amount.value, [amount.span], (exact ? 0.8 : 0.65) * (amount.sure ? 1 : 0.5) * (i === 0 ? 1 : 0.8)),
  )
}

function taxCandidates(taxes: readonly SlipTax[], sums: readonly CaptionedSum[]): readonly Candidate[] {
  const rows = taxes.flatMap(({ rate, rateRow, base, tax }, i) => [
    candidate(`taxes[${i}].rate`, rate, [{ line: rateRow.lines[0]!, from: 0, to: rateRow.lines[0]!.text.length }], 0.85),
    candidate(`taxes[${i}].base`, base.value, [base.span], 0.85),
    candidate(`taxes[${i}].amount`, tax.value, [tax.span], 0.85),
  ])
  if (taxes.length === 0) return plain(sums, 'tax', 'tax')
  const all = sum(taxes.map(({ tax }) => new Decimal(tax.value))).toFixed(2)
  return [
    ...rows,
    candidate(
      'tax',
      all,
      taxes.map(({ tax }) => tax.span),
      0.8,
    ),
  ]
}

/** 54-ФЗ prints it in words at the head of the slip. */
function operation(rows: readonly SlipRow[]): readonly Candidate[] {
  for (const row of rows) {
    const printed = /возврат\s+прихода|возврат\s+расхода|(?<!\p{L})приход(?!\p{L})|(?<!\p{L})расход(?!\p{L})/iu
      .exec(rowText(row))?.[0]
      .toLowerCase()
    if (!printed) continue
    const value = printed.startsWith('возврат')
      ? printed.endsWith('прихода')
        ? 'refund'
        : 'purchase_refund'
      : printed === 'приход'
        ? 'sale'
        : 'purchase'
    const line = row.lines.find((one) => /приход|расход/iu.test(one.text)) ?? row.lines[0]!
    return [candidate('operation', value, [{ line, from: 0, to: line.text.length }], 0.85)]
  }
  return []
}

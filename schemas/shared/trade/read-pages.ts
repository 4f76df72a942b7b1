import type { TextLine } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import type { Heading } from '../../../core/memory/index.ts'
import type { Reading } from '../../../core/reading.ts'
import { Decimal } from '../../../core/rules/index.ts'
import { type TradeCaptions, tradeText } from './read-pages/context.ts'
import { readContract } from './read-pages/contract.ts'
import { readConsignment } from './read-pages/form-parties.ts'
import { readHeader } from './read-pages/header.ts'
import { readWords } from './read-pages/in-words.ts'
import { lineCandidates, readLines } from './read-pages/lines.ts'
import { readNotes } from './read-pages/notes.ts'
import { readPageSubtotals } from './read-pages/page-subtotals.ts'
import { readParties } from './read-pages/parties.ts'
import { readPayment } from './read-pages/payment.ts'
import { readSignatories } from './read-pages/signatories.ts'
import { commonRate } from './read-pages/tax-of-items.ts'
import type { TaxRow } from './read-pages/tax-rows.ts'
import { readTotals } from './read-pages/totals.ts'

/**
 * Everything captions, typed values and geometry say about a trade paper: candidates per path, best first. `captions`: those of an invoice unless told.
 * `learned`: headings of columns from earlier documents of the supplier.
 */
export function readTradePages(reading: Reading, captions?: TradeCaptions, learned?: readonly Heading[]): readonly Candidate[] {
  const invoice = tradeText(reading, captions, learned)
  const items = readLines(invoice)
  const inItems = (line: TextLine) => items.lines.has(line)
  const { candidates: totals, taxRows } = readTotals(invoice, {
    lineSum: items.sum?.toString() ?? null,
    inItems,
    taxed: items.values.some((item) => item.taxRate !== null && item.taxRate.value !== '0'),
    rate: commonRate(items.values.map((item) => item.taxRate)),
  })
  const printed = (path: string) => {
    const value = totals.filter((c) => c.path === path).sort((a, b) => b.score - a.score)[0]?.value
    return typeof value === 'string' ? value : null
  }
  const lines = lineCandidates(invoice, items, {
    linesNet: printed('totals.linesNet'),
    net: printed('totals.net'),
    gross: printed('totals.gross'),
    // A page with several rates prints no sum of their taxes.
    tax: printed('totals.tax') ?? sumOfTaxes(taxRows),
    taxRows,
  })
  const includesTax = lines.some(({ path, value }) => path === 'lineAmountsIncludeTax' && value === true)
  const subtotals = readPageSubtotals(invoice, items, includesTax)
  return [
    ...readHeader(invoice),
    ...readContract(invoice, inItems),
    ...readNotes(invoice),
    ...readParties(invoice, inItems),
    ...readConsignment(invoice),
    ...readPayment(invoice),
    ...totals,
    ...subtotals,
    ...readWords(invoice),
    ...readSignatories(invoice),
    ...lines,
  ]
}

function sumOfTaxes(rows: readonly TaxRow[]): string | null {
  return rows.length < 2 ? null : rows.reduce((sum, row) => sum.plus(row.amount.value), new Decimal(0)).toFixed(2)
}

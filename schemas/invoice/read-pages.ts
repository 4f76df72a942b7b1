import type { Candidate } from '../../core/field.ts'
import type { Reading } from '../../core/reading.ts'
import { invoiceText } from './read-pages/context.ts'
import { readHeader } from './read-pages/header.ts'
import { readTotals } from './read-pages/totals.ts'

/** Everything captions, typed values and geometry say about an invoice: candidates per path, best first. */
export function readInvoicePages(reading: Reading): readonly Candidate[] {
  const invoice = invoiceText(reading)
  return [...readHeader(invoice), ...readTotals(invoice, { lineSum: null, inItems: () => false })]
}

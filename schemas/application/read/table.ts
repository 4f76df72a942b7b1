import type { Candidate } from '../../../core/field.ts'
import type { Reading } from '../../../core/reading.ts'
import { readTradePages } from '../../shared/trade/read-pages.ts'
import { TABLE_CAPTIONS } from '../labels.ts'

/** Paths of a trade paper → those of an application; the first of a group that is printed answers. */
const LINE_KEYS: Readonly<Record<string, string>> = {
  name: 'name',
  quantity: 'quantity',
  unitRaw: 'unit',
  unitPrice: 'price',
  net: 'amount',
  gross: 'amount',
}
const OTHERS: Readonly<Record<string, string>> = {
  number: 'number',
  issueDate: 'date',
  'totals.gross': 'total',
  'totals.inWords': 'inWords',
  currency: 'currency',
}
const LINE = /^lines\[(\d+)\]\.(\w+)$/

/** Number and date of the title, what is asked for row by row, and its sum: read as on every trade paper. */
export function readTable(reading: Reading): readonly Candidate[] {
  const shown = readTradePages(reading, TABLE_CAPTIONS)
  // A request with both columns asks for what will be paid: with VAT.
  const withGross = shown.some(({ path }) => /^lines\[\d+\]\.gross$/.test(path))
  return shown.flatMap((one): readonly Candidate[] => {
    const [, row, key] = LINE.exec(one.path) ?? []
    if (key !== undefined) {
      const own = key === 'net' && withGross ? undefined : LINE_KEYS[key]
      return own === undefined ? [] : [{ ...one, path: `lines[${row}].${own}` }]
    }
    const own = OTHERS[one.path]
    return own === undefined ? [] : [{ ...one, path: own }]
  })
}

import type { Heading } from '../../../../core/memory/index.ts'
import { type Column, type ColumnList, columns } from './column.ts'

/** Paths of lines and the column whose heading they stand under. An amount is net or gross by what the rows add up to, not by a learned word. */
const COLUMN_OF: Readonly<Record<string, Column>> = {
  'lines[].name': 'name',
  'lines[].sellerItemId': 'article',
  'lines[].gtin': 'gtin',
  'lines[].quantity': 'quantity',
  'lines[].unit': 'unit',
  'lines[].unitPrice': 'unitPrice',
  'lines[].net': 'amount',
  'lines[].gross': 'gross',
  'lines[].tax': 'tax',
  'lines[].taxRate': 'taxRate',
}

/** Headings that people have shown to mean a column; they stand behind all that is known, so that a learned word never renames a known one. */
export function learnedColumns(headings: readonly Heading[]): ColumnList {
  return headings.flatMap(({ path, key }) => {
    const column = COLUMN_OF[path]
    return column ? [columns(column, key)] : []
  })
}

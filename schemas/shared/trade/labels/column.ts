import type { CaptionSet } from '../../../../core/extraction/labels/index.ts'

/** Columns of the line items. `other` claims headings that no field uses. */
export const COLUMN_KINDS = [
  'position',
  'name',
  'article',
  'gtin',
  'quantity',
  'unit',
  'quantityUnit',
  'unitPrice',
  'grossPrice',
  'amount',
  'net',
  'gross',
  'taxRate',
  'tax',
  'discount',
  'date',
  'other',
] as const

export type Column = (typeof COLUMN_KINDS)[number]
export type ColumnList = readonly CaptionSet<Column>[]

/** `texts`: headings between bars. */
export function columns(kind: Column, texts: string): CaptionSet<Column> {
  return { kind, weight: 1, texts: texts.split('|').map((text) => text.trim()) }
}

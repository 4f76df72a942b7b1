import { captionIndex } from '../../../../core/extraction/labels/index.ts'
import type { Headings } from '../../../../core/extraction/tables/index.ts'
import type { Heading } from '../../../../core/memory/index.ts'
import { COLUMN_CAPTIONS, type Column, learnedColumns, russianHeading } from '../labels/index.ts'
import { AMOUNT } from './item-anchor.ts'

const KNOWN: Headings<Column> = { index: captionIndex(COLUMN_CAPTIONS), worded: russianHeading }

/** Headings over line items as every language has them, and those that this supplier was seen to use. */
export function headingsWith(learned: readonly Heading[]): Headings<Column> {
  return learned.length === 0 ? KNOWN : { ...KNOWN, index: captionIndex([...COLUMN_CAPTIONS, ...learnedColumns(learned)]) }
}

/** A head with two known columns only: any two words may look so. */
export function weak(cells: readonly { readonly kind: Column | null }[]): boolean {
  return new Set(cells.flatMap(({ kind }) => (kind === null ? [] : [kind]))).size <= 2
}

/** Whether headings of these kinds stand over line items. */
export function isItemHead(kinds: ReadonlySet<Column>): boolean {
  const amount = AMOUNT.some((kind) => kinds.has(kind))
  const price = kinds.has('unitPrice') || kinds.has('grossPrice')
  const quantity = kinds.has('quantity') || kinds.has('quantityUnit')
  const named = kinds.has('name') || (kinds.has('article') && quantity)
  const tax = kinds.has('tax') && !named
  // "Leistung … Betrag": enough only when a total closes the table (see `weak`).
  if (named && amount && kinds.size === 2) return true
  return (
    !tax && ((named && amount && (price || quantity || kinds.size >= 4)) || (named && price && quantity) || (quantity && price && amount))
  )
}

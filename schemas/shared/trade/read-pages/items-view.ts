import type { TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Printed } from './tax-rows.ts'

/** What the line items say: the sum of their amounts, and which lines of text belong to them. */
export interface ItemsView {
  readonly lineSum: string | null
  readonly inItems: (line: TextLine) => boolean
  /** An item is charged VAT. */
  readonly taxed: boolean
  /** The rate that every item prints. */
  readonly rate: Printed | null
}

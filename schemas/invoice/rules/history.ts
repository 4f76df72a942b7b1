import { foldNumber } from '../../../core/identifiers/index.ts'
import type { Invoice } from '../schema.ts'
import { sellerKey } from './parties.ts'

/** Keys under which an earlier document could be the same one (`duplicate`) or come from the same seller (`seller`). */
export function invoiceHistoryKeys(data: Invoice): readonly { readonly kind: string; readonly key: string }[] {
  const seller = sellerKey(data)
  if (seller === null) return []
  const keys = [{ kind: 'seller', key: seller }]
  const { number, issueDate } = data
  const { gross } = data.totals
  if (number && issueDate && gross)
    keys.push({ kind: 'duplicate', key: `${seller}|${foldNumber(number)}|${issueDate}|${Number(gross).toFixed(2)}` })
  return keys
}

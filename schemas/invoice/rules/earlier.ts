import { plainVatId } from '../../../core/identifiers/index.ts'
import { valueAt } from '../../../core/paths.ts'
import type { HistoryEntry } from '../../define.ts'

// The order of sellerKey: stored documents are compared as they were read then.
const KEYS = ['inn', 'vatId', 'taxRegId', 'legalId']

/** Seller key of an earlier document; its data may come from an older release, so nothing is taken for granted. */
export function sellerKeyOf(data: HistoryEntry['data']): string | null {
  for (const key of KEYS) {
    const id = valueAt(data, `seller.${key}`)
    if (typeof id === 'string') return plainVatId(id)
  }
  return null
}

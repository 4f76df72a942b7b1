import { foldNumber } from '../../../../core/identifiers/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { TradePaper } from '../schema.ts'
import { accountKey } from './bank-owner.ts'
import { sellerKeys } from './parties.ts'

/**
 * Keys under which an earlier document could be the same one (`duplicate`) or come from the same seller (`seller`), or be paid to the same account (`account`).
 * `paper` keeps the kinds of paper apart: an act and its invoice often have one number, day and total.
 */
export function tradeHistoryKeys(data: TradePaper, paper?: string): readonly { readonly kind: string; readonly key: string }[] {
  const { number, issueDate } = data
  const { gross } = data.totals
  const account = accountKey(data)
  const sellers = sellerKeys(data).flatMap((seller) => [
    { kind: 'seller', key: seller },
    ...(number && issueDate && gross
      ? [{ kind: 'duplicate', key: `${seller}|${foldNumber(number)}|${issueDate}|${new Decimal(gross).toFixed(2)}` }]
      : []),
  ])
  const keys = account === null ? sellers : [...sellers, { kind: 'account', key: account }]
  return paper === undefined ? keys : keys.map(({ kind, key }) => ({ kind, key: `${paper}|${key}` }))
}

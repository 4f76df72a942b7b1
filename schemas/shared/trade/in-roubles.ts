import type { Derived } from '../../define.ts'
import type { TradePaper } from './schema.ts'

/** ГК РФ art. 317: obligations between Russian firms are expressed in roubles, so a paper that shows no other currency counts in them. */
export function inRoubles({
  currency,
  seller,
  buyer,
  totals,
}: {
  readonly currency: string | null
  readonly seller: Pick<TradePaper['seller'], 'inn'>
  readonly buyer: Pick<TradePaper['buyer'], 'inn'>
  readonly totals: Pick<TradePaper['totals'], 'gross'>
}): readonly (readonly [string, Derived])[] {
  if (currency !== null || seller.inn === null || buyer.inn === null || totals.gross === null) return []
  return [['currency', { value: 'RUB', from: ['seller.inn', 'buyer.inn'] }]]
}

import { specPath } from '../../core/paths.ts'
import type { Derived } from '../define.ts'
import { asTrade } from '../shared/trade/as-trade.ts'
import { deriveTrade } from '../shared/trade/derive.ts'
import { actFields } from './fields.ts'
import type { Act } from './schema.ts'

const OWN = new Set(actFields.map(({ path }) => path))

/** What follows from the sums and lines, as on every trade paper, and the currency of an act between Russian firms that names none. */
export function deriveAct(act: Act): Readonly<Record<string, Derived>> {
  const trade = Object.entries(deriveTrade(asTrade(act))).filter(([path]) => OWN.has(specPath(path)))
  return Object.fromEntries([...trade, ...inRoubles(act)])
}

/** ГК РФ art. 317: obligations between Russian firms are expressed in roubles, so an act that shows no other currency counts in them. */
function inRoubles({ currency, seller, buyer, totals }: Act): readonly (readonly [string, Derived])[] {
  if (currency !== null || seller.inn === null || buyer.inn === null || totals.gross === null) return []
  return [['currency', { value: 'RUB', from: ['seller.inn', 'buyer.inn'] }]]
}

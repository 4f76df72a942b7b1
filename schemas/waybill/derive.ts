import { specPath } from '../../core/paths.ts'
import type { Derived } from '../define.ts'
import { asTrade } from '../shared/trade/as-trade.ts'
import { deriveTrade } from '../shared/trade/derive.ts'
import { inRoubles } from '../shared/trade/in-roubles.ts'
import { waybillFields } from './fields.ts'
import type { Waybill } from './schema.ts'

const OWN = new Set(waybillFields.map(({ path }) => path))

/** What follows from the sums and lines, as on every trade paper, and the currency of a form that has no place for one. */
export function deriveWaybill(waybill: Waybill): Readonly<Record<string, Derived>> {
  const trade = Object.entries(deriveTrade(asTrade(waybill))).filter(([path]) => OWN.has(specPath(path)))
  return Object.fromEntries([...trade, ...inRoubles(waybill)])
}

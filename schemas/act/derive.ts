import { specPath } from '../../core/paths.ts'
import type { Derived } from '../define.ts'
import { asTrade } from '../shared/trade/as-trade.ts'
import { deriveTrade } from '../shared/trade/derive.ts'
import { inRoubles } from '../shared/trade/in-roubles.ts'
import { actFields } from './fields.ts'
import type { Act } from './schema.ts'

const OWN = new Set(actFields.map(({ path }) => path))

/** What follows from the sums and lines, as on every trade paper, and the currency of an act between Russian firms that names none. */
export function deriveAct(act: Act): Readonly<Record<string, Derived>> {
  const trade = Object.entries(deriveTrade(asTrade(act))).filter(([path]) => OWN.has(specPath(path)))
  return Object.fromEntries([...trade, ...inRoubles(act)])
}

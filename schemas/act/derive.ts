import { specPath } from '../../core/paths.ts'
import type { Derived } from '../define.ts'
import { asTrade } from '../shared/trade/as-trade.ts'
import { deriveTrade } from '../shared/trade/derive.ts'
import { actFields } from './fields.ts'
import type { Act } from './schema.ts'

const OWN = new Set(actFields.map(({ path }) => path))

/** What follows from the sums and lines, as on every trade paper. */
export function deriveAct(act: Act): Readonly<Record<string, Derived>> {
  return Object.fromEntries(Object.entries(deriveTrade(asTrade(act))).filter(([path]) => OWN.has(specPath(path))))
}

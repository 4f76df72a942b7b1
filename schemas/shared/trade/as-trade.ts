import { conform } from '../../../core/assess/index.ts'
import { TradePaper } from './schema.ts'

/**
 * A paper that shows a part of what a trade paper may show, with null for everything that its type has no field for: what the shared rules and
 * derivations work on. Its own fields, of which they know nothing, are left out.
 */
export function asTrade(paper: object): TradePaper {
  return conform(TradePaper, paper).data
}

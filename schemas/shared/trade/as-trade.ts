import { conform } from '../../../core/assess/index.ts'
import { TradePaper } from './schema.ts'

const { data: NOTHING } = conform(TradePaper, {})
const NO_LINE = (conform(TradePaper, { lines: [{}] }).data as TradePaper).lines[0]!

/** A paper that shows a part of what a trade paper may show. */
export type PartOfTrade = Partial<Omit<TradePaper, 'lines'>> & { readonly lines: readonly Partial<TradePaper['lines'][number]>[] }

/** The paper with null for everything that its type has no field for: what the shared rules and derivations work on. */
export function asTrade(paper: PartOfTrade): TradePaper {
  return { ...(NOTHING as TradePaper), ...paper, lines: paper.lines.map((line) => ({ ...NO_LINE, ...line })) }
}

import { reportOf } from '../../../core/rules/index.ts'
import type { RuleContext, RuleReport } from '../../define.ts'
import { asTrade } from '../../shared/trade/as-trade.ts'
import { checkTrade, tradeHistoryKeys } from '../../shared/trade/rules/index.ts'
import type { Act } from '../schema.ts'
import { actParties } from './parties.ts'
import { actPeriod } from './period.ts'

/** Changes whenever a rule changes meaning. */
export const ACT_RULES_VERSION = '1'

/** Sums, rates, identifiers, dates and duplicates as on every trade paper; whose act it is and what it covers are questions of its own. */
export function checkAct(act: Act, context: RuleContext): RuleReport {
  const trade = checkTrade(asTrade(act), { ...context, ownTaxIds: [] })
  const own = reportOf([...actParties(act, context), ...actPeriod(act)])
  return { ...trade, findings: [...trade.findings, ...own.findings], passed: [...trade.passed, ...own.passed] }
}

export function actHistoryKeys(act: Act): readonly { readonly kind: string; readonly key: string }[] {
  return tradeHistoryKeys(asTrade(act), 'act')
}

import type { RuleContext, RuleReport } from '../../define.ts'
import { asTrade } from '../../shared/trade/as-trade.ts'
import { checkTrade, tradeHistoryKeys } from '../../shared/trade/rules/index.ts'
import type { Waybill } from '../schema.ts'

/** Changes whenever a rule changes meaning. */
export const WAYBILL_RULES_VERSION = '1'

/** Sums, rates, identifiers, dates and duplicates as on every trade paper. */
export function checkWaybill(waybill: Waybill, context: RuleContext): RuleReport {
  return checkTrade(asTrade(waybill), context)
}

export function waybillHistoryKeys(waybill: Waybill): readonly { readonly kind: string; readonly key: string }[] {
  return tradeHistoryKeys(asTrade(waybill), 'waybill')
}

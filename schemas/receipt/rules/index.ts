import { reportOf } from '../../../core/rules/index.ts'
import type { RuleContext, RuleReport } from '../../define.ts'
import type { Receipt } from '../schema.ts'
import { sumRules } from './arithmetic.ts'
import { duplicateRules } from './duplicates.ts'
import { fiscalRules } from './fiscal.ts'
import { momentRules } from './moment.ts'

export { receiptHistoryKeys } from './duplicates.ts'

/** Changes whenever a rule changes meaning. */
export const RECEIPT_RULES_VERSION = '1'

/** All rules of a receipt. What both sides of an equation were calculated from the same place proves nothing and is not judged. */
export function checkReceipt(data: Receipt, context: RuleContext): RuleReport {
  return reportOf([...sumRules(data, context), ...momentRules(data, context), ...fiscalRules(data), ...duplicateRules(data, context)])
}

import { reportOf } from '../../../core/rules/index.ts'
import type { RuleContext, RuleReport } from '../../define.ts'
import type { Application } from '../schema.ts'
import { approvalRules } from './approvals.ts'
import { dateRules } from './dates.ts'
import { duplicateRules } from './duplicates.ts'
import { sumRules } from './sums.ts'

/** Changes whenever a rule changes meaning. */
export const APPLICATION_RULES_VERSION = '1'

export function checkApplication(data: Application, context: RuleContext): RuleReport {
  return reportOf([...sumRules(data), ...dateRules(data, context), ...approvalRules(data), ...duplicateRules(data, context)])
}

import { fieldsOf, judge, type Outcome, reportOf } from '../../../../core/rules/index.ts'
import type { RuleContext, RuleReport } from '../../../define.ts'
import type { TradePaper } from '../schema.ts'
import { lineEquations } from './arithmetic-lines.ts'
import { pageEquations } from './arithmetic-pages.ts'
import { taxEquations } from './arithmetic-taxes.ts'
import { totalEquations } from './arithmetic-totals.ts'
import { bankOwnerRules } from './bank-owner.ts'
import { categoryRules } from './categories.ts'
import { countRules } from './counts.ts'
import { dateRules } from './dates.ts'
import { duplicateRules } from './duplicates.ts'
import { identifierRules } from './identifiers.ts'
import { oddnessIn } from './oddness.ts'
import { orderRules } from './order.ts'
import { originsOf } from './origins.ts'
import { partyRules } from './parties.ts'
import { partnerRules } from './partners.ts'
import { paymentRules } from './payment.ts'
import { rateRules } from './rates.ts'
import { scopeOf } from './scope.ts'
import { wordRules } from './words.ts'

export { tradeHistoryKeys } from './history.ts'

/** All rules of a trade paper (DOMAIN §2). `data` holds derived values too; `context.derived` names them. */
export function checkTrade(data: TradePaper, context: RuleContext): RuleReport {
  const origins = originsOf(data, context.derived)
  const scope = scopeOf(data)
  const equations = [
    ...lineEquations(scope, context.structured),
    ...totalEquations(scope, context.structured),
    ...taxEquations(scope, context.structured),
    ...pageEquations(scope),
  ].filter((equation) => origins.saysSomething(equation))
  const arithmetic = judge(equations, {
    at: scope.at,
    suspects: (equation) => origins.printed(fieldsOf(equation)),
    change: (field, value) => scopeOf(origins.changed(field, value.toFixed())).at,
    oddness: oddnessIn(data),
  })
  const outcomes: readonly Outcome[] = [
    ...arithmetic,
    ...identifierRules(data, context),
    ...dateRules(data, context),
    ...partyRules(data, context),
    ...partnerRules(data, context),
    ...orderRules(data, context),
    ...paymentRules(data, context),
    ...bankOwnerRules(data, context),
    ...duplicateRules(data, context),
    ...rateRules(data),
    ...categoryRules(data, context),
    ...countRules(data),
    ...wordRules(data),
  ]
  return reportOf(outcomes.map((outcome) => origins.onPrinted(outcome)))
}

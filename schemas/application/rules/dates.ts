import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import { addDays } from '../../../core/values/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Application } from '../schema.ts'

/** A request is written before it is approved and before what it asks for is wanted. */
export function dateRules({ date, desiredDate, approvals }: Application, { today }: RuleContext): readonly Outcome[] {
  if (date === null) return []
  const outcomes: Outcome[] = []
  if (date > addDays(today, 1))
    outcomes.push(
      found('DATE-FUTURE', 'warning', ['date'], {
        en: 'The date lies in the future. Check day, month and year.',
        ru: 'Дата в будущем. Проверьте день, месяц и год.',
      }),
    )
  if (desiredDate !== null)
    outcomes.push(
      desiredDate >= date
        ? passed('DATE-DESIRED', ['date', 'desiredDate'])
        : found('DATE-DESIRED', 'error', ['date', 'desiredDate'], {
            en: 'It is wanted before the request was written. Check both dates.',
            ru: 'Желаемая дата раньше даты заявки. Проверьте обе даты.',
          }),
    )
  approvals.forEach((approval, i) => {
    if (approval.date !== null && approval.date < date)
      outcomes.push(
        found('DATE-APPROVAL', 'warning', ['date', `approvals[${i}].date`], {
          en: 'It was approved before it was written. Check both dates.',
          ru: 'Согласовано раньше, чем составлено. Проверьте обе даты.',
        }),
      )
  })
  return outcomes
}

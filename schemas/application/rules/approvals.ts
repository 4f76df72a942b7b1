import { found, type Outcome } from '../../../core/rules/index.ts'
import type { Application } from '../schema.ts'

/** Nobody pays on a request that nobody approved (an accountant's habit), and who asks does not approve. */
export function approvalRules({ number, total, applicant, approvals }: Application): readonly Outcome[] {
  const named = approvals.filter(({ name }) => name !== null)
  if (number === null && total === null) return []
  if (named.length === 0)
    return [
      found('NOT-APPROVED', 'warning', ['approvals[0].name'], {
        en: 'Nobody has approved this request yet: no name stands beside an approval.',
        ru: 'Заявка ещё никем не согласована: рядом с согласованием нет имени.',
      }),
    ]
  const same = approvals.findIndex(({ name }) => name !== null && name === applicant.name)
  if (same < 0) return []
  return [
    found('APPROVED-BY-APPLICANT', 'warning', ['applicant.name', `approvals[${same}].name`], {
      en: 'Who asks has approved the request. Another person must.',
      ru: 'Заявку согласовал сам заявитель. Это должен сделать другой человек.',
    }),
  ]
}

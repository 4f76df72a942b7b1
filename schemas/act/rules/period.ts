import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import type { Act } from '../schema.ts'

/** Work is accepted when it is done: an act dated before its period ends accepts what is still to come (ГК РФ art. 720, 753). */
export function actPeriod({ issueDate, period }: Act): readonly Outcome[] {
  if (issueDate === null || period.end === null) return []
  const fields = ['issueDate', 'period.end']
  if (issueDate >= period.end) return [passed('ACT-PERIOD', fields)]
  return [
    found(
      'ACT-PERIOD',
      'warning',
      fields,
      {
        en: 'The act is dated before the period of services ends. Check both dates.',
        ru: 'Акт составлен раньше, чем закончился период услуг. Проверьте обе даты.',
      },
      { actual: issueDate, expected: period.end },
    ),
  ]
}

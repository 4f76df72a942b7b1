import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import { afterDuration, daysBetween, parseDuration } from '../../../core/values/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Contract } from '../schema.ts'

// «For one year from 1 March» ends on the last day of February or on 1 March: both are written.
const SLACK_DAYS = 2

/** Signed ≤ in force ≤ end (DOMAIN §2.3); a printed end agrees with the printed term. */
export function dateRules(data: Contract, { derived }: RuleContext): readonly Outcome[] {
  return [
    ...signedBeforeForce(data, derived),
    ...forceBeforeEnd(data, derived),
    ...termAgrees(data, derived),
    ...fixedOrOpen(data, derived),
  ]
}

function signedBeforeForce({ signDate, effectiveDate }: Contract, derived: ReadonlySet<string>): readonly Outcome[] {
  if (signDate === null || effectiveDate === null || derived.has('effectiveDate')) return []
  const fields = ['signDate', 'effectiveDate']
  if (signDate <= effectiveDate) return [passed('CONTRACT-DATES', fields)]
  // Back-dated contracts are lawful (ГК РФ art. 425.2) and common; a person should know.
  return [
    found('CONTRACT-DATES', 'warning', fields, {
      en: 'The contract is in force from a day before it was signed. Check both dates; ask whether earlier relations are meant to be covered.',
      ru: 'Договор действует с даты раньше даты подписания. Проверьте обе даты и уточните, распространяется ли он на прежние отношения.',
    }),
  ]
}

function forceBeforeEnd({ signDate, effectiveDate, expiryDate }: Contract, derived: ReadonlySet<string>): readonly Outcome[] {
  const start = effectiveDate ?? signDate
  if (start === null || expiryDate === null || derived.has('expiryDate')) return []
  const fields = [effectiveDate === null || derived.has('effectiveDate') ? 'signDate' : 'effectiveDate', 'expiryDate']
  if (start <= expiryDate) return [passed('CONTRACT-END', fields)]
  return [
    found('CONTRACT-END', 'error', fields, {
      en: 'The contract ends before it begins. Check both dates.',
      ru: 'Договор заканчивается раньше, чем начинается. Проверьте обе даты.',
    }),
  ]
}

function termAgrees({ signDate, effectiveDate, expiryDate, term }: Contract, derived: ReadonlySet<string>): readonly Outcome[] {
  const start = effectiveDate ?? signDate
  const length = term === null ? null : parseDuration(term)
  if (start === null || expiryDate === null || !length || derived.has('expiryDate')) return []
  const expected = afterDuration(start, length)
  if (expected === null) return []
  const fields = ['term', 'expiryDate']
  if (Math.abs(daysBetween(expected, expiryDate)) <= SLACK_DAYS) return [passed('CONTRACT-TERM', fields)]
  return [
    found(
      'CONTRACT-TERM',
      'warning',
      fields,
      {
        en: 'The printed end is not the beginning plus the printed term. Read the clause on the term.',
        ru: 'Дата окончания не равна дате начала плюс срок действия. Прочитайте пункт о сроке.',
      },
      { expected, actual: expiryDate },
    ),
  ]
}

function fixedOrOpen({ indefinite, expiryDate, term }: Contract, derived: ReadonlySet<string>): readonly Outcome[] {
  if (indefinite !== true || derived.has('indefinite') || (expiryDate === null && term === null)) return []
  return [
    found('CONTRACT-OPEN', 'warning', ['indefinite', expiryDate === null ? 'term' : 'expiryDate'], {
      en: 'The contract names an end and says that it has none. Read the clause on the term.',
      ru: 'В договоре указан срок и сказано, что он бессрочный. Прочитайте пункт о сроке.',
    }),
  ]
}

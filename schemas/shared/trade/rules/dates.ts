import { found, type Outcome, passed } from '../../../../core/rules/index.ts'
import { addDays, dueDate, parsePaymentTerm } from '../../../../core/values/index.ts'
import type { RuleContext } from '../../../define.ts'
import { isRussian } from '../derive.ts'
import type { TradePaper } from '../schema.ts'

/** Order and plausibility of dates, §2.3. */
export function dateRules(data: TradePaper, context: RuleContext): readonly Outcome[] {
  return [
    ...dueAfterIssue(data, context),
    ...issuePlausible(data, context),
    ...periodOrder(data),
    ...contractBefore(data, context),
    ...calendarKnown(data),
  ]
}

function dueAfterIssue({ dueDate, issueDate }: TradePaper, context: RuleContext): readonly Outcome[] {
  if (dueDate === null || issueDate === null || context.derived.has('dueDate')) return []
  const fields = ['dueDate', 'issueDate']
  if (dueDate >= issueDate) return [passed('DATE-DUE', fields)]
  // In structured data this is a fact: a reminder, or a premium that was due before the bill was written.
  return [
    found(
      'DATE-DUE',
      context.structured?.has('dueDate') ? 'info' : 'error',
      fields,
      { en: 'The due date lies before the invoice date. Check both dates.', ru: 'Срок оплаты раньше даты счёта. Проверьте обе даты.' },
      { expected: null, actual: dueDate },
    ),
  ]
}

function issuePlausible({ issueDate }: TradePaper, { today, structured }: RuleContext): readonly Outcome[] {
  if (issueDate === null) return []
  const fields = ['issueDate']
  if (issueDate > addDays(today, 1))
    return [
      found(
        'DATE-FUTURE',
        'warning',
        fields,
        {
          en: 'The date of the document lies in the future. Check day, month and year.',
          ru: 'Дата документа в будущем. Проверьте день, месяц и год.',
        },
        { actual: issueDate },
      ),
    ]
  if (issueDate < `${Number(today.slice(0, 4)) - 3}${today.slice(4)}`)
    return [
      found(
        'DATE-OLD',
        structured?.has('issueDate') ? 'info' : 'warning',
        fields,
        { en: 'The document is more than three years old. Check the year.', ru: 'Документу больше трёх лет. Проверьте год.' },
        { actual: issueDate },
      ),
    ]
  return [passed('DATE-PLAUSIBLE', fields)]
}

function periodOrder({ period }: TradePaper): readonly Outcome[] {
  if (period.start === null || period.end === null) return []
  const fields = ['period.start', 'period.end']
  if (period.start <= period.end) return [passed('DATE-PERIOD', fields)]
  return [
    found('DATE-PERIOD', 'error', fields, {
      en: 'The period ends before it begins. Check both dates.',
      ru: 'Период заканчивается раньше, чем начинается. Проверьте обе даты.',
    }),
  ]
}

function contractBefore({ contractRef, issueDate }: TradePaper, context: RuleContext): readonly Outcome[] {
  if (contractRef.date === null || issueDate === null) return []
  const fields = ['contractRef.date', 'issueDate']
  if (contractRef.date <= issueDate) return [passed('DATE-CONTRACT', fields)]
  return [
    found('DATE-CONTRACT', context.structured?.has('contractRef.date') ? 'info' : 'error', fields, {
      en: 'The contract is dated after this document. Check both dates.',
      ru: 'Договор датирован позже этого документа. Проверьте обе даты.',
    }),
  ]
}

/** Working days of a year or country without a calendar: said, not guessed. */
function calendarKnown(data: TradePaper): readonly Outcome[] {
  if (data.dueDate !== null || data.issueDate === null || data.paymentTerms === null) return []
  const term = parsePaymentTerm(data.paymentTerms)
  if (!term || dueDate(term, data.issueDate, isRussian(data) ? 'RU' : null).kind === 'value') return []
  return [
    found('DATE-CALENDAR', 'info', ['paymentTerms', 'dueDate'], {
      en: 'The term counts working days and their calendar for that year is not known here. Enter the due date yourself.',
      ru: 'Срок считается в рабочих днях, а производственного календаря на этот год здесь нет. Укажите срок оплаты вручную.',
    }),
  ]
}

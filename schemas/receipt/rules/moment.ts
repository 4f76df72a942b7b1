import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import { addDays } from '../../../core/values/index.ts'
import type { RuleContext } from '../../define.ts'
import { russianRates } from '../../shared/russian-rates.ts'
import type { Receipt } from '../schema.ts'

const YEARS = 3 // expenses are settled within the period in which they can be checked

/** Whether the day can be right, and whether Russian rates were in force on it. */
export function momentRules(data: Receipt, { today }: RuleContext): readonly Outcome[] {
  const { date } = data
  if (date === null) return []
  return [plausible(date, today), ...rates(data, date)]
}

function plausible(date: string, today: string): Outcome {
  if (date > addDays(today, 1))
    return found(
      'DATE-FUTURE',
      'warning',
      ['date'],
      {
        en: 'The date of the receipt lies in the future. Check day, month and year.',
        ru: 'Дата чека в будущем. Проверьте день, месяц и год.',
      },
      { actual: date },
    )
  if (date < `${Number(today.slice(0, 4)) - YEARS}${today.slice(4)}`)
    return found(
      'DATE-OLD',
      'warning',
      ['date'],
      {
        en: 'The receipt is more than three years old. Check the year.',
        ru: 'Чеку больше трёх лет. Проверьте год.',
      },
      { actual: date },
    )
  return passed('DATE-PLAUSIBLE', ['date'])
}

function rates({ taxes, fiscal }: Receipt, date: string): readonly Outcome[] {
  const inForce = fiscal.drive === null ? null : russianRates(date)
  if (!inForce) return []
  return taxes.flatMap(({ rate }, i) => {
    if (rate === null) return []
    const fields = [`taxes[${i}].rate`]
    if (inForce.includes(Number(rate))) return [passed('RATE-DATE', fields)]
    return [
      found(
        'RATE-DATE',
        'warning',
        fields,
        {
          en: `VAT at ${rate} % was not in force on ${date}. Check rate and date.`,
          ru: `Ставка НДС ${rate} % на ${date} не действовала. Проверьте ставку и дату.`,
        },
        { expected: inForce.join(', '), actual: rate },
      ),
    ]
  })
}

import { found, type Outcome, passed } from '../../../../core/rules/index.ts'
import { onceRussianRate, russianRates } from '../../russian-rates.ts'
import { isRussian } from '../derive.ts'
import type { TradePaper } from '../schema.ts'

/** Whether each rate was in force. A rate of an earlier time is lawful on corrections and old supplies, so it is a warning. */
export function rateRules(data: TradePaper): readonly Outcome[] {
  const date = data.deliveryDate ?? data.issueDate
  const valid = date === null || !isRussian(data) ? null : russianRates(date)
  if (date === null || !valid) return []
  const printed = [
    ...data.taxes.map((tax, i) => [`taxes[${i}].rate`, tax.rate, tax.type] as const),
    ...data.lines.map((line, i) => [`lines[${i}].taxRate`, line.taxRate, null] as const),
  ]
  return printed.flatMap(([path, rate, type]) => {
    if (rate === null || type !== null) return []
    if (valid.includes(Number(rate))) return [passed('RATE-DATE', [path])]
    const once = onceRussianRate(Number(rate), date)
    return [
      found(
        'RATE-DATE',
        once ? 'warning' : 'error',
        [path],
        once
          ? {
              en: `VAT at ${rate} % was no longer in force on ${date}. Right only for a correction or an older supply: check rate and date.`,
              ru: `Ставка НДС ${rate} % на ${date} уже не действовала. Верно только для корректировки или старой поставки: проверьте ставку и дату.`,
            }
          : {
              en: `There was no VAT rate of ${rate} % on ${date}. Check rate and date.`,
              ru: `Ставки НДС ${rate} % на ${date} не было. Проверьте ставку и дату.`,
            },
        { expected: valid.join(', '), actual: rate },
      ),
    ]
  })
}

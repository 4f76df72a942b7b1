import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import { isRussian } from '../derive.ts'
import type { Invoice } from '../schema.ts'

/** Russian VAT rates by the day of shipment or prepayment. Sources: Tax Code art. 164; 425-ФЗ of 28.11.2025 (22 % from 2026). */
const RATES: readonly { readonly from: string; readonly to: string; readonly rates: readonly number[] }[] = [
  { from: '2004-01-01', to: '2018-12-31', rates: [18, 10, 0] },
  { from: '2019-01-01', to: '2024-12-31', rates: [20, 10, 0] },
  { from: '2025-01-01', to: '2025-12-31', rates: [20, 10, 7, 5, 0] },
  { from: '2026-01-01', to: '9999-12-31', rates: [22, 10, 7, 5, 0] },
]

/** Whether each rate was in force. A rate of an earlier time is lawful on corrections and old supplies, so it is a warning. */
export function rateRules(data: Invoice): readonly Outcome[] {
  const date = data.deliveryDate ?? data.issueDate
  const valid = date === null || !isRussian(data) ? undefined : RATES.find(({ from, to }) => date >= from && date <= to)
  if (!valid) return []
  const printed = [
    ...data.taxes.map((tax, i) => [`taxes[${i}].rate`, tax.rate, tax.type] as const),
    ...data.lines.map((line, i) => [`lines[${i}].taxRate`, line.taxRate, null] as const),
  ]
  return printed.flatMap(([path, rate, type]) => {
    if (rate === null || type !== null) return []
    if (valid.rates.includes(Number(rate))) return [passed('RATE-DATE', [path])]
    const once = RATES.some(({ rates, from }) => rates.includes(Number(rate)) && date! >= from)
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
        { expected: valid.rates.join(', '), actual: rate },
      ),
    ]
  })
}

import { dec, found, minorUnit, type Outcome, passed, round, sum } from '../../../core/rules/index.ts'
import { minorUnits } from '../../../core/values/index.ts'
import { amountMatchesWords } from '../../../core/words/index.ts'
import type { Application } from '../schema.ts'

/** Quantity × price = amount per row, Σ rows = total, words = digits; to the minor unit that paper rounds by. */
export function sumRules(data: Application): readonly Outcome[] {
  return [...rowAmounts(data), ...rowsGiveTotal(data), ...words(data)]
}

function rowAmounts({ lines, currency }: Application): readonly Outcome[] {
  const places = minorUnits(currency)
  return lines.flatMap(({ quantity, price, amount }, i): readonly Outcome[] => {
    if (quantity === null || price === null || amount === null) return []
    const fields = ['quantity', 'price', 'amount'].map((key) => `lines[${i}].${key}`)
    const expected = round(dec(quantity).times(dec(price)), places)
    if (expected.minus(amount).abs().lte(minorUnit(places))) return [passed('LINE-AMOUNT', fields)]
    return [
      found(
        'LINE-AMOUNT',
        'error',
        fields,
        { en: 'Quantity times price is not the amount of this row.', ru: 'Количество, умноженное на цену, не равно сумме строки.' },
        { expected: expected.toFixed(places), actual: amount },
      ),
    ]
  })
}

function rowsGiveTotal({ lines, total, currency }: Application): readonly Outcome[] {
  if (total === null || lines.length === 0 || lines.some(({ amount }) => amount === null)) return []
  const unit = minorUnit(minorUnits(currency))
  const expected = sum(lines.map(({ amount }) => dec(amount!)))
  const fields = ['total', ...lines.map((_, i) => `lines[${i}].amount`)]
  if (expected.minus(total).abs().lte(unit.times(lines.length))) return [passed('LINES-TOTAL', fields)]
  return [
    found(
      'LINES-TOTAL',
      'error',
      fields,
      { en: 'The rows do not add up to the total.', ru: 'Сумма строк не равна итогу.' },
      { expected: expected.toFixed(minorUnits(currency)), actual: total },
    ),
  ]
}

function words({ total, inWords }: Application): readonly Outcome[] {
  if (total === null || inWords === null) return []
  const fields = ['total', 'inWords']
  if (amountMatchesWords(total, inWords)) return [passed('WORDS', fields)]
  return [
    found(
      'WORDS',
      'error',
      fields,
      { en: 'The amount in words is not the total in digits.', ru: 'Сумма прописью не совпадает с суммой цифрами.' },
      { expected: inWords, actual: total },
    ),
  ]
}

import type { Localised } from '../../../core/finding.ts'
import { Decimal, dec, found, type Outcome, passed, sum } from '../../../core/rules/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Receipt } from '../schema.ts'

const CENT = new Decimal('0.01')

/** How the sums of a slip hang together: items, discount, rounding, payment and tax table. */
export function sumRules(data: Receipt, { derived }: RuleContext): readonly Outcome[] {
  return [...linesGiveTotal(data), ...rowsMultiply(data, derived), ...cashLessChange(data), ...cardPays(data), ...taxTable(data)]
}

function compare(
  ruleId: string,
  fields: readonly string[],
  expected: Decimal,
  actual: string,
  tolerance: Decimal,
  message: Localised,
): Outcome {
  const delta = dec(actual)!.minus(expected)
  if (delta.abs().lte(tolerance)) return passed(ruleId, fields)
  return found(ruleId, 'warning', fields, message, { expected: expected.toFixed(2), actual, delta: delta.toFixed(2) })
}

/** Σ items − discount + rounding = total. Prices without tax are rare on slips: then the tax table closes the gap. A discount may stand among the items. */
function linesGiveTotal({ lines, total, discount, rounding, tax }: Receipt): readonly Outcome[] {
  if (total === null || lines.length === 0 || lines.some(({ amount }) => amount === null)) return []
  const items = sum(lines.map(({ amount }) => dec(amount!)!)).plus(rounding ?? 0)
  const less = items.minus(dec(discount ?? '0')!.abs())
  const possible = [items, less, items.plus(tax ?? 0), less.plus(tax ?? 0)]
  const best = possible.toSorted((a, b) => a.minus(total).abs().cmp(b.minus(total).abs()))[0]!
  const fields = ['total', ...lines.map((_, i) => `lines[${i}].amount`), ...(rounding === null ? [] : ['rounding'])]
  return [
    compare('RECEIPT-LINES', fields, best, total, CENT, {
      en: 'The items do not add up to the total. A row may be missing or a sum misread.',
      ru: 'Сумма позиций не равна итогу. Возможно, строка пропущена или сумма прочитана неверно.',
    }),
  ]
}

function rowsMultiply({ lines }: Receipt, derived: ReadonlySet<string>): readonly Outcome[] {
  return lines.flatMap(({ quantity, price, amount }, i) => {
    if (quantity === null || price === null || amount === null || derived.has(`lines[${i}].amount`)) return []
    return [
      compare(
        `RECEIPT-ROW`,
        [`lines[${i}].amount`, `lines[${i}].quantity`, `lines[${i}].price`],
        dec(quantity)!.times(price),
        amount,
        CENT,
        {
          en: 'Quantity times price is not the amount of the row.',
          ru: 'Количество × цена не равно сумме строки.',
        },
      ),
    ]
  })
}

function cashLessChange({ payment, total }: Receipt): readonly Outcome[] {
  if (total === null || payment.cash === null || payment.change === null) return []
  const paid = dec(payment.cash)!
    .minus(dec(payment.change)!.abs())
    .plus(payment.card ?? 0)
  return [
    compare('RECEIPT-CHANGE', ['total', 'payment.cash', 'payment.change'], paid, total, CENT, {
      en: 'What was given less the change is not the total.',
      ru: 'Полученная сумма за вычетом сдачи не равна итогу.',
    }),
  ]
}

function cardPays({ payment, total }: Receipt): readonly Outcome[] {
  if (total === null || payment.card === null || (payment.cash !== null && !dec(payment.cash)!.isZero())) return []
  return [
    compare('RECEIPT-CARD', ['total', 'payment.card'], dec(payment.card)!, total, CENT, {
      en: 'The card was charged with another sum than the total.',
      ru: 'По карте списана сумма, не равная итогу.',
    }),
  ]
}

/** A table of all rates adds up to the total; one that leaves out untaxed goods gives less, which is no error. */
function taxTable({ taxes, total }: Receipt): readonly Outcome[] {
  if (total === null || taxes.length === 0 || taxes.some(({ base, amount }) => base === null || amount === null)) return []
  const gross = sum(taxes.map(({ base, amount }) => dec(base!)!.plus(amount!)))
  const fields = ['total', ...taxes.flatMap((_, i) => [`taxes[${i}].base`, `taxes[${i}].amount`])]
  // Tills round tax per item: a cent per rate, and the total may be rounded to five cents.
  const tolerance = new Decimal('0.05')
  if (gross.plus(tolerance).lt(total)) return []
  return [
    compare('RECEIPT-TAX', fields, gross, total, tolerance, {
      en: 'The tax table comes to more than the total.',
      ru: 'Таблица налогов даёт больше итога.',
    }),
  ]
}

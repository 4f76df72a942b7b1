import { Decimal, dec, sum } from '../../../../../core/rules/index.ts'
import type { Lack } from '../../../../export.ts'
import { missing, refused } from '../../../../shared/trade/export/lacks.ts'
import type { Invoice } from '../../../schema.ts'

const DEMANDED = [
  ['linesNet', 'BR-12'],
  ['net', 'BR-13'],
  ['gross', 'BR-14'],
  ['due', 'BR-15'],
] as const

/** The totals are there and add up exactly: the norm forgives nothing here. */
export function totalDemands({ totals, lines, allowances, charges, taxes }: Invoice): readonly Lack[] {
  const lacks: Lack[] = DEMANDED.flatMap(([name, rule]) => (totals[name] === null ? [missing(`totals.${name}`, rule)] : []))
  const check = (rule: string, fields: readonly string[], left: Decimal | null, right: Decimal | null) => {
    if (left !== null && right !== null && !left.equals(right)) lacks.push(unequal(rule, fields, left, right))
  }
  const t = (name: keyof Invoice['totals']) => dec(totals[name])
  const zero = new Decimal(0)
  check('BR-CO-10', ['totals.linesNet', 'lines[].net'], t('linesNet'), whole(lines.map(({ net }) => net)))
  check('BR-CO-11', ['totals.allowances', 'allowances[].amount'], t('allowances') ?? zero, whole(allowances.map((one) => one.amount)))
  check('BR-CO-12', ['totals.charges', 'charges[].amount'], t('charges') ?? zero, whole(charges.map((one) => one.amount)))
  const beforeTax = t('linesNet')
    ?.minus(t('allowances') ?? 0)
    .plus(t('charges') ?? 0)
  check('BR-CO-13', ['totals.net', 'totals.linesNet', 'totals.allowances', 'totals.charges'], t('net'), beforeTax ?? null)
  check('BR-CO-14', ['totals.tax', 'taxes[].amount'], t('tax'), whole(taxes.map((tax) => tax.amount)))
  check('BR-CO-15', ['totals.gross', 'totals.net', 'totals.tax'], t('gross'), t('net')?.plus(t('tax') ?? 0) ?? null)
  const due = t('gross')
    ?.minus(t('prepaid') ?? 0)
    .plus(t('rounding') ?? 0)
  check('BR-CO-16', ['totals.due', 'totals.gross', 'totals.prepaid', 'totals.rounding'], t('due'), due ?? null)
  return [...lacks, ...decimals(Object.entries(totals).map(([name, value]) => [`totals.${name}`, value] as const))]
}

/** Null where a value is missing: the missing one is a lack of its own. */
function whole(values: readonly (string | null)[]): Decimal | null {
  const numbers = values.flatMap((value) => dec(value) ?? [])
  return numbers.length === values.length ? sum(numbers) : null
}

export function unequal(rule: string, fields: readonly string[], left: Decimal, right: Decimal): Lack {
  const [a, b] = [left.toFixed(2), right.toFixed(2)]
  return refused(fields, rule, `The sums must be equal: ${a} and ${b}.`, `Суммы должны совпадать: ${a} и ${b}.`)
}

const MOST_DECIMALS = 2

/** BR-DEC: amounts (not prices) have two decimals at most. */
export function decimals(amounts: readonly (readonly [field: string, value: string | null])[]): readonly Lack[] {
  return amounts.flatMap(([field, value]) => {
    if (value === null || !/^-?[0-9.]+$/.test(value) || new Decimal(value).decimalPlaces() <= MOST_DECIMALS) return []
    return [refused(field, 'BR-DEC', 'Amounts have two decimals at most.', 'В сумме не больше двух знаков после запятой.')]
  })
}

import { Decimal, type Equation, sum } from '../../../../core/rules/index.ts'
import { orZero, type Scope, ZERO } from './scope.ts'

const T = { gross: 'totals.gross', prepaid: 'totals.prepaid', rounding: 'totals.rounding', due: 'totals.due' } as const

// What amounts due are rounded to where smaller coins are gone, largest first.
const COINS: Readonly<Record<string, readonly string[]>> = { CHF: ['0.05'], SEK: ['1'], CZK: ['1'], HUF: ['5', '1'] }

/** A paper document may round the amount due to coins without saying so; an e-invoice has BT-114 for it. */
function cashRounding(scope: Scope, structured: ReadonlySet<string>): Pick<Equation, 'explained'> {
  const coin = COINS[scope.data.currency ?? '']?.find((unit) => scope.at(T.due).mod(unit).isZero())
  if (!coin || scope.has(T.rounding) || structured.has(T.due)) return {}
  return {
    explained: {
      tolerance: new Decimal(coin).div(2),
      severity: 'warning',
      by: {
        en: `Rounding to ${coin} ${scope.data.currency} would explain the difference.`,
        ru: `Разницу объяснило бы округление до ${coin} ${scope.data.currency}.`,
      },
    },
  }
}

/** BR-CO-16: what is left to pay. */
export function dueEquation(scope: Scope, structured: ReadonlySet<string>): readonly Equation[] {
  if (![T.due, T.gross].every(scope.has)) return []
  const prepaid = orZero(scope, T.prepaid)
  const rounding = orZero(scope, T.rounding)
  return [
    {
      ruleId: 'BR-CO-16',
      target: T.due,
      inputs: [T.gross, ...prepaid, ...rounding],
      formula: (at) =>
        at(T.gross)
          .minus(sum(prepaid.map(at)))
          .plus(sum(rounding.map(at))),
      places: scope.places,
      tolerance: ZERO,
      ...cashRounding(scope, structured),
      text: prepaid[0]
        ? { en: 'Gross − prepaid + rounding gives the amount due', ru: 'Итог с НДС − предоплата + округление = к оплате' }
        : {
            en: 'Without a prepayment (none was read) the gross total is the amount due',
            ru: 'Без предоплаты (она не прочитана) итог с НДС = к оплате',
          },
    },
  ]
}

import { type Equation, significantPlaces } from '../../../core/rules/index.ts'
import { orZero, type Scope, ZERO } from './scope.ts'

/** LINE-1 and LINE-2 of every line that has the numbers for them. Source: EN 16931 BG-25 and accountants' habit for VAT per line. */
export function lineEquations(scope: Scope): readonly Equation[] {
  return scope.data.lines.flatMap((_, i) => [...priceEquation(scope, i), ...taxEquations(scope, i)])
}

/** LINE-1: quantity × price / base quantity − allowances + charges = net (gross where line sums include VAT). */
function priceEquation(scope: Scope, i: number): readonly Equation[] {
  const of = (key: string) => `lines[${i}].${key}`
  const gross = scope.data.lineAmountsIncludeTax === true
  const target = of(gross ? 'gross' : 'net')
  const [quantity, price] = [of('quantity'), of('unitPrice')]
  if (![target, quantity, price].every(scope.has)) return []
  const base = orZero(scope, of('priceBaseQty'))
  const allowances = orZero(scope, of('allowances'))
  const charges = orZero(scope, of('charges'))
  // A price with many decimals was computed from a rounded gross price.
  const loose = gross || significantPlaces(scope.data.lines[i]!.unitPrice!) >= 4
  return [
    {
      ruleId: 'LINE-1',
      target,
      inputs: [quantity, price, ...base, ...allowances, ...charges],
      factors: [quantity, price, ...base],
      formula: (at) => {
        const amount = at(quantity).times(at(price))
        const perBase = base[0] ? amount.div(at(base[0])) : amount
        return perBase.minus(allowances[0] ? at(allowances[0]) : ZERO).plus(charges[0] ? at(charges[0]) : ZERO)
      },
      places: scope.places,
      tolerance: loose ? scope.unit.times(2) : scope.unit,
      text: {
        en: `Line ${i + 1}: quantity × price gives the amount`,
        ru: `Строка ${i + 1}: количество × цена = сумма`,
      },
    },
  ]
}

/** LINE-2: gross = net + tax, and tax = net × rate. */
function taxEquations(scope: Scope, i: number): readonly Equation[] {
  const of = (key: string) => `lines[${i}].${key}`
  const [net, rate, tax, gross] = [of('net'), of('taxRate'), of('tax'), of('gross')]
  const equations: Equation[] = []
  if ([net, tax, gross].every(scope.has))
    equations.push({
      ruleId: 'LINE-2',
      target: gross,
      inputs: [net, tax],
      formula: (at) => at(net).plus(at(tax)),
      places: scope.places,
      tolerance: scope.unit,
      text: { en: `Line ${i + 1}: net + VAT gives the gross amount`, ru: `Строка ${i + 1}: сумма без НДС + НДС = сумма с НДС` },
    })
  if ([net, rate, tax].every(scope.has))
    equations.push({
      ruleId: 'LINE-2-TAX',
      target: tax,
      inputs: [net, rate],
      factors: [rate],
      formula: (at) => at(net).times(at(rate)).div(100),
      places: scope.places,
      tolerance: scope.unit,
      text: { en: `Line ${i + 1}: net × rate gives the VAT`, ru: `Строка ${i + 1}: сумма без НДС × ставка = НДС` },
    })
  // With VAT taken out of a gross amount there is no net to start from.
  if (!scope.has(net) && [gross, rate, tax].every(scope.has))
    equations.push({
      ruleId: 'LINE-2-TAX',
      target: tax,
      inputs: [gross, rate],
      factors: [rate],
      formula: (at) => at(gross).times(at(rate)).div(at(rate).plus(100)),
      places: scope.places,
      tolerance: scope.unit,
      text: { en: `Line ${i + 1}: VAT is contained in the gross amount`, ru: `Строка ${i + 1}: НДС выделен из суммы с НДС` },
    })
  return equations
}

import { Decimal, type Equation, minorUnit, significantPlaces } from '../../../../core/rules/index.ts'
import { orZero, type Scope, ZERO } from './scope.ts'

/** LINE-1 and LINE-2 of every line that has the numbers for them. Source: EN 16931 BG-25 and accountants' habit for VAT per line. */
export function lineEquations(scope: Scope, structured: ReadonlySet<string> = new Set()): readonly Equation[] {
  return scope.data.lines.flatMap((_, i) => [...priceEquation(scope, i, structured), ...taxEquations(scope, i)])
}

/** LINE-1: quantity × price / base quantity − allowances + charges = net (gross where line sums include VAT). */
function priceEquation(scope: Scope, i: number, structured: ReadonlySet<string>): readonly Equation[] {
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
      // EN 16931 has no rule for it, and a third of the published e-invoice examples break it: a person looks, nothing is blocked.
      ...(structured.has(target) ? { severity: 'warning' } : {}),
      explained: roundedPrice(scope, i, structured.has(target)),
      text: {
        en: `Line ${i + 1}: quantity × price gives the amount`,
        ru: `Строка ${i + 1}: количество × цена = сумма`,
      },
    },
  ]
}

/**
 * A price shown with two decimals stands for one that may differ by half of the last (4.10 for 4.095): the amount then differs by that times the
 * quantity. On paper it may as well be a misread digit, so a person looks; structured data cannot be misread.
 */
function roundedPrice(scope: Scope, i: number, structured: boolean): NonNullable<Equation['explained']> {
  const line = scope.data.lines[i]!
  const half = minorUnit(Math.max(2, significantPlaces(line.unitPrice!))).div(2)
  const perBase = scope.has(`lines[${i}].priceBaseQty`) ? scope.at(`lines[${i}].priceBaseQty`) : new Decimal(1)
  return {
    tolerance: scope.at(`lines[${i}].quantity`).abs().times(half).div(perBase),
    severity: structured ? 'info' : 'warning',
    by: {
      en: 'A price shown rounded would explain the difference.',
      ru: 'Разницу объяснила бы цена, показанная с округлением.',
    },
  }
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

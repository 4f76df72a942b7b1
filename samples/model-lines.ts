import { Decimal, dec, round, sum } from '../core/rules/index.ts'
import { type Good, goods, units } from './catalogue/goods.ts'
import type { Random } from './random.ts'
import type { Language, Plan } from './sample.ts'

/** A line of the model with exact numbers. `amount` is what the page shows: net, or gross where prices include tax. */
export interface ModelLine {
  readonly name: string
  readonly description: string | null
  readonly sellerItemId: string
  readonly quantity: string
  readonly unit: string
  readonly unitRaw: string
  readonly unitPrice: Decimal
  readonly discountPercent: number
  readonly allowance: Decimal
  readonly rate: string
  readonly net: Decimal
  readonly tax: Decimal
  readonly gross: Decimal
}

const HUNDRED = new Decimal(100)

export function createLines(plan: Plan, language: Language, random: Random): readonly ModelLine[] {
  const list = goods[language][plan.trade]
  // Longer documents repeat goods in other sizes, as real price lists do.
  const chosen = Array.from({ length: Math.ceil(plan.lineCount / list.length) }, () => random.sample(list, list.length))
    .flat()
    .slice(0, plan.lineCount)
  return chosen.map((good, i) => createLine(good, Math.floor(i / list.length), plan, language, random))
}

const VARIANT: Readonly<Record<Language, string>> = { ru: 'арт.', en: 'type', de: 'Typ', fr: 'réf.' }

function createLine(good: Good, round_: number, plan: Plan, language: Language, random: Random): ModelLine {
  const quantity = quantityOf(good, random)
  const price = dec(`${random.int(...good.price)}.${random.pick(['00', '00', '50', '90', '45', random.digits(2)])}`)
  // Russian lists are in rubles; 90 of them make about one euro.
  const unitPrice = plan.country === 'RU' && plan.currency !== 'RUB' ? round(price.div(90), 2) : price
  const discountPercent = plan.lineDiscount && random.chance(0.4) ? plan.lineDiscount : 0
  const list = round(unitPrice.times(quantity), 2)
  const allowance = round(list.times(discountPercent).div(HUNDRED), 2)
  const amount = list.minus(allowance)
  const rate = plan.rates === null ? '0' : good.reduced && plan.rates.reduced ? plan.rates.reduced : plan.rates.main
  const tax = plan.includesTax ? round(amount.times(rate).div(HUNDRED.plus(rate)), 2) : round(amount.times(rate).div(HUNDRED), 2)
  return {
    name: round_ === 0 ? good.name : `${good.name}, ${VARIANT[language]} ${random.digits(2)}`,
    description: good.description ?? null,
    sellerItemId: `${random.pick(['A', 'K', 'S', 'T'])}${random.int(1, 9)}${random.digits(2)}-${random.digits(3)}`,
    quantity,
    unit: units[good.unit].code,
    unitRaw: units[good.unit][language],
    unitPrice,
    discountPercent,
    allowance,
    rate,
    net: plan.includesTax ? amount.minus(tax) : amount,
    tax,
    gross: plan.includesTax ? amount : amount.plus(tax),
  }
}

function quantityOf({ unit, price }: Good, random: Random): string {
  if (unit === 'service') return '1'
  if (unit === 'month') return String(random.pick([1, 1, 3, 12]))
  if (unit === 'hour') return random.pick(['2', '3.5', '8', '12', '1.25', '6.5'])
  if (unit === 'kilogram') return random.pick(['5', '12.5', '25', '40', '7.25'])
  if (unit === 'metre') return String(random.pick([15, 50, 100, 120]))
  return String(price[1] > 500 ? random.int(1, 6) : random.int(2, 48))
}

/** Lines of one rate, in the order in which rates first appear, highest first. */
export function byRate(lines: readonly ModelLine[]): readonly { readonly rate: string; readonly net: Decimal; readonly tax: Decimal }[] {
  return [...new Set(lines.map(({ rate }) => rate))]
    .toSorted((a, b) => Number(b) - Number(a))
    .map((rate) => {
      const of = lines.filter((line) => line.rate === rate)
      return { rate, net: sum(of.map(({ net }) => net)), tax: sum(of.map(({ tax }) => tax)) }
    })
}

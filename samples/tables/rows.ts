import { goods } from '../catalogue/goods.ts'
import { formatOf } from '../format.ts'
import type { Random } from '../random.ts'

export type Tongue = 'ru' | 'en' | 'de' | 'fr'

/** One line of goods as printed; the sums need not agree, only the places matter here. */
export interface ItemRow {
  readonly no: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly quantity: string
  readonly price: string
  readonly rate: string
  readonly tax: string
  readonly net: string
  readonly gross: string
}

const UNITS: Readonly<Record<Tongue, readonly string[]>> = {
  ru: ['шт', 'кг', 'упак', 'м', 'усл. ед'],
  en: ['pcs', 'kg', 'box', 'h', 'ea'],
  de: ['Stk', 'kg', 'Pak', 'Std'],
  fr: ['pce', 'kg', 'lot', 'h'],
}

export function itemRows(tongue: Tongue, count: number, random: Random): readonly ItemRow[] {
  const format = formatOf(tongue)
  const names = [...goods[tongue].goods, ...goods[tongue].services]
  const money = (low: number, high: number) => format.money(`${random.int(low, high)}.${random.digits(2)}`)
  return Array.from({ length: count }, (_, i) => ({
    no: String(i + 1),
    code: `${random.pick(['A', 'K', 'ZX'])}-${random.digits(4)}`,
    name: random.pick(names).name,
    unit: random.pick(UNITS[tongue]),
    quantity: random.chance(0.7) ? String(random.int(1, 250)) : format.quantity(`${random.int(0, 40)}.${random.digits(1)}`),
    price: money(3, 9000),
    rate: `${random.pick(['22', '20', '10', '7'])}%`,
    tax: money(1, 2000),
    net: money(20, 90000),
    gross: money(20, 90000),
  }))
}

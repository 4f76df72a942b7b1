import type { Random } from '../random.ts'
import type { Sale } from './sale.ts'

/** Lines of a slip in a fixed pitch. */
export interface Paper {
  readonly random: Random
  readonly wide: number
  centre(text: string): string
  /** Left and right end of a row. */
  row(left: string, right: string): string
  money(cents: number): string
  /** Digits of the day as this till prints them; `short`: a year of two digits. */
  day(separator: string, short?: boolean): string
  items(): readonly string[]
  paid(cash: string, change: string, card: string): readonly string[]
}

export function createPaper(sale: Sale, random: Random): Paper {
  const wide = random.int(32, 44)
  const comma = sale.till === 'DE' || sale.till === 'FR' || (sale.till === 'RU' && random.chance(0.3))
  const money = (cents: number) => (cents / 100).toFixed(2).replace('.', comma ? ',' : '.')
  const row = (left: string, right: string) => `${left}${' '.repeat(Math.max(3, wide - left.length - right.length))}${right}`
  const given = Math.ceil(sale.total / 1000) * 1000
  return {
    random,
    wide,
    money,
    row,
    centre: (text) => `${' '.repeat(Math.max(0, Math.floor((wide - text.length) / 2)))}${text}`,
    day(separator, short = false) {
      const [year, month, day] = sale.date.split('-') as [string, string, string]
      const shown = short ? year.slice(2) : year
      return (sale.till === 'US' ? [month, day, shown] : [day, month, shown]).join(separator)
    },
    items: () =>
      sale.items.flatMap(({ name, quantity, price }) =>
        quantity === 1
          ? [row(name, money(price))]
          : random.chance(0.5)
            ? [name, row(`  ${quantity} x ${money(price)}`, money(quantity * price))]
            : [row(`${name} ${quantity} x ${money(price)}`, money(quantity * price))],
      ),
    paid: (cash, change, card) =>
      sale.card ? [row(card, money(sale.total))] : [row(cash, money(given)), row(change, money(given - sale.total))],
  }
}

const RULE = '-'

export function ruled({ wide }: Paper): string {
  return RULE.repeat(wide)
}

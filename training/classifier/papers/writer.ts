import { addresses, companies } from '../../../samples/catalogue/companies.ts'
import { goods } from '../../../samples/catalogue/goods.ts'
import { createRandom, type Random } from '../../../samples/random.ts'

export type Tongue = 'ru' | 'en' | 'de'

/** What every paper is written with: seeded firms, days, sums and rows. */
export interface Writer {
  readonly random: Random
  readonly tongue: Tongue
  firm(): string
  address(): string
  day(): string
  sum(high?: number): string
  number(): string
  person(): string
  thing(): string
  /** Left and right end of a line of `width` characters. */
  row(left: string, right: string, width?: number): string
  centre(text: string, width?: number): string
}

const COUNTRY = { ru: 'RU', en: 'US', de: 'DE' } as const

export function createWriter(seed: string, tongue: Tongue): Writer {
  const random = createRandom(seed)
  const country = tongue === 'en' && random.chance(0.5) ? 'GB' : COUNTRY[tongue]
  const width = random.int(60, 104)
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    random,
    tongue,
    firm: () => random.pick(companies[country]),
    address: () => {
      const [street, zip, city] = random.pick(addresses[country])
      return tongue === 'ru' ? `${zip}, г. ${city}, ${street}` : tongue === 'de' ? `${street}, ${zip} ${city}` : `${street}, ${city} ${zip}`
    },
    day: () => {
      const [d, m, y] = [random.int(1, 28), random.int(1, 12), random.int(2018, 2026)]
      return tongue === 'en' ? `${two(d)}/${two(m)}/${y}` : `${two(d)}.${two(m)}.${y}`
    },
    sum: (high = 90000) => {
      const text = (random.int(100, high * 100) / 100).toFixed(2)
      return tongue === 'en'
        ? text.replace(/\B(?=(\d{3})+\.)/g, ',')
        : text.replace('.', ',').replace(/\B(?=(\d{3})+,)/g, tongue === 'ru' ? ' ' : '.')
    },
    number: () =>
      random.pick([
        random.digits(3),
        random.digits(6),
        `${random.digits(2)}/${random.digits(2)}`,
        `${random.pick(['A', 'B', 'К'])}-${random.digits(4)}`,
      ]),
    person: () =>
      random.pick(
        {
          ru: ['Образцов О. О.', 'Примерова П. П.', 'Тестов Т. Т.'],
          en: ['A. Sample', 'J. Specimen', 'P. Example'],
          de: ['A. Muster', 'E. Beispiel', 'K. Probe'],
        }[tongue],
      ),
    thing: () => random.pick(goods[tongue][random.pick(['goods', 'services', 'food'] as const)]).name,
    row: (left, right, wide = width) => `${left}${' '.repeat(Math.max(2, wide - left.length - right.length))}${right}`,
    centre: (text, wide = width) => `${' '.repeat(Math.max(0, Math.floor((wide - text.length) / 2)))}${text}`,
  }
}

/** `count` lines made one by one. */
export function times(count: number, line: (i: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, i) => line(i))
}

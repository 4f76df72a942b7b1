import { addDays } from '../../core/values/index.ts'
import { addresses } from '../catalogue/companies.ts'
import { goods } from '../catalogue/goods.ts'
import type { Random } from '../random.ts'

export type Till = 'MY' | 'DE' | 'RU' | 'US' | 'GB' | 'FR'

/** What was sold over a counter. Amounts in cents; `name` is the registered name, `brand` what hangs over the door. */
export interface Sale {
  readonly till: Till
  readonly brand: string
  readonly name: string
  readonly street: string
  readonly town: string
  readonly phone: string
  readonly taxId: string
  /** ISO. */
  readonly date: string
  readonly time: string
  readonly items: readonly { readonly name: string; readonly quantity: number; readonly price: number }[]
  readonly total: number
  /** In the total, at `rate` per cent. */
  readonly tax: number
  readonly rate: number
  readonly card: boolean
  readonly number: string
}

const FIRST: Readonly<Record<Till, readonly string[]>> = {
  MY: ['SUNNY HILL', 'GOLDEN LEAF', 'SRI CONTOH', 'NINE DRAGONS', 'BLUE LAGOON', 'TEMAN RAYA', 'LUCKY LANE', 'A & B'],
  DE: ['Nordhof', 'Kauftreff', 'Frischeck', 'Lindner', 'Bauhilfe', 'Drogata', 'Marktinsel'],
  RU: ['Пятый угол', 'Берёзка у дома', 'Северный двор', 'Лукошко', 'Мастерок', 'Копилка'],
  US: ['Blue Fork', 'Maple Corner', 'Old Harbor', 'Sunrise', 'Redwood'],
  GB: ['Copper Kettle', 'Greenacre', 'Harbour Lane', 'Thistle', 'Oakhurst'],
  FR: ['La Clairière', 'Bellefontaine', 'Le Moulin Bleu', 'Primevère'],
}
const SECOND: Readonly<Record<Till, readonly string[]>> = {
  MY: ['TRADING', 'HARDWARE', 'MINI MARKET', 'RESTAURANT', 'STATIONERY', 'PHARMACY', 'SEAFOOD', 'BAKERY'],
  DE: ['Markt', 'Baumarkt', 'Drogerie', 'Lebensmittel', 'Bäckerei'],
  RU: ['Продукты', 'Маркет', 'Стройматериалы', 'Аптека'],
  US: ['Diner', 'Grill', 'Hardware', 'Coffee'],
  GB: ['Stores', 'Bakery', 'Garden Centre', 'Pharmacy'],
  FR: ['Boulangerie', 'Marché', 'Librairie'],
}
const LEGAL: Readonly<Record<Till, readonly string[]>> = {
  MY: ['SDN BHD', 'SDN. BHD.', 'ENTERPRISE', 'S/B'],
  DE: ['GmbH', 'GmbH & Co. KG', 'AG', 'e.K.'],
  RU: ['ООО'],
  US: ['Inc.', 'LLC'],
  GB: ['Ltd', 'plc'],
  FR: ['SARL', 'SAS'],
}
const LANGUAGE = { MY: 'en', DE: 'de', RU: 'ru', US: 'en', GB: 'en', FR: 'fr' } as const
const RATE: Readonly<Record<Till, number>> = { MY: 6, DE: 19, RU: 20, US: 8, GB: 20, FR: 20 }

export function createSale(till: Till, random: Random): Sale {
  const first = random.pick(FIRST[till])
  const brand = random.chance(0.6) ? `${first} ${random.pick(SECOND[till])}` : first
  const legal = random.pick(LEGAL[till])
  const [street, town] =
    till === 'MY'
      ? [
          `NO ${random.int(2, 90)}, JALAN CONTOH ${random.int(1, 30)}/${random.int(1, 9)}`,
          `${random.int(40000, 81999)} TAMAN MISAL, SELANGOR`,
        ]
      : placeOf(till, random)
  const items = Array.from({ length: random.int(1, 8) }, () => ({
    name: random
      .pick(goods[LANGUAGE[till]][random.pick(['food', 'goods'] as const)])
      .name.slice(0, 20)
      .trim(),
    quantity: random.chance(0.75) ? 1 : random.int(2, 5),
    price: random.int(50, 6000),
  }))
  const total = items.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    till,
    brand,
    name: till === 'RU' ? `ООО «${brand}»` : `${brand} ${legal}`,
    street,
    town,
    phone:
      till === 'RU'
        ? `+7 495 ${random.digits(3)}-${random.digits(2)}-${random.digits(2)}`
        : `0${random.int(2, 9)}-${random.digits(4)} ${random.digits(4)}`,
    taxId: random.digits(till === 'MY' ? 12 : till === 'RU' ? 10 : 9),
    date: addDays('2017-01-01', random.int(0, 3400)),
    time: `${two(random.int(7, 21))}:${two(random.int(0, 59))}`,
    items,
    total,
    tax: Math.round((total * RATE[till]) / (100 + RATE[till])),
    rate: RATE[till],
    card: random.chance(0.5),
    number: random.digits(random.int(4, 8)),
  }
}

function placeOf(till: Exclude<Till, 'MY'>, random: Random): readonly [string, string] {
  const [street, zip, city, region] = random.pick(addresses[till])
  if (till === 'RU') return [street, `г. ${city}`]
  return till === 'DE' || till === 'FR' ? [street, `${zip} ${city}`] : [street, `${city}${region ? `, ${region}` : ''} ${zip}`]
}

import { createRandom } from '../../random.ts'
import type { Language } from '../../sample.ts'
import { type Structure, structureOf } from '../composed/structure.ts'
import { WORDS } from './words.ts'

export type ItemColumn =
  | 'no'
  | 'item'
  | 'gtin'
  | 'name'
  | 'date'
  | 'store'
  | 'quantity'
  | 'unit'
  | 'quantityUnit'
  | 'price'
  | 'discount'
  | 'rate'
  | 'tax'
  | 'net'
  | 'gross'

/** How the items of one layout are printed; everything around the table is that of a composed layout. */
export interface TableStructure {
  readonly page: Structure
  readonly columns: readonly ItemColumn[]
  readonly headings: Readonly<Partial<Record<ItemColumn, string>>>
  /** A second row of headings over price and amounts. */
  readonly group: string | null
  readonly details: 'none' | 'below' | 'small' | 'across' | 'article below'
  readonly align: 'top' | 'middle' | 'bottom'
  readonly numbers: 'plain' | 'tens' | 'padded' | 'point'
  readonly sections: 'none' | 'headed' | 'summed'
  readonly discount: 'none' | 'percent' | 'row'
  readonly headsAgain: boolean
  readonly carried: readonly [string, string] | null
  readonly nameWidthMm: number
  readonly maxLines: number
  readonly centred: boolean
}

const ORDERS: readonly (readonly ItemColumn[])[] = [
  ['no', 'item', 'name', 'quantity', 'unit', 'price', 'discount', 'rate', 'net'],
  ['no', 'gtin', 'name', 'quantityUnit', 'price', 'net'],
  ['item', 'gtin', 'name', 'quantity', 'price', 'rate', 'net', 'gross'],
  ['no', 'name', 'quantityUnit', 'price', 'discount', 'net'],
  ['date', 'name', 'quantity', 'unit', 'price', 'net'],
  ['name', 'store', 'quantity', 'price', 'net', 'rate'],
  ['quantityUnit', 'item', 'name', 'price', 'net'],
  ['no', 'name', 'unit', 'quantity', 'price', 'net', 'rate', 'tax', 'gross'],
  ['no', 'quantity', 'unit', 'item', 'name', 'store', 'rate', 'price', 'net'],
  ['name', 'net'],
  ['no', 'name', 'date', 'quantity', 'net'],
  ['item', 'name', 'rate', 'price', 'quantity', 'net'],
  ['no', 'item', 'name', 'price', 'quantity', 'discount', 'net', 'rate'],
]
/** Prices that contain the tax leave one amount: its heading need not say so. */
const INCLUSIVE: readonly (readonly ItemColumn[])[] = [
  ['no', 'name', 'quantity', 'unit', 'price', 'gross'],
  ['no', 'item', 'name', 'quantityUnit', 'price', 'rate', 'gross'],
  ['name', 'quantity', 'price', 'gross'],
]

/** Own random numbers per layout, so that it never changes with the documents printed in it. */
export function tableStructureOf(name: string, language: Language): TableStructure {
  const random = createRandom(`items ${name}`)
  const words = WORDS[language]
  const composed = structureOf(`around ${name}`, language)
  const includesTax = random.chance(0.25)
  const columns = random.pick(includesTax ? INCLUSIVE : ORDERS)
  const tall = random.chance(0.45)
  const { captions } = composed
  const one = (texts: readonly string[]) => random.pick(texts)
  const headings: Record<ItemColumn, string> = {
    no: captions.colNo,
    item: captions.colItem,
    name: tall ? one(words.tall.name) : captions.colName,
    quantity: tall ? one(words.tall.quantity) : captions.colQuantity,
    unit: captions.colUnit,
    price: tall ? one(words.tall.price) : captions.colPrice,
    rate: tall ? one(words.tall.rate) : captions.colRate,
    tax: captions.colTax,
    net: tall ? one(words.tall.net) : one(words.net),
    gross: tall && !includesTax ? one(words.tall.gross) : one(words.gross),
    gtin: one(words.gtin),
    date: one(words.date),
    store: one(words.store),
    discount: one(words.discount),
    quantityUnit: one(words.quantityUnit),
  }
  const narrow = columns.length > 7
  const discounted = columns.includes('discount')
  return {
    page: {
      ...composed,
      // Small print leaves room for the table, which these layouts are about.
      look: { ...composed.look, size: Math.min(composed.look.size, 8.5), margin: Math.min(composed.look.margin, 14) },
      includesTax,
      columns: columns.includes('rate') ? ['rate'] : [],
      noise: random.pick(['none', 'short']),
    },
    columns,
    headings,
    group: columns.length > 4 && random.chance(0.2) ? one(words.group) : null,
    details: random.pick(['none', 'none', 'below', 'small', 'across', 'article below'] as const),
    align: random.pick(['top', 'top', 'middle', 'bottom'] as const),
    numbers: random.pick(['plain', 'plain', 'tens', 'padded', 'point'] as const),
    sections: random.pick(['none', 'none', 'headed', 'summed'] as const),
    discount: discounted ? 'percent' : columns.includes('price') && random.chance(0.25) ? 'row' : 'none',
    headsAgain: random.chance(0.7),
    carried: random.chance(0.5) ? one2(words.carried, random.int(0, 9)) : null,
    nameWidthMm: narrow ? 38 : random.pick([42, 55, 75]),
    maxLines: random.pick([4, 8, 22]),
    centred: random.chance(0.25),
  }
}

function one2<T>(items: readonly T[], n: number): T {
  return items[n % items.length]!
}

import { createRandom, type Random } from '../../random.ts'
import type { Country, Language } from '../../sample.ts'
import { CAPTIONS, type Slot } from './captions.ts'

/** Everything that stays the same on all documents of one layout: which blocks, where, and in whose words. */
export interface Structure {
  readonly language: Language
  readonly country: Country
  readonly captions: Readonly<Record<Slot, string>>
  /** What ends a caption beside its value. */
  readonly colon: ':' | '' | ' –'
  readonly dates: 'short' | 'long' | 'iso'
  readonly head: 'name left' | 'name right' | 'name centred' | 'window'
  readonly meta: 'list' | 'boxes' | 'sentence' | 'table' | 'above values'
  readonly parties: 'columns' | 'columns swapped' | 'stacked' | 'buyer only'
  readonly columns: readonly Column[]
  readonly grid: 'ruled' | 'lines' | 'striped' | 'bare'
  readonly sign: 'none' | 'before' | 'after'
  readonly totals: 'right' | 'left' | 'tail' | 'band'
  readonly taxTable: boolean
  readonly payment: 'box' | 'sentence' | 'footer' | 'list'
  readonly includesTax: boolean
  readonly extras: Readonly<Record<'delivery' | 'order' | 'reference' | 'due' | 'prepaid' | 'buyerTaxId' | 'contacts', boolean>>
  /** Text that means nothing for the record, with dates, amounts and numbers in it. */
  readonly noise: 'none' | 'short' | 'much'
  readonly look: { readonly font: string; readonly size: number; readonly accent: string; readonly margin: number }
}

export type Column = 'no' | 'item' | 'name' | 'quantity' | 'unit' | 'price' | 'rate' | 'tax' | 'amount'

const FONTS = ["'Liberation Sans'", "'Liberation Serif'", "'PT Sans'", "'PT Serif'", "'DejaVu Sans'", "'DejaVu Serif'"]
const ACCENTS = ['#000', '#1d3f72', '#7a1f2b', '#2d5d3a', '#444', '#6a4a00']
const ORDERS: readonly (readonly Column[])[] = [
  ['no', 'name', 'quantity', 'unit', 'price', 'amount'],
  ['no', 'item', 'name', 'quantity', 'unit', 'price', 'rate', 'amount'],
  ['name', 'quantity', 'price', 'amount'],
  ['item', 'name', 'unit', 'quantity', 'price', 'amount'],
  ['quantity', 'unit', 'name', 'price', 'rate', 'amount'],
  ['no', 'name', 'rate', 'quantity', 'price', 'tax', 'amount'],
  ['name', 'item', 'quantity', 'price', 'rate', 'amount'],
  ['no', 'quantity', 'unit', 'item', 'name', 'price', 'amount'],
]

/** The structure of layout `name`: its own random numbers, so that it never changes with the documents printed in it. */
export function structureOf(name: string, language: Language): Structure {
  const random = createRandom(`layout ${name}`)
  const columns = random.pick(ORDERS)
  return {
    language,
    country: { ru: 'RU', de: 'DE', fr: 'FR', en: random.pick(['GB', 'US']) }[language] as Country,
    captions: captionsOf(language, random),
    colon: random.pick([':', ':', '', ' –']),
    dates: random.pick(['short', 'short', 'long', 'iso']),
    head: random.pick(['name left', 'name right', 'name centred', 'window']),
    meta: random.pick(['list', 'boxes', 'sentence', 'table', 'above values']),
    parties: random.pick(['columns', 'columns swapped', 'stacked', 'buyer only']),
    columns,
    grid: random.pick(['ruled', 'lines', 'striped', 'bare']),
    sign: language === 'ru' ? 'none' : random.pick(['none', 'none', 'before', 'after']),
    totals: random.pick(['right', 'right', 'left', 'tail', 'band']),
    taxTable: random.chance(0.35),
    payment: random.pick(['box', 'sentence', 'footer', 'list']),
    includesTax: language === 'ru' ? random.chance(0.5) : !columns.includes('tax') && random.chance(0.15),
    extras: {
      delivery: random.chance(0.5),
      order: random.chance(0.5),
      reference: random.chance(0.4),
      due: random.chance(0.7),
      prepaid: random.chance(0.25),
      buyerTaxId: language === 'ru' || random.chance(0.4),
      contacts: random.chance(0.6),
    },
    noise: random.pick(['none', 'short', 'much']),
    look: { font: random.pick(FONTS), size: random.int(8, 11), accent: random.pick(ACCENTS), margin: random.int(12, 20) },
  }
}

function captionsOf(language: Language, random: Random): Structure['captions'] {
  const chosen = Object.entries(CAPTIONS[language]).map(([slot, words]) => [slot, random.pick(words)])
  return Object.fromEntries(chosen) as Structure['captions']
}

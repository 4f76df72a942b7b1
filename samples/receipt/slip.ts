import { readingOfText } from '../../core/layout/text-grid.ts'
import type { Page, Reading, Word } from '../../core/reading.ts'
import { createRandom, type Random } from '../random.ts'
import { cutOut } from './cut-out.ts'
import { easternSlips } from './eastern.ts'
import { laterSlips } from './later.ts'
import { createPaper, type Paper } from './paper.ts'
import { createSale, type Sale, type Till } from './sale.ts'
import { westernSlips } from './western.ts'

/** One way a till prints. `shop`: the name as a reader would write it down. */
export interface SlipLayout {
  readonly name: string
  readonly till: Till
  readonly shop: (sale: Sale) => string
  readonly lines: (sale: Sale, paper: Paper) => readonly string[]
}

export interface Slip {
  readonly layout: string
  readonly sale: Sale
  readonly shop: string
  readonly currency: string
  readonly reading: Reading
}

export const slipLayouts: readonly SlipLayout[] = [...westernSlips, ...easternSlips, ...laterSlips]

const CURRENCY: Readonly<Record<Till, string>> = { MY: 'MYR', DE: 'EUR', RU: 'RUB', US: 'USD', GB: 'GBP', FR: 'EUR' }
const MARKS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=\d)\.(?=\d)/, [',', ' ', '']],
  [/(?<=\d)\/(?=\d)/, ['1', '7', '-']],
  [/(?<=\d) (?=\d\d:)/, ['']],
  [/0/, ['O', '8']],
  [/5/, ['S', '6']],
  [/1/, ['l', '7']],
  [/8/, ['3', 'B']],
]

/** A slip as if a camera had read it; the same seed gives the same one. `damage`: share of words with a misread sign, half of them with doubt. */
export function createSlip(layout: SlipLayout, seed: string, damage: number): Slip {
  const random = createRandom(seed)
  const sale = createSale(layout.till, random)
  const reading = cutOut(readingOfText(layout.lines(sale, createPaper(sale, random)).join('\n')))
  return {
    layout: layout.name,
    sale,
    shop: layout.shop(sale),
    currency: CURRENCY[layout.till],
    reading: photographed(reading, random, damage),
  }
}

function photographed({ pages }: Reading, random: Random, damage: number): Reading {
  const seen = (word: Word): Word => {
    if (!random.chance(damage)) return { ...word, confidence: random.int(93, 100) / 100 }
    const marks = MARKS.filter(([pattern]) => pattern.test(word.text))
    const [pattern, others] = marks.length === 0 ? [/\p{L}/u, ['l', 'n', 'o']] : random.pick(marks)
    return {
      ...word,
      text: word.text.replace(pattern, random.pick(others)) || word.text,
      confidence: random.int(random.chance(0.5) ? 45 : 88, 99) / 100,
    }
  }
  const page = (old: Page): Page => ({
    ...old,
    source: 'ocr',
    engine: 'made',
    lines: old.lines.map((line) => {
      const words = line.words.map(seen)
      return { ...line, words, text: words.map(({ text }) => text).join(' ') }
    }),
    tables: [],
  })
  return { pages: pages.map(page) }
}

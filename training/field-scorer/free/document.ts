import { setAt } from '../../../core/paths.ts'
import type { Reading } from '../../../core/reading.ts'
import { type Format, formatOf } from '../../../samples/format.ts'
import { createInvoice } from '../../../samples/model.ts'
import { createRandom, type Random } from '../../../samples/random.ts'
import type { Language, Plan } from '../../../samples/sample.ts'
import type { Invoice } from '../../../schemas/invoice/schema.ts'
import { printFoot } from './foot.ts'
import { printHead } from './head.ts'
import { printItems } from './items.ts'
import { printParties } from './parties.ts'
import { createSheet, type Sheet } from './sheet.ts'
import { printTotals } from './totals.ts'
import { createWording, type Wording } from './wording.ts'

/** What every part of a free document is printed with. `say` prints a value of the model and notes that the page says it. */
export interface Press {
  readonly sheet: Sheet
  readonly random: Random
  readonly invoice: Invoice
  readonly language: Language
  readonly wording: Wording
  readonly format: Format
  readonly size: number
  readonly leading: number
  readonly margin: number
  said(path: string, value: string | null): void
  date(iso: string | null): string
  money(amount: string | null): string
}

export interface FreeDocument {
  /** What the page says. */
  readonly data: Readonly<Record<string, unknown>>
  /** What follows from it where it is not printed: saying so is not wrong. */
  readonly implied: Readonly<Record<string, string | null>>
  readonly language: Language
  readonly reading: Reading
}

/** An invoice of one page in a layout of its own: parts, places, order and words are drawn by the seed, as if from a supplier never seen. */
export function createFreeDocument(seed: string): FreeDocument {
  const random = createRandom(seed)
  const plan = createPlan(random)
  const language = ({ RU: 'ru', US: 'en', GB: 'en', DE: 'de', FR: 'fr' } as const)[plan.country]
  const invoice = createInvoice(plan, language, random)
  const data: Record<string, unknown> = { currency: invoice.currency }
  const format = formatOf(language, plan.country === 'US')
  const long = random.chance(0.3)
  const sign = moneySign(plan, random)
  const press: Press = {
    sheet: createSheet(),
    random,
    invoice,
    language,
    wording: createWording(language, random),
    format,
    size: random.pick([8, 9, 9, 10, 10, 11]),
    leading: random.pick([1.2, 1.35, 1.5]),
    margin: random.int(34, 70),
    said: (path, value) => {
      if (value !== null && value !== '') setAt(data, path, value)
    },
    date: (iso) => (long ? format.longDate(iso) : format.date(iso)),
    money: (amount) => sign(format.money(amount)),
  }
  const bottom = printHead(press, printParties(press))
  printTotals(press, printItems(press, bottom + random.int(12, 36)))
  printFoot(press)
  const { net, tax, due } = invoice.totals
  return { data, implied: { 'totals.net': net, 'totals.tax': tax, 'totals.due': due }, language, reading: { pages: [press.sheet.page()] } }
}

function createPlan(random: Random): Plan {
  const country = random.pick(['RU', 'US', 'GB', 'DE', 'DE', 'FR'] as const)
  const trade = random.pick(['goods', 'services', 'goods'] as const)
  const rates = { RU: '22', US: '8.25', GB: '20', DE: '19', FR: '20' }[country]
  return {
    country,
    currency: { RU: 'RUB', US: 'USD', GB: 'GBP', DE: 'EUR', FR: 'EUR' }[country],
    trade,
    lineCount: random.int(1, 9),
    rates: random.chance(0.86) ? { main: rates } : null,
    includesTax: random.chance(0.15),
    prepaid: random.chance(0.12),
    freight: random.chance(0.15),
    ...(random.chance(0.12) && { discount: random.pick([3, 5, 10]) }),
  }
}

/** How this supplier writes currencies: sign or code, before or behind, or not at all. */
function moneySign({ currency }: Plan, random: Random): (printed: string) => string {
  const sign = { RUB: 'руб.', USD: '$', GBP: '£', EUR: '€' }[currency]!
  const shape =
    currency === 'RUB'
      ? random.pick(['', '', 'sign behind'])
      : random.pick(['', '', 'sign behind', 'sign before', 'code behind', 'code before'])
  return (printed) => {
    if (printed === '' || shape === '') return printed
    const what = shape.startsWith('sign') ? sign : currency
    return shape.endsWith('behind') ? `${printed} ${what}` : `${what}${what === currency ? ' ' : ''}${printed}`
  }
}

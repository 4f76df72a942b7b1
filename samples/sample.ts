import type { Invoice } from '../schemas/invoice/schema.ts'
import type { Trade } from './catalogue/goods.ts'
import type { Random } from './random.ts'

export type Language = 'ru' | 'en' | 'de' | 'fr'
export type Country = 'RU' | 'US' | 'GB' | 'DE' | 'FR'

/** What a layout asks of the model: the kind of business that is billed in this way. */
export interface Plan {
  readonly country: Country
  readonly buyerCountry?: Country
  readonly currency: string
  readonly trade: Trade
  readonly lineCount: number
  /** Main rate in per cent, reduced rate, or no tax at all. */
  readonly rates: { readonly main: string; readonly reduced?: string } | null
  /** Prices and line amounts contain VAT. */
  readonly includesTax?: boolean
  /** Tax is rounded per line and added up (счёт-фактура), not computed on the total. */
  readonly taxPerLine?: boolean
  /** Per cent, given on some lines. */
  readonly lineDiscount?: number
  /** Per cent of the whole document. */
  readonly discount?: number
  readonly freight?: boolean
  readonly prepaid?: boolean
  readonly creditNote?: boolean
}

/** One way to print an invoice, or another paper that is made from the same model. */
export interface Layout {
  readonly name: string
  /** What is printed, as truth files name it; absent = an invoice. */
  readonly documentClass?: string
  readonly language: Language
  /** The truth is what the pages mark with a value of its own, and nothing of the model besides: another paper than one about a trade. */
  readonly onlyMarked?: boolean
  readonly landscape?: boolean
  /** US Letter instead of A4. */
  readonly letter?: boolean
  plan(random: Random): Plan
  css(random: Random): string
  /** The inside of each page. */
  pages(invoice: Invoice, random: Random): readonly string[]
}

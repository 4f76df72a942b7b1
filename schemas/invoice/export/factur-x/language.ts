import type { Invoice } from '../../schema.ts'

export const PAPER_LANGUAGES = ['de', 'en', 'fr', 'ru'] as const
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number]

/** Where one of the languages is what invoices are written in. */
const OF_COUNTRY: Readonly<Record<string, PaperLanguage>> = {
  ...Object.fromEntries(['DE', 'AT', 'CH', 'LI'].map((country) => [country, 'de'])),
  ...Object.fromEntries(['FR', 'BE', 'LU', 'MC'].map((country) => [country, 'fr'])),
  ...Object.fromEntries(['RU', 'BY', 'KZ', 'KG'].map((country) => [country, 'ru'])),
}

/** The setting's language; `auto` is the one of the seller's country, English where there is none. */
export function languageOf({ seller }: Invoice, setting: string): PaperLanguage {
  return PAPER_LANGUAGES.find((one) => one === setting) ?? OF_COUNTRY[seller.address.country ?? ''] ?? 'en'
}

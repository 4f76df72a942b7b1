import { Decimal } from '../../../../core/rules/index.ts'
import type { PaperLanguage } from './language.ts'

const SIGNS: Readonly<Record<PaperLanguage, { readonly point: string; readonly group: string }>> = {
  de: { point: ',', group: '.' },
  en: { point: '.', group: ',' },
  fr: { point: ',', group: ' ' },
  ru: { point: ',', group: ' ' },
}

/** As the language writes it, with every decimal that the record has: the page says what the XML says. */
export function printedNumber(value: string, language: PaperLanguage, decimalsAtLeast = 0): string {
  const { point, group } = SIGNS[language]
  const [whole = '', decimals] = new Decimal(value)
    .abs()
    .toFixed(Math.max(places(value), decimalsAtLeast))
    .split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return `${value.startsWith('-') ? '-' : ''}${grouped}${decimals === undefined ? '' : point + decimals}`
}

function places(value: string): number {
  return value.split('.')[1]?.length ?? 0
}

/** Whole amounts have their cents as well. */
export function printedAmount(value: string, language: PaperLanguage): string {
  return printedNumber(value, language, 2)
}

/** English dates stay as ISO writes them: 03/04 would be two days. */
export function printedDate(iso: string, language: PaperLanguage): string {
  const [year, month, day] = iso.split('-')
  if (language === 'en') return iso
  return [day, month, year].join(language === 'fr' ? '/' : '.')
}

import { toCardinal as german } from 'n2words/de-DE'
import { toCardinal as english } from 'n2words/en-US'
import { toCardinal as french } from 'n2words/fr-FR'
import { convert as russian } from 'number-to-words-ru/dist/index.js'

export type WordLanguage = 'ru' | 'en' | 'de' | 'fr'

/** A whole number below 10^12 in words, lower case: `1200` → «одна тысяча двести». Russian: masculine, as rubles want it. */
export function numberInWords(whole: string, language: WordLanguage): string {
  switch (language) {
    case 'ru':
      return russian(whole, {
        currency: 'rub',
        showCurrency: { integer: false },
        showNumberParts: { integer: true, fractional: false },
      }).toLowerCase()
    case 'en':
      return english(whole)
    case 'de':
      return german(whole).toLowerCase()
    case 'fr':
      return french(whole)
  }
}

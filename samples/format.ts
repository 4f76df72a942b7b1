import type { Language } from './sample.ts'

export interface Format {
  money(amount: string | null): string
  /** Fewest decimals that say the quantity. */
  quantity(amount: string | null): string
  /** Digits only: 12.03.2026. */
  date(iso: string | null): string
  longDate(iso: string | null): string
}

const NBSP = '\u00a0'
const months: Readonly<Record<Language, readonly string[]>> = {
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
}

/** Own code instead of Intl, whose output changes with the ICU of the machine. `american` puts the month first. */
export function formatOf(language: Language, american = false): Format {
  const [group, point] = { ru: [NBSP, ','], en: [',', '.'], de: ['.', ','], fr: ['\u202f', ','] }[language] as [string, string]
  const number = (amount: string): string => {
    const [whole = '0', fraction] = amount.split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
    return fraction === undefined ? grouped : `${grouped}${point}${fraction}`
  }
  const parts = (iso: string) => iso.split('-') as [string, string, string]
  return {
    money: (amount) => (amount === null ? '' : number(amount)),
    quantity: (amount) => (amount === null ? '' : number(amount)),
    date(iso) {
      if (iso === null) return ''
      const [year, month, day] = parts(iso)
      if (american) return `${month}/${day}/${year}`
      return language === 'ru' || language === 'de' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`
    },
    longDate(iso) {
      if (iso === null) return ''
      const [year, month, day] = parts(iso)
      const name = months[language][Number(month) - 1]!
      if (american) return `${name} ${Number(day)}, ${year}`
      if (language === 'de') return `${Number(day)}. ${name} ${year}`
      return language === 'ru' ? `${Number(day)} ${name} ${year} г.` : `${Number(day)} ${name} ${year}`
    },
  }
}

/** «40702 810 9 …» stays unbroken; an IBAN is printed in fours. */
export function inFours(iban: string | null): string | null {
  return iban?.replace(/(.{4})(?=.)/g, `$1 `) ?? null
}

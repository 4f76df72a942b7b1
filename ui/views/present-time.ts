import { type Language, oncePerLanguage } from '../language.ts'

const formatOf = oncePerLanguage(
  (language) =>
    new Intl.DateTimeFormat(language === 'ru' ? 'ru' : 'en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
)

/** Day and time of an event in the server's zone; the exact instant stands in the element's `datetime`. */
export function presentTime(iso: string, language: Language): string {
  return formatOf(language).format(new Date(iso))
}

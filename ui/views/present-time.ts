import type { Language } from '../language.ts'

/** Day and time of an event in the server's zone; the exact instant stands in the element's `datetime`. */
export function presentTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ru' ? 'ru' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso))
}

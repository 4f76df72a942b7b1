import type { Language } from '../language.ts'
import { commonTexts } from '../texts/common.ts'

/** A size as most file managers show it: 1 MB is 1024 kB. */
export function presentBytes(bytes: number, language: Language): string {
  const { b, kb, mb } = commonTexts(language).bytes
  const number = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
  if (bytes < 1024) return `${number(bytes)} ${b}`
  return bytes < 1_048_576 ? `${number(bytes / 1024)} ${kb}` : `${number(bytes / 1_048_576)} ${mb}`
}

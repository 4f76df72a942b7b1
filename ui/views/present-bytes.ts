import type { Language } from '../language.ts'
import { commonTexts } from '../texts/common.ts'

/** A size as people say it; powers of ten, like their file managers. */
export function presentBytes(bytes: number, language: Language): string {
  const { b, kb, mb } = commonTexts(language).bytes
  const number = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
  if (bytes < 1000) return `${number(bytes)} ${b}`
  return bytes < 1_000_000 ? `${number(bytes / 1000)} ${kb}` : `${number(bytes / 1_000_000)} ${mb}`
}

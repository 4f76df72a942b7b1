import type { Language } from '../language.ts'

/** A share 0..1 as per cent in the reader's notation; small ones keep their figures. */
export function presentShare(share: number, language: Language): string {
  const most = share !== 0 && share < 0.1 ? 2 : 1
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: most }).format(share)
}

/** What PP-OCR made of a line. `width` and `height` of its rectangle in pixels, `confidence` the mean over its characters. */
export interface LineFacts {
  readonly text: string
  readonly width: number
  readonly height: number
  readonly confidence: number
  /** Longest stretch without a character, in heights of the line. */
  readonly widestGap: number
}

// Measured on scans: Latin lines hold 1.4–3.4 characters per line height; of Cyrillic lines the Latin recogniser keeps 0–1.2.
const DENSE = 1.3
const SHORT = 2 // heights; below, two letters decide
const SURE = 0.9
const GAP = 1.5 // heights; between figures no letters can hide in less

/** Fewer characters than the line has room for: letters the recogniser does not know, or no text at all. */
export function lacksCharacters(line: LineFacts): boolean {
  return [...line.text].length / (line.width / line.height) < (line.width < SHORT * line.height ? DENSE / 2 : DENSE)
}

/** Figures, amounts, dates: the same in every script, and read better by PP-OCR. */
export function isFigures(line: LineFacts): boolean {
  const onlyFigures = /^[\d\s.,:;%/()+\-–—=*#"'$€£]*\d[\d\s.,:;%/()+\-–—=*#"'$€£]*$/.test(line.text)
  return onlyFigures && line.confidence >= SURE && line.widestGap < GAP && !lacksCharacters(line)
}

const TWINS = /[АВЕКМНОРСТУХаекморсух]/gu // Cyrillic letters that Latin print has too

/** A letter that only Cyrillic has: `МЕТ` and `СОР` may as well be Latin print that was read in the wrong alphabet. */
export function hasOwnCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text.replace(TWINS, ''))
}

export function cyrillicShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters === 0 ? 0 : (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) / letters
}

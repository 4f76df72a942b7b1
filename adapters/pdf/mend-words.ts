import type { Word } from '../../core/reading.ts'

/** Characters that a font maps to nothing readable: private use, control, replacement. */
export const GARBAGE = /[\p{Co}\p{Cc}\ufffd]/gu

/**
 * Some fonts name a few characters (often `-` and `(`) only inside the font file, where pdf.js does not look and PDFium does.
 * A word with garbage takes the spelling of the one token in PDFium's text that agrees with it everywhere else; otherwise it keeps U+FFFD.
 */
export function mendWords(words: readonly Word[], otherText: string): readonly Word[] {
  const tokens = [...new Set(otherText.split(/\s+/))]
  return words.map((word) => {
    if (word.text.search(GARBAGE) < 0) return word
    const pattern = new RegExp(`^${word.text.split(GARBAGE).map(escaped).join('[^\\p{L}\\p{N}]')}$`, 'u')
    const fits = tokens.filter((token) => pattern.test(token))
    return { ...word, text: fits.length === 1 ? fits[0]! : word.text.replace(GARBAGE, '\ufffd') }
  })
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

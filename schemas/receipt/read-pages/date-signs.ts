/** A day as printed. */
export function plainSigns(text: string): string {
  return text
}

const LOOKS_LIKE: Readonly<Record<string, string>> = { O: '0', o: '0', D: '0', l: '1', I: '1', '|': '1', Z: '2', S: '5', B: '8' }
const SIGN = '[\\dOoDlI|ZSB]'
/** Two figures, two figures, two or four; between them a sign that separates, or what is read for one. Sums stand with a space between them too. */
const SHAPE = new RegExp(
  `(?<![\\p{L}\\d.,/-])(${SIGN}{2})(?:[.,/-](${SIGN}{2})[.,/-](${SIGN}{4}|${SIGN}{2})|[.,/ -](${SIGN}{2})[.,/ -](${SIGN}{4}))(?![\\p{L}\\d]|[.,/-]\\d)`,
  'gu',
)

/**
 * The same text with what looks like a day put right: letters read for figures, separators of two kinds. Every sign keeps its place. A slip's faint
 * print loses a dot to a comma or to nothing.
 */
export function mendedSigns(text: string): string {
  return text.replace(SHAPE, (whole: string, ...groups: (string | undefined)[]) => {
    const parts = groups.slice(0, 5).filter((one) => one !== undefined)
    const figures = parts.join('')
    if ((figures.match(/\d/g)?.length ?? 0) < figures.length - 2) return whole
    return parts.map((part) => [...part].map((sign) => LOOKS_LIKE[sign] ?? sign).join('')).join(whole.includes('/') ? '/' : '.')
  })
}

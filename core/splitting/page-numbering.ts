import type { Page } from '../reading.ts'

/** What a page says of its own place: `number` of `of` pages; `of` null where only the number is printed. */
export interface PageNumber {
  readonly number: number
  readonly of: number | null
}

const WORDED =
  /(?<![\p{L}\d])(?:page|pg\.?|p\.|стр(?:аница|\.)?|лист|seite|blatt|pagina|página)\s*(?:№\s*)?(\d{1,4})(?:\s*(?:of|из|von|de|\/|sur|van)\s*(\d{1,4}))?(?![\d.,])/iu
const BARE = /^[-–—\s]*(\d{1,4})\s*(?:(?:\/|of|из|von)\s*(\d{1,4}))?[-–—\s]*$/iu
const MARGIN = 0.1 // of the page, at the top and at the foot, where a number without a word is that of the page

/** The page's number as printed; null where it prints none. */
export function pageNumberOf(page: Page): PageNumber | null {
  for (const { text } of page.lines) {
    const match = text.length < 90 ? WORDED.exec(text) : null
    if (match) return sane(match)
  }
  const edge = page.lines.filter(({ box }) => box.y1 < MARGIN || box.y0 > 1 - MARGIN)
  for (const { text } of edge.toReversed()) {
    const match = BARE.exec(text)
    if (match) return sane(match)
  }
  return null
}

function sane([, number, of]: RegExpExecArray): PageNumber | null {
  const [at, last] = [Number(number), of === undefined ? null : Number(of)]
  return at < 1 || (last !== null && last < at) ? null : { number: at, of: last }
}

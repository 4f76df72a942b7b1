import type { Line, Page, Reading } from '../reading.ts'

/** By what a kind of paper is known: its titles, matched where a short line begins, and words that stand somewhere on its first pages. */
export interface ClassSigns {
  readonly titles: readonly RegExp[]
  readonly words: readonly RegExp[]
}

/** Order and meaning of the numbers in `signSignals`; one weight each for all kinds of paper, so a new kind is known by its signs alone. */
export const SIGN_SIGNALS = ['title at the top', 'title', 'titles', 'share of words', 'words', 'type’s own judgement'] as const

const LOOKED_AT = 2 // pages
const TOP = 0.3 // of the first page
const UPPER = 0.6
const TITLE_WORDS = 12
const ENOUGH = 4

// «Vertrag: 4711», «Contract No. 12», «по договору № 3» point to another paper.
const CAPTION = /^[\p{L}\s-]{3,30}(?:\.{3,}|\s?:|\s(?:no|nr|n°)\b)/iu

/** How much the paper shows one kind's signs, each 0..1. `judgement`: what the kind's type thinks of the reading, 0..1; null = it says nothing. */
export function signSignals(reading: Reading, { titles, words }: ClassSigns, judgement: number | null): readonly number[] {
  const pages = reading.pages.slice(0, LOOKED_AT)
  const found = titlesOn(pages, titles)
  const atTop = found.filter(({ page, line }) => page.index === pages[0]?.index && line.box.y0 < TOP)
  const text = pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n')
  const said = words.filter((pattern) => pattern.test(text)).length
  return [
    Math.max(0, ...atTop.map(({ size }) => size)),
    Math.max(0, ...found.map(({ size }) => size)),
    Math.min(1, found.length / ENOUGH),
    words.length === 0 ? 0 : said / words.length,
    Math.min(1, said / ENOUGH),
    judgement === null ? 0 : clipped(Math.log(Math.max(judgement, 1e-3) / Math.max(1 - judgement, 1e-3))),
  ]
}

/** The printed lines that speak for a kind, titles first, each once; what only the whole page says (its look, a word broken over lines) has no place. */
export function linesSpeakingFor(reading: Reading, { titles, words }: ClassSigns): readonly { readonly page: Page; readonly line: Line }[] {
  const pages = reading.pages.slice(0, LOOKED_AT)
  const said = words.flatMap((pattern) => {
    const page = pages.find(({ lines }) => lines.some(({ text }) => pattern.test(text)))
    const line = page?.lines.find(({ text }) => pattern.test(text))
    return page && line ? [{ page, line }] : []
  })
  const all = [...titlesOn(pages, titles), ...said]
  return all.filter(({ line }, at) => all.findIndex((other) => other.line === line) === at).map(({ page, line }) => ({ page, line }))
}

function titlesOn(pages: readonly Page[], titles: readonly RegExp[]) {
  return pages.flatMap((page) => shortLines(page).flatMap(({ line, size }) => (isTitle(line, titles, size) ? [{ page, line, size }] : [])))
}

/** −1..1. */
function clipped(logit: number): number {
  return Math.max(-4, Math.min(4, logit)) / 4
}

/** Set a third taller than the text, "Payment Request No. 12" is the title with its number and no caption. */
function isTitle({ text }: Line, titles: readonly RegExp[], size: number): boolean {
  const plain = withoutSpacing(text.trim())
  const caption = CAPTION.exec(plain)
  return titles.some((title) => title.test(plain)) && (caption === null || (size >= 1 && !/[:.]$/u.test(caption[0])))
}

/** «А К Т», «R E C H N U N G». */
function withoutSpacing(text: string): string {
  return /^(?:\p{L} ){2,}\p{L}$/u.test(text) ? text.replace(/ /g, '') : text
}

/** Short lines of the upper part with their size: 0.7 as the text of the page, 1 from a third taller. */
function shortLines(page: Page): readonly { readonly line: Line; readonly size: number }[] {
  const heights = page.lines.map(height).sort((a, b) => a - b)
  const usual = heights[Math.floor(heights.length / 2)] ?? 0
  return page.lines
    .filter(({ box, words }) => box.y0 < UPPER && words.length <= TITLE_WORDS)
    .map((line) => ({ line, size: usual === 0 ? 0.7 : Math.max(0.5, Math.min(1, 0.7 + 0.9 * (height(line) / usual - 1))) }))
}

function height({ words, box }: Line): number {
  return Math.max(0, ...words.map(({ box: own }) => own.y1 - own.y0), words.length === 0 ? box.y1 - box.y0 : 0)
}

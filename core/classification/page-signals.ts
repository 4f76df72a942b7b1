import { readCode } from '../codes/index.ts'
import type { Line, Page, Reading } from '../reading.ts'

/** Order and meaning of the numbers in `pageSignals`. Each kind of paper that was trained on has weights of its own for them. */
export const PAGE_SIGNALS = ['always', 'prose', 'pages', 'strip', 'sums', 'few words', 'fiscal code', 'bank account'] as const

const PROSE = 9 // words in a line of running text
const SUM = /(?<![\d.,])\d{1,3}(?:[ .,']?\d{3})*[.,]\d{2}(?!\d)/

/** What a paper looks like whatever it says, each 0..1. */
export function pageSignals(reading: Reading): readonly number[] {
  const pages = reading.pages.slice(0, 2)
  const lines = pages.flatMap((page) => page.lines)
  const words = lines.reduce((count, line) => count + line.words.length, 0)
  const inProse = lines.filter((line) => line.words.length >= PROSE).reduce((count, line) => count + line.words.length, 0)
  const text = lines.map((line) => line.text).join('\n')
  return [
    1,
    words === 0 ? 0 : inProse / words,
    Math.min(1, Math.log2(Math.max(1, reading.pages.length)) / 4),
    pages[0] ? strip(pages[0]) : 0,
    words === 0 ? 0 : Math.min(1, (5 * lines.filter(hasSum).length) / words),
    words === 0 ? 1 : Math.min(1, 40 / words),
    flag(reading.pages.some(({ codes = [] }) => codes.some((code) => readCode(code.text)?.kind === 'ru-receipt'))),
    flag(/\biban\b|р\/с|расч[её]тный сч[её]т|\bбик\b|\bifsc\b|sort code|routing (?:no|number)|\bbank name\b|bankverbindung/iu.test(text)),
  ]
}

function hasSum({ text }: Line): boolean {
  return SUM.test(text)
}

/** Text that is much taller than wide, as on the paper of a till. */
function strip({ widthPx, heightPx, lines }: Page): number {
  if (lines.length === 0) return 0
  const width = Math.max(...lines.map(({ box }) => box.x1)) - Math.min(...lines.map(({ box }) => box.x0))
  const tall = Math.max(...lines.map(({ box }) => box.y1)) - Math.min(...lines.map(({ box }) => box.y0))
  return Math.max(0, Math.min(1, ((heightPx * tall) / (widthPx * Math.max(0.05, width)) - 1.4) / 0.8))
}

function flag(is: boolean): number {
  return is ? 1 : 0
}

import { findDates } from '../../../core/candidates/index.ts'
import type { Prose } from '../../../core/prose/index.ts'
import { detectLocale } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const OPENS = /(?<!\p{L})(?:в|за)\sпериод\s(?:времени\s)?с\s|(?<!\p{L})(?:during|for|in)\sthe\speriod\s(?:from|of)\s/giu
const UNTIL = /^[\s.]*(?:г\.?|года)?\s*(?:по|до|to|until|through|[-–—])\s*$/iu
const REACH = 70 // characters that two dates with their months in words take

/** «в период с 1 мая по 31 мая 2026 г.»: a period told in a sentence that may go on from line to line. */
export function findToldPeriod({ text }: Prose): readonly Found[] {
  for (const match of text.matchAll(OPENS)) {
    const from = match.index + match[0].length
    const piece = text.slice(from, from + REACH)
    const [start, end] = findDates(piece, detectLocale([piece]))
    if (!start || !end || start.value > end.value || start.from > 2 || !UNTIL.test(piece.slice(start.to, end.from))) continue
    return [
      { path: 'period.start', value: start.value, from: from + start.from, to: from + start.to, score: 0.8 },
      { path: 'period.end', value: end.value, from: from + end.from, to: from + end.to, score: 0.8 },
    ]
  }
  return []
}

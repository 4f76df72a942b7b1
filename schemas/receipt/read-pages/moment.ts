import { findDates } from '../../../core/candidates/index.ts'
import { candidate, type DocumentText, type Span } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { mendedSigns, plainSigns } from './date-signs.ts'
import { captionsOf, type SlipRow } from './rows.ts'

const TIME = /(?<![\d:.,])([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.][0-5]\d)?(?![\d:.]|\s?%)\s?(am|pm)?/giu
const CLOCK = /(?<![\d:.,])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])\s?(am|pm)?/giu

const MENDED = 0.3

interface Moment {
  readonly value: string
  readonly span: Span
  readonly row: SlipRow
  readonly score: number
  readonly other: string | null
}

/** Date and time of the sale. A date beside a time or a caption is meant; the same day printed again confirms it. */
export function readMoment(text: DocumentText, rows: readonly SlipRow[]): readonly Candidate[] {
  const plain = rows.flatMap((row) => datesOf(text, row, plainSigns))
  // Only where no day is legible: mended signs are a guess, and its score says so.
  const found =
    plain.length > 0 ? plain : rows.flatMap((row) => datesOf(text, row, mendedSigns).map((one) => ({ ...one, score: one.score - MENDED })))
  const votes = (value: string) => found.filter((one) => one.value === value).length
  const best = found
    .map((one) => ({ ...one, score: Math.min(0.97, one.score + 0.06 * (votes(one.value) - 1)) }))
    .sort((a, b) => b.score - a.score)
  const chosen = best[0]
  if (!chosen) return times(rows, null)
  const dates = best.flatMap(({ value, span, score, other }) => [
    candidate('date', value, [span], score),
    // Nothing says which is the day: both are offered alike, and a person decides.
    ...(other === null ? [] : [candidate('date', other, [span], score)]),
  ])
  return [...dates, ...times(rows, chosen.row)]
}

function datesOf(text: DocumentText, row: SlipRow, signs: (text: string) => string): readonly Moment[] {
  return row.lines.flatMap((line) =>
    // Reading joins a year of two digits to the hour behind it: «06/01/1812:17».
    findDates(signs(line.text.replace(/\d{2}:\d{2}(?::\d{2})?/g, (clock) => ' '.repeat(clock.length))), text.locale).map(
      ({ value, from, to, other }) => {
        const captioned = captionsOf(row, 'date').length > 0
        const timed = row.lines.some((one) => new RegExp(CLOCK.source, 'iu').test(one.text.replace(line.text.slice(from, to), ' ')))
        const score = 0.62 + (captioned ? 0.14 : 0) + (timed ? 0.14 : 0)
        return { value, span: { line, from, to }, row, score, other }
      },
    ),
  )
}

/** The time beside the date, else the only one that is printed with a colon. */
function times(rows: readonly SlipRow[], dateRow: SlipRow | null): readonly Candidate[] {
  const near = dateRow ? timesIn(dateRow, TIME) : []
  const all = near.length > 0 ? near : rows.flatMap((row) => timesIn(row, CLOCK))
  return all.slice(0, 3).map(({ value, span }, i) => candidate('time', value, [span], (near.length > 0 ? 0.85 : 0.6) - 0.2 * i))
}

function timesIn(row: SlipRow, pattern: RegExp): readonly { readonly value: string; readonly span: Span }[] {
  return row.lines.flatMap((line) => {
    // A dotted date is no time: «19.06.17 11:43».
    const text = line.text.replace(/\d{1,4}[./-]\d{1,2}[./-](?:\d{4}(?!:)|\d{2})/g, (date) => ' '.repeat(date.length))
    return [...text.matchAll(pattern)].map((match) => {
      const half = match[3]?.toLowerCase()
      const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0)
      return { value: `${String(hour).padStart(2, '0')}:${match[2]}`, span: { line, from: match.index, to: match.index + match[0].length } }
    })
  })
}

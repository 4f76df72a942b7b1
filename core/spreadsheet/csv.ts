import type { Cell, Table } from './cell.ts'
import { withoutFormulas } from './formula.ts'

/** How a country's programs read text tables. */
export interface CsvProfile {
  readonly separator: ',' | ';'
  readonly decimal: '.' | ','
  /** `2026-03-12` or `12.03.2026`. */
  readonly date: 'iso' | 'dmy'
  /** Excel reads UTF-8 only behind a byte order mark. */
  readonly byteOrderMark: boolean
}

export const CSV_PROFILES: Readonly<Record<'en' | 'ru', CsvProfile>> = {
  en: { separator: ',', decimal: '.', date: 'iso', byteOrderMark: false },
  ru: { separator: ';', decimal: ',', date: 'dmy', byteOrderMark: true },
}

/** RFC 4180 with the profile's separator: lines end in CRLF, quotes are doubled. Numbers and dates stay bare, text cannot become a formula. */
export function writeCsv({ captions, rows }: Table, profile: CsvProfile): string {
  const lines = [captions.map((value): Cell => ({ kind: 'text', value })), ...rows]
  const body = lines.map((line) => line.map((cell) => field(cell, profile)).join(profile.separator))
  return `${profile.byteOrderMark ? '\ufeff' : ''}${body.join('\r\n')}\r\n`
}

function field(cell: Cell, profile: CsvProfile): string {
  if (cell === null) return ''
  if (cell.kind === 'number') return quoted(cell.value.replace('.', profile.decimal), profile.separator)
  if (cell.kind === 'date') return profile.date === 'iso' ? cell.value : cell.value.split('-').toReversed().join('.')
  // Text is quoted for every separator in use: whoever opens the file with another one still gets whole cells.
  return quoted(withoutFormulas(cell.value.toWellFormed()), ',;\t|')
}

function quoted(text: string, separators: string): string {
  const needs = /["\r\n]|^\s|\s$/.test(text) || [...separators].some((sign) => text.includes(sign))
  return needs ? `"${text.replaceAll('"', '""')}"` : text
}

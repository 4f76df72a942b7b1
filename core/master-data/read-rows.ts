import type { z } from 'zod'
import type { Localised } from '../finding.ts'

/** One thing that keeps a row out. `row` as the person sees it in the file, from 1; `column` is its caption, null = the row as a whole. */
export interface RowProblem {
  readonly row: number
  readonly column: string | null
  readonly message: Localised
}

export interface ReadRows<Entry> {
  /** Rows without a problem. */
  readonly entries: readonly { readonly row: number; readonly entry: Entry }[]
  readonly problems: readonly RowProblem[]
  /** Rows below the captions that hold anything. */
  readonly rows: number
}

/** A table's columns: the captions that name each (compared without case and signs), and whether it must be there. */
export interface Column {
  readonly name: string
  readonly captions: readonly string[]
  readonly required?: boolean
}

/**
 * A table with captions in its first row → entries. Nothing is guessed: a caption that is not known, a column that is missing or a row that does not fit
 * is a problem that names its place.
 */
export function readRows<Entry>(
  table: readonly (readonly string[])[],
  columns: readonly Column[],
  entryOf: (cells: Readonly<Record<string, string>>) => z.ZodSafeParseResult<Entry>,
  check: (entry: Entry) => readonly { readonly field: string; readonly message: Localised }[],
  keyOf: (entry: Entry) => string,
): ReadRows<Entry> {
  const captions = table[0] ?? []
  const places = captions.map(
    (caption) => columns.find((column) => column.captions.some((known) => plain(known) === plain(caption))) ?? null,
  )
  const captionOf = (field: string) => captions[places.findIndex((place) => place?.name === field)] ?? field
  const problems: RowProblem[] = [
    ...captions.flatMap((caption, i) => (places[i] === null && caption !== '' ? [unknownColumn(caption)] : [])),
    ...captions.flatMap((caption, i) => (places[i] !== null && places.indexOf(places[i]!) < i ? [doubleColumn(caption)] : [])),
    ...columns.flatMap((column) => (column.required && !places.includes(column) ? [missingColumn(column.captions[0]!)] : [])),
  ]
  if (problems.length > 0) return { entries: [], problems, rows: table.slice(1).filter((cells) => cells.length > 0).length }
  const entries: { row: number; entry: Entry }[] = []
  const seen = new Map<string, number>()
  let rows = 0
  for (const [i, cells] of table.entries()) {
    if (i === 0 || cells.length === 0) continue
    rows++
    const row = i + 1
    const parsed = entryOf(Object.fromEntries(places.flatMap((place, at) => (place ? [[place.name, cells[at] ?? '']] : []))))
    if (!parsed.success) {
      for (const { path } of parsed.error.issues.slice(0, 5)) problems.push({ row, column: captionOf(String(path[0])), message: MISFIT })
      continue
    }
    const wrong = check(parsed.data)
    const earlier = seen.get(keyOf(parsed.data))
    for (const { field, message } of wrong) problems.push({ row, column: captionOf(field), message })
    if (earlier !== undefined) problems.push({ row, column: null, message: twice(earlier) })
    seen.set(keyOf(parsed.data), row)
    if (wrong.length === 0 && earlier === undefined) entries.push({ row, entry: parsed.data })
  }
  return { entries, problems, rows }
}

function plain(caption: string): string {
  return caption
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

const MISFIT: Localised = {
  en: 'The value is missing, too long, or does not have the form that this column asks for.',
  ru: 'Значения нет, оно слишком длинное или не той формы, которая нужна в этой колонке.',
}

function unknownColumn(column: string): RowProblem {
  return {
    row: 1,
    column,
    message: {
      en: 'There is no such column. Remove it, or correct its caption.',
      ru: 'Такой колонки нет. Уберите её или исправьте название.',
    },
  }
}

function doubleColumn(column: string): RowProblem {
  return { row: 1, column, message: { en: 'This column is there twice.', ru: 'Эта колонка есть дважды.' } }
}

function missingColumn(column: string): RowProblem {
  return { row: 1, column, message: { en: 'This column is missing.', ru: 'Этой колонки не хватает.' } }
}

function twice(row: number): Localised {
  return { en: `The same key stands in row ${row}.`, ru: `Тот же ключ стоит в строке ${row}.` }
}

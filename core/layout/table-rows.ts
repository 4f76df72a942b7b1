import type { Table } from '../reading.ts'
import { alike } from './alike-text.ts'

const DEEPEST_HEAD = 4

/** What a row says, left to right. */
export function rowText(table: Table, row: number): string {
  return table.cells
    .filter((cell) => cell.row === row)
    .toSorted((a, b) => a.column - b.column)
    .map(({ text }) => text)
    .join(' ')
}

/** Captions of a table: its first rows without an amount, of which at least the first has words in several cells. */
export function captionRows(table: Table): readonly string[] {
  const rows: string[] = []
  for (let row = 0; row < Math.min(DEEPEST_HEAD, table.rows); row++) {
    const cells = table.cells.filter((cell) => cell.row === row)
    const words = cells.filter(({ text }) => /\p{L}/u.test(text)).length
    if (words < 2 || cells.some(({ text }) => /\d[.,]\d{2}|^\d+$/.test(text))) break
    rows.push(rowText(table, row))
  }
  return rows
}

/** Rows at the top of `table` that say the captions of `first` again. */
export function repeatedRows(first: Table, table: Table): number {
  const captions = captionRows(first)
  const differs = captions.findIndex((text, row) => row >= table.rows || !alike(text, rowText(table, row)))
  return differs < 0 ? captions.length : differs
}

/** The column of running numbers: of the rows that have one, most count up by one. Its first and last number; null without such a column. */
export function numbering(table: Table): { readonly column: number; readonly first: number; readonly last: number } | null {
  for (let column = 0; column < Math.min(2, table.columns); column++) {
    const numbers = numbersIn(table, column)
    const steps = numbers.slice(1).filter((number, i) => number === numbers[i]! + 1).length
    if (numbers.length >= 2 && steps >= 0.8 * (numbers.length - 1)) return { column, first: numbers[0]!, last: numbers.at(-1)! }
  }
  return null
}

/** Whole numbers in a column, top to bottom. */
export function numbersIn(table: Table, column: number): readonly number[] {
  return table.cells
    .filter((cell) => cell.column === column)
    .toSorted((a, b) => a.row - b.row)
    .flatMap(({ text }) => (/^\d{1,4}\.?$/.test(text) ? [Number.parseInt(text, 10)] : []))
}

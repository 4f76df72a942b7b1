import { boundingBox } from '../geometry.ts'
import type { Cell, Page, Table, Word } from '../reading.ts'
import { alike } from './alike-text.ts'
import { inRows } from './ruled-tables.ts'
import { columnsOf, sameColumns, type TableColumn } from './table-columns.ts'
import type { VisualRow } from './visual-rows.ts'

const SLACK = 0.004 // of the page width
const ROWS_ABOVE = 7 // a short letterhead, the sum brought forward, captions
const APART = 3 // row heights: a wider gap ends the table

/** The rest of a table at the top of the next page when it is too short to be found by itself: rows that stand in the columns of `upper`. */
export function carriedRows(
  upper: Table,
  captions: readonly string[],
  page: Page,
  body: readonly VisualRow[],
): { readonly table: Table; readonly repeatedRows: number } | null {
  const columns = columnsOf(upper)
  const free = body.filter(
    ({ box }) => !page.tables.some((table) => (box.y0 + box.y1) / 2 > table.box.y0 && (box.y0 + box.y1) / 2 < table.box.y1),
  )
  const from = free.slice(0, ROWS_ABOVE).findIndex((row) => isFull(row, columns) && !isCaption(row, captions))
  if (from < 0) return null
  const head = from > 0 && isCaption(free[from - 1]!, captions) ? [free[from - 1]!] : []
  const rows: VisualRow[] = []
  for (const row of free.slice(from)) {
    const last = rows.at(-1)
    if (last && row.box.y0 - last.box.y1 > APART * (row.box.y1 - row.box.y0)) break
    if (!fits(row, columns) || (last && !isFull(row, columns) && !isWrap(row, last, columns))) break
    rows.push(row)
  }
  if (sameColumns(columns, columnsOf(tableOf([], rows, columns))) === 'no') return null
  return { table: tableOf(head, rows, columns), repeatedRows: head.length }
}

function isCaption(row: VisualRow, captions: readonly string[]): boolean {
  const text = row.lines.map((line) => line.text).join(' ')
  return captions.some((one) => alike(one, text))
}

function isFull(row: VisualRow, columns: readonly TableColumn[]): boolean {
  return fits(row, columns) && filled(row, columns) >= Math.max(3, 0.6 * columns.filter(({ kind }) => kind !== 'empty').length)
}

/** One cell more, close under its row. */
function isWrap(row: VisualRow, last: VisualRow, columns: readonly TableColumn[]): boolean {
  return filled(row, columns) === 1 && row.box.y0 - last.box.y1 < 0.6 * (row.box.y1 - row.box.y0)
}

function filled(row: VisualRow, columns: readonly TableColumn[]): number {
  return columns.filter((column) => inColumn(row, column).length > 0).length
}

function fits(row: VisualRow, columns: readonly TableColumn[]): boolean {
  return wordsOf(row).every(({ box }) => columns.some(({ x0, x1 }) => box.x0 >= x0 - SLACK && box.x1 <= x1 + SLACK))
}

function inColumn(row: VisualRow, { x0, x1 }: TableColumn): readonly Word[] {
  return wordsOf(row).filter(({ box }) => (box.x0 + box.x1) / 2 >= x0 && (box.x0 + box.x1) / 2 < x1)
}

function wordsOf(row: VisualRow): readonly Word[] {
  return row.lines.flatMap((line) => line.words)
}

function tableOf(head: readonly VisualRow[], body: readonly VisualRow[], columns: readonly TableColumn[]): Table {
  const rows: VisualRow[][] = head.map((row) => [row])
  for (const row of body) {
    if (isFull(row, columns)) rows.push([row])
    else rows.at(-1)!.push(row)
  }
  const cells = rows.flatMap((group, row) =>
    columns.flatMap((column, at): readonly Cell[] => {
      const words = inRows(group.flatMap((one) => inColumn(one, column)))
      if (words.length === 0) return []
      const { y0, y1 } = boundingBox(group.map(({ box }) => box))
      const box = { x0: column.x0, x1: column.x1, y0, y1 }
      return [{ row, column: at, rowSpan: 1, columnSpan: 1, box, text: words.map((w) => w.text).join(' '), words }]
    }),
  )
  const box = boundingBox([...head, ...body].map((row) => row.box))
  return { box, ruled: false, rows: rows.length, columns: columns.length, headerRows: head.length, cells }
}

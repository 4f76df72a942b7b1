import type { Page, Table } from '../reading.ts'
import { hasAmount } from './amount-text.ts'
import { carriedRows } from './carried-rows.ts'
import { bodyOf } from './running-lines.ts'
import { columnsOf, sameColumns } from './table-columns.ts'
import { captionRows, numbering, numbersIn, repeatedRows } from './table-rows.ts'
import type { VisualRow } from './visual-rows.ts'

const FULL = 0.62 // of the page: a table breaks where the page is full, or where its next row would not have fitted
const ROWS_ABOVE = 2
const ROWS_ABOVE_SURE = 7 // a short letterhead of the pages that follow
const ROWS_BELOW = 8
const AMOUNTS_BELOW = 1 // the sum carried forward; totals are more

/** Sets `continues` on the first table of a page where it carries on the last one of the page before. Links there were are found anew. */
export function linkTables(pages: readonly Page[]): readonly Page[] {
  const linked: Page[] = []
  for (const page of pages) {
    const plain = { ...page, tables: page.tables.map(({ continues: _, ...table }) => table) }
    const before = linked.findLast((one) => !one.blank)
    linked.push(before && before.error === null && page.error === null && !page.blank ? linkedTo(before, plain, linked) : plain)
  }
  return linked
}

function linkedTo(before: Page, page: Page, earlier: readonly Page[]): Page {
  const above = bodyOf(before)
  const below = bodyOf(page)
  const last = lastTable(before, above)
  if (last === null) return page
  const upper = before.tables[last]!
  const head = headOf(earlier, before, last)
  for (const [at, table] of topDown(page)) {
    const repeated = repeatedRows(head, table)
    if (!goesOn(upper, table, repeated, above, below)) continue
    const continues = { page: before.index, table: last, repeatedRows: repeated }
    return { ...page, tables: page.tables.map((one, i) => (i === at ? { ...one, continues } : one)) }
  }
  const carried = isFull(above) ? carriedOnto(page, below, before, last, earlier) : null
  if (!carried) return page
  const continues = { page: before.index, table: last, repeatedRows: carried.repeatedRows }
  return { ...page, tables: [...page.tables, { ...carried.table, continues }] }
}

/** In the columns of the page before, else of the one before that: sheets printed for binding have two margins. */
function carriedOnto(page: Page, body: readonly VisualRow[], before: Page, at: number, earlier: readonly Page[]) {
  const upper = before.tables[at]!
  const captions = captionRows(headOf(earlier, before, at))
  const further = upper.continues && earlier.find(({ index }) => index === upper.continues!.page)?.tables[upper.continues.table]
  return carriedRows(upper, captions, page, body) ?? (further ? carriedRows(further, captions, page, body) : null)
}

/** The lowest table with no totals under it. */
function lastTable(page: Page, body: readonly VisualRow[]): number | null {
  const order = page.tables.map((table, i) => ({ table, i })).toSorted((a, b) => b.table.box.y1 - a.table.box.y1)
  for (const { table, i } of order) {
    const under = body.filter((row) => (row.box.y0 + row.box.y1) / 2 > table.box.y1)
    if (under.length > ROWS_BELOW || under.filter(saysAmount).length > AMOUNTS_BELOW) return null
    if (table.columns >= 3) return i
  }
  return null
}

function topDown(page: Page): readonly (readonly [number, Table])[] {
  return page.tables.map((table, i) => [i, table] as const).toSorted(([, a], [, b]) => a.box.y0 - b.box.y0)
}

/** The table in which a chain of tables begins: it has the captions. */
function headOf(pages: readonly Page[], page: Page, at: number): Table {
  const table = page.tables[at]!
  const { continues } = table
  const from = continues && pages.find(({ index }) => index === continues.page)
  return from ? headOf(pages, from, continues.table) : table
}

function goesOn(upper: Table, table: Table, repeated: number, above: readonly VisualRow[], below: readonly VisualRow[]): boolean {
  const columns = sameColumns(columnsOf(upper), columnsOf(table))
  if (columns === 'no' && repeated === 0) return false
  const counted = numbering(upper)
  const next = counted && numbersIn(table, counted.column)[0]
  if (counted && next !== undefined && next !== null) {
    if (next === counted.last + 1) return true
    if (next <= counted.last) return false
  }
  const over = below.filter((row) => (row.box.y0 + row.box.y1) / 2 < table.box.y0)
  const sure = columns === 'place' || repeated > 0
  return isFull(above) && over.length <= (sure ? ROWS_ABOVE_SURE : ROWS_ABOVE) && over.filter(saysAmount).length <= AMOUNTS_BELOW
}

function isFull(body: readonly VisualRow[]): boolean {
  return Math.max(0, ...body.map(({ box }) => box.y1)) >= FULL
}

function saysAmount(row: VisualRow): boolean {
  return row.lines.some(({ text }) => hasAmount(text))
}

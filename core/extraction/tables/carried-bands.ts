import { columnsOf } from '../../layout/index.ts'
import type { Table } from '../../reading.ts'
import type { TextPage } from '../labels/document-text.ts'
import type { Band } from './column-bands.ts'

/** A table of a page that carries on one of an earlier page, with the table that the captions stand over. */
export interface CarriedTable {
  readonly table: Table
  readonly head: Table
  readonly headPage: TextPage
}

/** The first table of the page that goes on from an earlier one, and where it began; null when none does. */
export function carriedTable(page: TextPage, pages: readonly TextPage[]): CarriedTable | null {
  const table = page.page.tables.find(({ continues }) => continues)
  let from = table?.continues
  for (;;) {
    const headPage = from && pages.find(({ index }) => index === from!.page)
    const head = from && headPage?.page.tables[from.table]
    if (!table || !headPage || !head) return null
    if (!head.continues) return { table, head, headPage }
    from = head.continues
  }
}

/**
 * The columns of a table with captions, as they lie where it goes on: sheets may be moved sideways for binding or have columns of other widths. The bands
 * stay as they are where the tables have different numbers of columns.
 */
export function carriedBands<Kind extends string>(
  bands: readonly Band<Kind>[],
  carried: CarriedTable,
  page: TextPage,
): readonly Band<Kind>[] {
  const [upper, lower] = [columnsOf(carried.head), columnsOf(carried.table)]
  if (upper.length !== lower.length) return bands
  const owners = upper.map(({ x0, x1 }) => {
    const middle = ((x0 + x1) / 2) * carried.headPage.aspect
    return bands.findIndex((band) => middle >= band.x0 && middle < band.x1)
  })
  // Each band needs a column of its own, or nothing is known of where it went.
  if (bands.some((_, i) => !owners.includes(i))) return bands
  return bands.map((band, i) => ({
    ...band,
    x0: i === 0 ? band.x0 : Math.min(...lower.filter((_, c) => owners[c] === i).map(({ x0 }) => x0)) * page.aspect,
    x1: i === bands.length - 1 ? band.x1 : Math.max(...lower.filter((_, c) => owners[c] === i).map(({ x1 }) => x1)) * page.aspect,
  }))
}

import { boundingBox, coverage } from '../../core/geometry.ts'
import type { Page } from '../../core/reading.ts'
import type { PrintedTable } from './read-cells.ts'

/** Counts of tables that carry on another: printed so, said to be so, and said rightly. */
export interface LinkScore {
  readonly truth: number
  readonly found: number
  readonly correct: number
}

/** A link is right when both its ends are the tables found where the printed ones stand. */
export function scoreLinks(printed: readonly PrintedTable[], pages: readonly Page[]): LinkScore {
  const places = printed.map((table) => placeOf(table, pages))
  const truth = printed.flatMap((table, i) => (table.continues ? [`${places[i - 1]} > ${places[i]}`] : []))
  const found = pages.flatMap((page) =>
    page.tables.flatMap(({ continues }, i) => (continues ? [`${continues.page}/${continues.table} > ${page.index}/${i}`] : [])),
  )
  return { truth: truth.length, found: found.length, correct: truth.filter((link) => found.includes(link)).length }
}

/** Page and number of the found table that covers the printed one best; `nothing` where none covers half of its text. */
function placeOf({ page, cells }: PrintedTable, pages: readonly Page[]): string {
  const box = boundingBox(cells.flatMap(({ content }) => (content ? [content] : [])))
  const tables = pages.find(({ index }) => index === page)?.tables ?? []
  const shares = tables.map((table) => coverage(box, table.box))
  const best = shares.indexOf(Math.max(...shares))
  return best >= 0 && shares[best]! > 0.5 ? `${page}/${best}` : 'nothing'
}

import { overlap } from '../geometry.ts'
import type { Line, Page, Running, Table } from '../reading.ts'
import { alike } from './alike-text.ts'
import { hasAmount } from './amount-text.ts'
import { gapTables } from './gap-tables.ts'
import { columnsOf } from './table-columns.ts'
import { type VisualRow, visualRows } from './visual-rows.ts'

const REACH = 2 // sheets printed on both sides have their heads on every second page
const SAME_PLACE = 0.01 // of the page
const NEAR = 4 // row heights between captions and the first row
const MOST = 0.6 // of the columns have a caption
const COPY = 0.9 // share of the rows: a page that is (nearly) the other one has no head or foot, it is a copy

/**
 * Lines that stand on several pages in the same place with the same text, up to digits (page numbers, dates): the rows at the top of a page before
 * the first row of its own, and those at its foot. They are only marked: what a letterhead says is still a value.
 */
export function markRunning(pages: readonly Page[]): readonly Page[] {
  const rows = pages.map((page) => visualRows(page.lines))
  return pages.map((page, at) => {
    const { running: _, ...plain } = page
    const others = rows.filter((_, i) => i !== at && Math.abs(i - at) <= REACH)
    const running = runningOf(page, rows[at]!, others)
    return running.heads.length + running.feet.length > 0 ? withTables({ ...plain, running }) : plain
  })
}

/** A running line is no row of a table, and would hide its columns. */
function withTables(page: Page): Page {
  const ruled = page.tables.filter((table) => table.ruled)
  const lines = bodyOf(page).flatMap((row) => row.lines)
  return { ...page, tables: [...ruled, ...gapTables(lines, ruled, page.widthPx / page.heightPx)] }
}

function runningOf(page: Page, rows: readonly VisualRow[], others: readonly (readonly VisualRow[])[]): Running {
  const found = others.map((other) => {
    const lines = other.flatMap((row) => row.lines)
    const differs = (row: VisualRow) => !row.lines.every((line) => lines.some((one) => sameLine(line, one)))
    const heads = countUntil(rows, differs)
    const feet = Math.min(countUntil(rows.toReversed(), differs), rows.length - heads)
    const copied = heads + feet >= COPY * rows.length && rows.length > 3
    return copied ? { heads: 0, feet: 0 } : { heads, feet }
  })
  const indices = (of: readonly VisualRow[]) => of.flatMap((row) => row.lines.map((line) => page.lines.indexOf(line)))
  const heads = withoutCaptions(page, rows, Math.max(0, ...found.map((one) => one.heads)))
  const feet = Math.max(0, ...found.map((one) => one.feet))
  return { heads: indices(rows.slice(0, heads)), feet: indices(feet === 0 ? [] : rows.slice(-feet)) }
}

function countUntil(rows: readonly VisualRow[], ends: (row: VisualRow) => boolean): number {
  const end = rows.findIndex(ends)
  return end < 0 ? rows.length : end
}

/** The captions of a table that goes on over the pages look like a running head: they belong to the rows under them. */
function withoutCaptions(page: Page, rows: readonly VisualRow[], count: number): number {
  if (count === 0) return 0
  const under = rows.slice(count).flatMap((row) => row.lines)
  const ruled = page.tables.filter((table) => table.ruled)
  const tables = [...ruled, ...gapTables(under, ruled, page.widthPx / page.heightPx)]
  let heads = count
  while (heads > 0 && tables.some((table) => isCaption(rows[heads - 1]!, table))) heads--
  return heads
}

function isCaption({ box, lines }: VisualRow, table: Table): boolean {
  const middle = (box.y0 + box.y1) / 2
  if (table.ruled && middle > table.box.y0) return middle < table.box.y1
  const near = table.box.y0 - box.y1 < NEAR * (box.y1 - box.y0) && middle < table.box.y1
  const columns = columnsOf(table)
  const taken = lines.map((line) => columns.filter(({ x0, x1 }) => overlap(x0, x1, line.box.x0, line.box.x1) > 0))
  return near && taken.every((under) => under.length === 1) && new Set(taken.flat()).size >= MOST * columns.length
}

function sameLine(a: Line, b: Line): boolean {
  const place =
    Math.abs(a.box.y0 - b.box.y0) <= SAME_PLACE &&
    [a.box.x0 - b.box.x0, a.box.x1 - b.box.x1, (a.box.x0 + a.box.x1 - b.box.x0 - b.box.x1) / 2].some((d) => Math.abs(d) <= SAME_PLACE)
  if (!place) return false
  // An amount that differs is a value of its page; other figures count pages and minutes.
  return a.text === b.text || (!hasAmount(a.text) && !hasAmount(b.text) && alike(a.text, b.text))
}

/** The page's rows without the running ones, top to bottom. */
export function bodyOf(page: Page): readonly VisualRow[] {
  const out = new Set([...(page.running?.heads ?? []), ...(page.running?.feet ?? [])])
  return visualRows(page.lines.filter((_, i) => !out.has(i)))
}

import type { Block, Line, Page, PageRef, PageWords } from '../reading.ts'
import { gapTables } from './gap-tables.ts'
import { groupBlocks } from './group-blocks.ts'
import { groupLines } from './group-lines.ts'
import { readingOrder } from './reading-order.ts'
import { readingUnits } from './reading-units.ts'
import { ruledTables } from './ruled-tables.ts'

/** Words of a page → lines, blocks and tables in reading order. */
export function layOutPage(page: PageWords): Page {
  const aspect = page.widthPx / page.heightPx
  const found = groupLines(page.words, aspect, page.source)
  const ruled = ruledTables(page.rules, page.words)
  const tables = [...ruled, ...gapTables(found, ruled, aspect)]
  const blocks = groupBlocks(found, aspect)
  const units = readingUnits(found, blocks, tables)
  const order = readingOrder(units, { em: lineHeight(found), aspect }).flatMap((i) => units[i]!.lines)
  const place = new Map(order.map((line, at) => [line, at]))
  const first = ({ lines }: Block) => Math.min(...lines.map((i) => place.get(i)!))
  return {
    index: page.index,
    widthPx: page.widthPx,
    heightPx: page.heightPx,
    source: page.source,
    engine: page.engine,
    lines: order.map((i) => found[i]!),
    blocks: blocks.toSorted((a, b) => first(a) - first(b)).map((b) => ({ box: b.box, lines: b.lines.map((i) => place.get(i)!) })),
    tables,
    error: null,
  }
}

/** Median height; 0.01 of the page where there are no lines. */
function lineHeight(lines: readonly Line[]): number {
  const heights = lines.map(({ box }) => box.y1 - box.y0).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0.01
}

/** A page that could not be read stays in the reading as a hole: the others keep their numbers. */
export function unreadPage(page: PageRef, error: { readonly code: string; readonly message: string }): Page {
  const { index, widthPx, heightPx } = page
  return { index, widthPx, heightPx, source: 'none', engine: null, lines: [], blocks: [], tables: [], error }
}

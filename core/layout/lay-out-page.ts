import type { Page, PageRef, PageWords } from '../reading.ts'
import { gapTables } from './gap-tables.ts'
import { groupBlocks } from './group-blocks.ts'
import { groupLines } from './group-lines.ts'
import { readingOrder } from './reading-order.ts'
import { ruledTables } from './ruled-tables.ts'

/** Words of a page → lines, blocks and tables in reading order. */
export function layOutPage(page: PageWords): Page {
  const aspect = page.widthPx / page.heightPx
  const found = groupLines(page.words, aspect, page.source)
  const blocks = groupBlocks(found, aspect)
  const ordered = readingOrder(blocks.map((b) => b.box)).map((i) => blocks[i]!)
  const order = ordered.flatMap((b) => b.lines)
  const place = new Map(order.map((line, at) => [line, at]))
  const lines = order.map((i) => found[i]!)
  const ruled = ruledTables(page.rules, page.words)
  return {
    index: page.index,
    widthPx: page.widthPx,
    heightPx: page.heightPx,
    source: page.source,
    engine: page.engine,
    lines,
    blocks: ordered.map((b) => ({ box: b.box, lines: b.lines.map((i) => place.get(i)!) })),
    tables: [...ruled, ...gapTables(lines, ruled, aspect)],
    error: null,
  }
}

/** A page that could not be read stays in the reading as a hole: the others keep their numbers. */
export function unreadPage(page: PageRef, error: { readonly code: string; readonly message: string }): Page {
  const { index, widthPx, heightPx } = page
  return { index, widthPx, heightPx, source: 'none', engine: null, lines: [], blocks: [], tables: [], error }
}

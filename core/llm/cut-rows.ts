import { type NumberedRow, printRow } from './numbered-rows.ts'

/** A part of a long document that one call reads. `context`: caption rows of the table in whose middle the part begins. */
export interface DocumentPart {
  readonly context: readonly NumberedRow[]
  readonly rows: readonly NumberedRow[]
}

const LETTERS_PER_TOKEN = 2.5 // Cyrillic and figures; Latin prose has about 4, so this errs on the safe side
const LEAST_FILLED = 0.6 // of the budget, before a good place to cut is looked for

export function tokensOf(text: string): number {
  return Math.ceil(text.length / LETTERS_PER_TOKEN)
}

/**
 * Cuts between rows, never inside one, so that each part stays within the budget of tokens: before a new page if one begins in the last two fifths of
 * the part, else before a clause, a gap, or any row. A single row above the budget is a part of its own.
 */
export function cutRows(rows: readonly NumberedRow[], budgetTokens: number): readonly DocumentPart[] {
  const sizes = rows.map((row) => tokensOf(printRow(row, ({ text }) => text)) + 1)
  const parts: DocumentPart[] = []
  for (let from = 0; from < rows.length; ) {
    const context = captionsAbove(rows, from)
    const spent = context.reduce((sum, row) => sum + tokensOf(printRow(row, ({ text }) => text)), 0)
    const to = endOf(sizes, from, budgetTokens - spent)
    const cut = to === rows.length ? to : bestCut(rows, sizes, from, to, budgetTokens)
    parts.push({ context, rows: rows.slice(from, cut) })
    from = cut
  }
  return parts
}

/** The first row that no longer fits; at least one row is taken. */
function endOf(sizes: readonly number[], from: number, budget: number): number {
  let sum = 0
  let to = from
  while (to < sizes.length && (to === from || sum + sizes[to]! <= budget)) sum += sizes[to++]!
  return to
}

function bestCut(rows: readonly NumberedRow[], sizes: readonly number[], from: number, to: number, budget: number): number {
  let best = to
  let sum = 0
  for (let at = from; at <= to; at++) {
    const good = sum >= LEAST_FILLED * budget && at > from
    if (good && rows[at]!.cutBefore >= rows[best]!.cutBefore) best = at
    sum += sizes[at] ?? 0
  }
  return best
}

function captionsAbove(rows: readonly NumberedRow[], from: number): readonly NumberedRow[] {
  const { table, caption } = rows[from]!
  if (from === 0 || table === null || caption) return []
  // A table that goes on over the page has another number there: the last captions above are the ones that hold.
  const above = rows.slice(0, from)
  const last = above.findLastIndex((row) => row.caption)
  if (last < 0) return []
  return above.filter((row) => row.caption && row.table === above[last]!.table)
}

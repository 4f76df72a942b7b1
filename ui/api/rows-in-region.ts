import type { Candidate } from '../../core/field.ts'
import { type Box, centre } from '../../core/geometry.ts'
import { layOutPage } from '../../core/layout/index.ts'
import { parsePath } from '../../core/paths.ts'
import type { Line, Page, Reading, Rule, Word } from '../../core/reading.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { PointedValue } from './pointed-value.ts'

/** One row of the table, by column: `net` is the type's field `lines[].net`. */
export type PointedRow = Readonly<Record<string, PointedValue>>

/**
 * The rows that the type's own table reader finds when it sees nothing but a region of one page (fractions of the page). What else is printed there or
 * elsewhere cannot mislead it; only the notation of numbers is still that of the whole document. Empty where it finds no rows.
 * `guides`: where a person says that columns part, as shares of the page's width.
 */
export function rowsInRegion(
  reading: Reading,
  page: number,
  region: Box,
  type: Pick<DocumentType, 'readPages'>,
  guides: readonly number[] = [],
): readonly PointedRow[] {
  const whole = reading.pages.find(({ index }) => index === page)
  const cut = whole && cutOut(whole, region, guides)
  if (!cut) return []
  const read = type.readPages({ pages: [cut, notationOf(reading, whole, region)] })
  const cells = read.flatMap((candidate) => {
    const cell = cellOf(candidate, page)
    return cell ? [{ ...cell, candidate }] : []
  })
  const rows = Map.groupBy(cells, ({ row }) => row)
  return [...rows].toSorted(([a], [b]) => a - b).map(([, own]) => rowOf(own))
}

/** The page as if nothing stood outside of the region; drawn tables in it stay drawn, unless a person draws the columns. */
function cutOut(page: Page, region: Box, guides: readonly number[]): Page | null {
  const words = page.lines.flatMap((line) => line.words).filter(({ box }) => isIn(box, region))
  if (words.length === 0) return null
  const { index, widthPx, heightPx, source, engine } = page
  const rules = guides.length > 0 ? rulesFor(words, region, guides) : []
  const cut = layOutPage({ index, widthPx, heightPx, source, engine, words, rules })
  if (guides.length > 0) return cut
  const drawn = page.tables.filter(({ ruled, box }) => ruled && isIn(box, region))
  return drawn.length > 0 ? { ...cut, tables: drawn } : cut
}

const HAIR = 0.001 // of the page: a drawn line

/** The lines of a table that a person has divided into columns: down at the guides, across between the rows of words, and around it. */
function rulesFor(words: readonly Word[], { x0, y0, x1, y1 }: Box, guides: readonly number[]): readonly Rule[] {
  const columns = guides.filter((x) => x > x0 && x < x1)
  const down = [x0, ...columns, x1].map((x) => ({ x0: x, x1: x + HAIR, y0, y1 }))
  const between: number[] = []
  let foot: number | null = null
  for (const word of words.toSorted((a, b) => centre(a.box).y - centre(b.box).y)) {
    if (foot !== null && centre(word.box).y > foot) between.push((foot + Math.max(foot, word.box.y0)) / 2)
    foot = Math.max(foot ?? 0, word.box.y1)
  }
  return [...down, ...[y0, ...between, y1].map((y) => ({ x0, x1, y0: y, y1: y + HAIR }))]
}

/** Every number of the document outside of the region, alone on its line: «1,234» is read as the others of the document show, and no row is made of it. */
function notationOf({ pages }: Reading, whole: Page, region: Box): Page {
  const lines = pages.flatMap((page) =>
    page.lines
      .flatMap((line) => line.words)
      .filter(({ text, box }) => /\d[.,]\d/.test(text) && !(page === whole && isIn(box, region)))
      .map((word): Line => ({ text: word.text, box: word.box, confidence: word.confidence, words: [word] })),
  )
  const { index: _, running: __, ...facts } = whole
  return { ...facts, index: NOWHERE, lines, blocks: [], tables: [], codes: [], regions: [] }
}

/** Page number of the numbers that only show the notation; no file has so many pages. */
const NOWHERE = 1_000_000

function cellOf({ path, evidence }: Candidate, page: number): { readonly row: number; readonly column: string } | null {
  const [list, row, ...column] = parsePath(path)
  const here = evidence.length > 0 && evidence.every((place) => place.page === page)
  return list === 'lines' && typeof row === 'number' && here ? { row, column: column.join('.') } : null
}

/** Where several values were found for a cell, the surest one. */
function rowOf(cells: readonly { readonly column: string; readonly candidate: Candidate }[]): PointedRow {
  const surest = cells.toSorted((a, b) => a.candidate.score - b.candidate.score)
  return Object.fromEntries(surest.map(({ column, candidate: { value, raw, evidence } }) => [column, { value, raw, evidence }]))
}

function isIn(box: Box, { x0, y0, x1, y1 }: Box): boolean {
  const { x, y } = centre(box)
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}

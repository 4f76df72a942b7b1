import type { Candidate } from '../../core/field.ts'
import { type Box, centre } from '../../core/geometry.ts'
import { layOutPage } from '../../core/layout/index.ts'
import { parsePath } from '../../core/paths.ts'
import type { Line, Page, Reading } from '../../core/reading.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { PointedValue } from './pointed-value.ts'

/** One row of the table, by column: `net` is the type's field `lines[].net`. */
export type PointedRow = Readonly<Record<string, PointedValue>>

/**
 * The rows that the type's own table reader finds when it sees nothing but a region of one page (fractions of the page). What else is printed there or
 * elsewhere cannot mislead it; only the notation of numbers is still that of the whole document. Empty where it finds no rows.
 */
export function rowsInRegion(reading: Reading, page: number, region: Box, type: Pick<DocumentType, 'readPages'>): readonly PointedRow[] {
  const whole = reading.pages.find(({ index }) => index === page)
  const cut = whole && cutOut(whole, region)
  if (!cut) return []
  const read = type.readPages({ pages: [cut, notationOf(reading, whole, region)] })
  const cells = read.flatMap((candidate) => {
    const cell = cellOf(candidate, page)
    return cell ? [{ ...cell, candidate }] : []
  })
  const rows = Map.groupBy(cells, ({ row }) => row)
  return [...rows].toSorted(([a], [b]) => a - b).map(([, own]) => rowOf(own))
}

/** The page as if nothing stood outside of the region; drawn tables in it stay drawn. */
function cutOut(page: Page, region: Box): Page | null {
  const words = page.lines.flatMap((line) => line.words).filter(({ box }) => isIn(box, region))
  if (words.length === 0) return null
  const { index, widthPx, heightPx, source, engine } = page
  const cut = layOutPage({ index, widthPx, heightPx, source, engine, words, rules: [] })
  const drawn = page.tables.filter(({ ruled, box }) => ruled && isIn(box, region))
  return drawn.length > 0 ? { ...cut, tables: drawn } : cut
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

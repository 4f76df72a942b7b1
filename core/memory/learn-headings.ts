import { indexPrinted } from '../extraction/ground.ts'
import { captionKey, documentText, placeOf, sameRow, type TextLine, type TextPage, type TextWord } from '../extraction/labels/index.ts'
import type { Candidate, Evidence } from '../field.ts'
import { type Box, boundingBox, coverage, overlap } from '../geometry.ts'
import type { Reading } from '../reading.ts'
import { parseDecimal } from '../values/index.ts'
import type { ApprovedField, Heading } from './lesson.ts'

const CELL = /^(\w+)\[(\d+)\]\.(.+)$/
const REACH = 8 // line heights between the first row and its headings
const APART = 0.75 // line heights between two headings of a row
const LONGEST = 40 // letters and digits of a key; longer is prose

/**
 * The headings over columns whose cells a person had to correct. Kept only if the rows are read better with them than without on the page they come from.
 * @param approved all cells of lists as a person left them; their places may be missing, a row is found by any cell that has one
 * @param read the type's reader of pages, told these headings
 */
export function learnHeadings(
  reading: Reading,
  approved: readonly ApprovedField[],
  read: (headings: readonly Heading[]) => readonly Candidate[],
): readonly Heading[] {
  const cells = approved.filter(({ path }) => CELL.test(path))
  if (!cells.some(({ corrected }) => corrected)) return []
  const found = headingsOver(reading, cells)
  const headings = found.filter(({ key }) => found.filter((other) => other.key === key).length === 1)
  const right = (with_: readonly Heading[]) => rightCells(cells, read(with_))
  return headings.length > 0 && right(headings) > right([]) ? headings : []
}

function rightCells(cells: readonly ApprovedField[], candidates: readonly Candidate[]): number {
  const best = new Map<string, Candidate>()
  for (const one of candidates) if (one.score > (best.get(one.path)?.score ?? -1)) best.set(one.path, one)
  return cells.filter(({ path, value }) => sameCell(best.get(path)?.value ?? null, value)).length
}

function sameCell(a: unknown, b: unknown): boolean {
  return a === b || (a !== null && b !== null && a !== '' && b !== '' && Number(a) === Number(b))
}

interface PlacedCell {
  readonly column: string
  readonly row: number
  readonly page: TextPage
  readonly at: Box
}

function headingsOver(reading: Reading, cells: readonly ApprovedField[]): readonly Heading[] {
  const placed = placeCells(reading, cells)
  const first = placed.toSorted((a, b) => a.page.index - b.page.index || a.at.y0 - b.at.y0)[0]
  if (!first) return []
  const onPage = placed.filter(({ page }) => page === first.page)
  const columns = [...Map.groupBy(onPage, ({ column }) => column)].map(([column, own]) => ({
    column,
    at: boundingBox(own.map(({ at }) => at)),
  }))
  return columns.flatMap(({ column, at }) => {
    const key = headingOver(
      first.page,
      { ...at, y0: first.at.y0 },
      columns.filter((other) => other.column !== column).map((other) => other.at),
    )
    return key === null ? [] : [{ path: column, key }]
  })
}

/** Cells where they are printed: by their evidence; a typed one by its value on the row of another cell. */
function placeCells(reading: Reading, cells: readonly ApprovedField[]): readonly PlacedCell[] {
  const text = documentText(reading)
  const printed = indexPrinted(reading)
  return [...Map.groupBy(cells, ({ path }) => CELL.exec(path)!.slice(1, 3).join(' '))].flatMap(([, row]) => {
    const known = row.flatMap((cell) => {
      const place = cell.evidence[0] ?? (cell.kind === 'name' || cell.kind === 'text' ? printed.find(String(cell.value)) : null)
      const found = place && wordsAt(text.pages, place)
      return found ? [{ cell, ...found }] : []
    })
    const anchor = known[0]
    if (!anchor) return []
    return row.flatMap((cell): readonly PlacedCell[] => {
      const own = known.find((one) => one.cell === cell) ?? onRow(cell, anchor.page, anchor.at)
      const [, list, index, rest] = CELL.exec(cell.path)!
      return own ? [{ column: `${list}[].${rest}`, row: Number(index), page: own.page, at: own.at }] : []
    })
  })
}

function wordsAt(pages: readonly TextPage[], { page, box }: Evidence): { readonly page: TextPage; readonly at: Box } | null {
  const on = pages.find(({ index }) => index === page)
  if (!on || box === null) return null
  for (const line of on.lines) {
    const inside = line.words.filter(({ word }) => coverage(word.box, box) > 0.5)
    const [from, to] = [inside[0], inside.at(-1)]
    if (from && to) return { page: on, at: placeOf({ line, from: from.from, to: to.to }) }
  }
  return null
}

function onRow({ value }: ApprovedField, page: TextPage, row: Box): { readonly page: TextPage; readonly at: Box } | null {
  const words = page.lines.filter((line) => sameRow(line.at, row)).flatMap((line) => line.words)
  const same = words.filter(({ word }) => printsValue(word.text, String(value)))
  // Two words of one value on the row: nobody knows which was meant.
  return same.length === 1 ? { page, at: same[0]!.at } : null
}

function printsValue(text: string, value: string): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return captionKey(text) === captionKey(value)
  return (['.', ','] as const).some((decimal) => {
    const parsed = parseDecimal(text.replace(/[%€$£₽]/g, ''), { decimal })
    return parsed.kind === 'value' && Number(parsed.value) === Number(value)
  })
}

/** The words right over a column, as far as they belong together and to no other column. */
function headingOver(page: TextPage, column: Box, others: readonly Box[]): string | null {
  const em = column.y1 - column.y0
  const above = page.lines
    .filter((line) => line.at.y1 <= column.y0 + 0.3 * line.em && line.at.y1 > column.y0 - REACH * Math.min(line.em, em))
    .toSorted((a, b) => b.at.y1 - a.at.y1)
  for (const line of above) {
    const over = line.words.findIndex(({ at }) => shared(at, column) > 0)
    if (over < 0) continue
    const key = captionKey(
      runAround(line, over, column, others)
        .map(({ word }) => word.text)
        .join(' '),
    )
    return /\p{L}{2}|%/u.test(key) && !/\d{2}/.test(key) && key.length <= LONGEST ? key : null
  }
  return null
}

function runAround(line: TextLine, at: number, column: Box, others: readonly Box[]): readonly TextWord[] {
  const mine = ({ at: box }: TextWord) => others.every((other) => shared(box, other) <= shared(box, column))
  let [from, to] = [at, at]
  const joins = (a: number, b: number) => line.words[b]!.at.x0 - line.words[a]!.at.x1 < APART * line.em
  while (from > 0 && joins(from - 1, from) && mine(line.words[from - 1]!)) from--
  while (to + 1 < line.words.length && joins(to, to + 1) && mine(line.words[to + 1]!)) to++
  return line.words.slice(from, to + 1)
}

function shared(a: Box, b: Box): number {
  return overlap(a.x0, a.x1, b.x0, b.x1)
}

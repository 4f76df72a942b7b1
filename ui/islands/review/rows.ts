import { type CellPlace, NO_PLACE, placeOn } from './cell-place.ts'
import type { Input } from './fields.ts'
import type { Region } from './fill.ts'
import { addRow } from './lines.ts'
import { placesOf } from './viewer.ts'

/** Sets a cell, with the place of its text on the page, and tells the desk about it. */
export type Change = (input: Input, value: string, place: CellPlace) => void

interface CellText {
  readonly value: string
  readonly place: CellPlace
}

/** The texts of a row by column: `net`. */
export type RowTexts = (column: string) => CellText

/**
 * Rows of the grid are edited as in a spreadsheet by moving their texts: the names under which cells are sent stay in order, and the same form works
 * without script. Places on the page move along with the texts.
 */
export function insertAbove(form: HTMLFormElement, at: Element, change: Change): Input | null {
  const row = rowOf(at)
  if (!row || addRow(form) === null) return null
  const rows = below(row)
  for (let i = rows.length - 1; i > 0; i--) copy(rows[i - 1]!, rows[i]!, change)
  for (const cell of cellsOf(row)) put(cell, EMPTY, change)
  return cellsOf(row)[0] ?? null
}

/** Exchanges a row with its neighbour; returns the same cell in its new row. */
export function moveRow(at: Element, down: boolean, change: Change): Input | null {
  const row = rowOf(at)
  const other = (down ? row?.nextElementSibling : row?.previousElementSibling) as HTMLTableRowElement | null
  if (!row || !other) return null
  const [mine, theirs] = [textsOf(row), textsOf(other)]
  cellsOf(row).forEach((cell, i) => {
    put(cell, theirs[i] ?? EMPTY, change)
  })
  cellsOf(other).forEach((cell, i) => {
    put(cell, mine[i] ?? EMPTY, change)
  })
  return cellsOf(other)[cellsOf(row).indexOf(at as Input)] ?? null
}

/** Cells copied from a spreadsheet: tabs go right, lines go down; rows that are missing are added. False = one plain value, left to the browser. */
export function pasteCells(form: HTMLFormElement, at: Input, text: string, change: Change): boolean {
  const block = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  let row = rowOf(at)
  if (!row || (block.length === 1 && block[0]?.length === 1)) return false
  const column = cellsOf(row).indexOf(at)
  for (const line of block) {
    if (!row) break
    const cells = cellsOf(row)
    line.forEach((value, i) => {
      const cell = cells[column + i]
      if (cell) put(cell, { value: value.trim(), place: NO_PLACE }, change)
    })
    if (!row.nextElementSibling) addRow(form)
    row = row.nextElementSibling as HTMLTableRowElement | null
  }
  return true
}

/**
 * Puts rows that were read in a region in the place of those that stood there; where none did, in the order of the page. Struck out rows keep their texts.
 * Returns the first cell of the first row.
 */
export function putRows(form: HTMLFormElement, rows: readonly RowTexts[], region: Region, change: Change): Input | null {
  const had = filledRows(form)
  const stood = had.findIndex((row) => standsIn(row, region))
  const after = stood < 0 ? had.findIndex((row) => comesAfter(row, region)) : stood
  const at = after < 0 ? had.length : after
  const left = (some: readonly HTMLTableRowElement[]) => some.filter((row) => !standsIn(row, region)).map(textsByColumn)
  const before = left(had.slice(0, at))
  writeRows(form, [...before, ...rows, ...left(had.slice(at))], change)
  const first = standingRows(form)[before.length]
  return first ? (cellsOf(first)[0] ?? null) : null
}

/** The rows that are not struck out and hold anything. */
export function filledRows(form: HTMLFormElement): readonly HTMLTableRowElement[] {
  return standingRows(form).filter((row) => cellsOf(row).some(({ value }) => value !== ''))
}

function standingRows(form: HTMLFormElement): readonly HTMLTableRowElement[] {
  return [...form.querySelectorAll<HTMLTableRowElement>('[data-growing] tbody tr:not(.gone)')]
}

/** Puts the texts into the rows in order; rows that are missing are added, rows beyond them become empty. One empty row stays at the end. */
export function writeRows(form: HTMLFormElement, texts: readonly RowTexts[], change: Change): void {
  while (standingRows(form).length <= texts.length) if (addRow(form) === null) break
  standingRows(form).forEach((row, i) => {
    for (const cell of cellsOf(row)) put(cell, texts[i]?.(columnOf(cell)) ?? EMPTY, change)
  })
}

export function textsByColumn(row: HTMLTableRowElement): RowTexts {
  const texts = new Map(cellsOf(row).map((cell) => [columnOf(cell), { value: cell.value, place: placeOn(cell) }]))
  return (column) => texts.get(column) ?? EMPTY
}

/** `net` of `field:lines[3].net`. */
export function columnOf({ name }: Input): string {
  return /\]\.(.+)$/.exec(name)?.[1] ?? ''
}

function standsIn(row: HTMLTableRowElement, { page, y0, y1 }: Region): boolean {
  return placesIn(row).some((place) => place.page === page && (place.y0 + place.y1) / 2 >= y0 && (place.y0 + place.y1) / 2 <= y1)
}

function comesAfter(row: HTMLTableRowElement, { page, y1 }: Region): boolean {
  const places = placesIn(row)
  return places.length > 0 && places.every((place) => place.page > page || (place.page === page && place.y0 >= y1))
}

function placesIn(row: HTMLTableRowElement) {
  return [...row.querySelectorAll('[data-path]')].flatMap(placesOf)
}

/** Strikes the row out, or takes that back. */
export function toggleRow(at: Element): boolean {
  const box = rowOf(at)?.querySelector<HTMLInputElement>('[data-delete]')
  box?.click()
  return box !== null && box !== undefined
}

function copy(from: HTMLTableRowElement, to: HTMLTableRowElement, change: Change): void {
  const texts = textsOf(from)
  cellsOf(to).forEach((cell, i) => {
    put(cell, texts[i] ?? EMPTY, change)
  })
}

function put(cell: Input, { value, place }: CellText, change: Change): void {
  const now = placeOn(cell)
  if (cell.value !== value || now.box !== place.box || now.pointed !== place.pointed) change(cell, value, place)
}

function textsOf(row: HTMLTableRowElement): readonly CellText[] {
  return cellsOf(row).map((cell) => ({ value: cell.value, place: placeOn(cell) }))
}

const EMPTY: CellText = { value: '', place: NO_PLACE }

export function cellsOf(row: HTMLTableRowElement): readonly Input[] {
  return [...row.querySelectorAll<Input>('[name^="field:"]')]
}

export function rowOf(at: Element): HTMLTableRowElement | null {
  return at.closest<HTMLTableRowElement>('[data-growing] tbody tr')
}

function below(row: HTMLTableRowElement): readonly HTMLTableRowElement[] {
  const rows = [row]
  for (let next = row.nextElementSibling; next; next = next.nextElementSibling) rows.push(next as HTMLTableRowElement)
  return rows
}

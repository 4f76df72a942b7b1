import type { Input } from './fields.ts'
import { addRow } from './lines.ts'

/** Sets a cell and tells the desk about it. */
type Change = (input: Input, value: string) => void

/**
 * Rows of the grid are edited as in a spreadsheet by moving their texts: the names under which cells are sent stay in order, and the same form works
 * without script. Places on the page move along with the texts.
 */
export function insertAbove(form: HTMLFormElement, at: Element, change: Change): Input | null {
  const row = rowOf(at)
  if (!row || addRow(form) === null) return null
  const rows = below(row)
  for (let i = rows.length - 1; i > 0; i--) copy(rows[i - 1]!, rows[i]!, change)
  for (const cell of cellsOf(row)) put(cell, '', '', change)
  return cellsOf(row)[0] ?? null
}

/** Exchanges a row with its neighbour; returns the same cell in its new row. */
export function moveRow(at: Element, down: boolean, change: Change): Input | null {
  const row = rowOf(at)
  const other = (down ? row?.nextElementSibling : row?.previousElementSibling) as HTMLTableRowElement | null
  if (!row || !other) return null
  const [mine, theirs] = [textsOf(row), textsOf(other)]
  cellsOf(row).forEach((cell, i) => {
    put(cell, theirs[i]?.value ?? '', theirs[i]?.box ?? '', change)
  })
  cellsOf(other).forEach((cell, i) => {
    put(cell, mine[i]?.value ?? '', mine[i]?.box ?? '', change)
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
      if (cell) put(cell, value.trim(), '', change)
    })
    if (!row.nextElementSibling) addRow(form)
    row = row.nextElementSibling as HTMLTableRowElement | null
  }
  return true
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
    put(cell, texts[i]?.value ?? '', texts[i]?.box ?? '', change)
  })
}

function put(cell: Input, value: string, box: string, change: Change): void {
  const holder = cell.closest<HTMLElement>('[data-path]')
  if (holder) holder.dataset.box = box
  if (cell.value !== value) change(cell, value)
}

function textsOf(row: HTMLTableRowElement): readonly { readonly value: string; readonly box: string }[] {
  return cellsOf(row).map((cell) => ({ value: cell.value, box: cell.closest<HTMLElement>('[data-path]')?.dataset.box ?? '' }))
}

function cellsOf(row: HTMLTableRowElement): readonly Input[] {
  return [...row.querySelectorAll<Input>('[name^="field:"]')]
}

function rowOf(at: Element): HTMLTableRowElement | null {
  return at.closest<HTMLTableRowElement>('[data-growing] tbody tr')
}

function below(row: HTMLTableRowElement): readonly HTMLTableRowElement[] {
  const rows = [row]
  for (let next = row.nextElementSibling; next; next = next.nextElementSibling) rows.push(next as HTMLTableRowElement)
  return rows
}

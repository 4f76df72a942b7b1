import { type CellPlace, NO_PLACE } from './cell-place.ts'
import type { Input } from './fields.ts'
import { type Change, cellsOf, columnOf, filledRows, type RowTexts, rowOf, textsByColumn, writeRows } from './rows.ts'

/** Why an edit of rows was not made. */
export type RowRefusal =
  /** Two figures, or two codes that differ, cannot be one. */
  | 'twoAmounts'
  /** A text is divided at the caret. */
  | 'noCaret'
  /** A column of codes takes nothing but codes. */
  | 'codeColumn'
  /** What was offered no longer follows from the row. */
  | 'offerGone'

/** What an edit of rows gave: the cell to go on from, or why nothing changed. */
export type RowOutcome = Input | RowRefusal | null

/** The same row once more, below. */
export function duplicateRow(form: HTMLFormElement, at: Input, change: Change): RowOutcome {
  return rewrite(form, at, change, 1, (row) => [row, row])
}

/** The row and the next one as one: a name that the page wraps over two lines. Amounts of both rows are never added up or dropped. */
export function joinRows(form: HTMLFormElement, at: Input, change: Change): RowOutcome {
  const [upper, lower] = neighbours(form, at)
  if (!upper || !lower) return null
  const [above, below] = [textsByColumn(upper), textsByColumn(lower)]
  const clash = cellsOf(upper).some((cell) => {
    const [a, b] = [above(columnOf(cell)).value, below(columnOf(cell)).value]
    // Two equal amounts are two amounts: with one of them gone the sum would be short. Two equal rates say the same twice.
    return !isText(cell) && a !== '' && b !== '' && (isAmount(cell) || a !== b)
  })
  if (clash) return 'twoAmounts'
  const texts = new Set(cellsOf(upper).filter(isText).map(columnOf))
  const joined: RowTexts = (column) => {
    const [a, b] = [above(column), below(column)]
    if (a.value === '' || b.value === '') return a.value === '' ? b : a
    return texts.has(column) ? { value: `${a.value} ${b.value}`, place: bothPlaces(a.place, b.place) } : a
  }
  return rewrite(form, at, change, 0, () => [joined], 2)
}

/** What stands behind the caret goes into a row of its own below; everything else stays. */
export function splitRow(form: HTMLFormElement, at: Input, change: Change): RowOutcome {
  const caret = at instanceof HTMLInputElement && isText(at) ? (at.selectionStart ?? 0) : 0
  const [before, behind] = [at.value.slice(0, caret).trim(), at.value.slice(caret).trim()]
  if (before === '' || behind === '') return 'noCaret'
  const column = columnOf(at)
  return rewrite(form, at, change, 1, (row) => [
    (other) => (other === column ? { value: before, place: row(other).place } : row(other)),
    (other) => (other === column ? { value: behind, place: row(other).place } : { value: '', place: NO_PLACE }),
  ])
}

/** The cell's text in every row below that holds anything. */
export function fillDown(form: HTMLFormElement, at: Input, change: Change): RowOutcome {
  const rows = filledRows(form)
  const place = rows.findIndex((row) => row === rowOf(at))
  if (place < 0) return null
  for (const below of rows.slice(place + 1)) {
    const cell = cellAt(below, columnOf(at))
    if (cell && cell.value !== at.value) change(cell, at.value, NO_PLACE)
  }
  return at
}

/** Two columns that were taken for each other change places in every row. Codes of a closed list and texts cannot. */
export function exchangeColumns(form: HTMLFormElement, at: Input, column: string, change: Change): RowOutcome {
  const row = rowOf(at)
  const other = row && cellAt(row, column)
  if (!other) return null
  if ([at, other].some((cell) => cell instanceof HTMLSelectElement)) return 'codeColumn'
  const mine = columnOf(at)
  const exchange: Readonly<Record<string, string>> = { [mine]: column, [column]: mine }
  const exchanged =
    (row: RowTexts): RowTexts =>
    (name) =>
      row(exchange[name] ?? name)
  writeRows(form, filledRows(form).map(textsByColumn).map(exchanged), change)
  return at
}

/** Rows from `at` on, `taken` of them, in the place of which the new ones come; the cell `step` rows below gets the focus. */
function rewrite(
  form: HTMLFormElement,
  at: Input,
  change: Change,
  step: number,
  replaced: (row: RowTexts) => readonly RowTexts[],
  taken = 1,
): RowOutcome {
  const rows = filledRows(form)
  const place = rows.findIndex((row) => row === rowOf(at))
  if (place < 0) return null
  const column = columnOf(at)
  const texts = rows.map(textsByColumn)
  writeRows(form, texts.toSpliced(place, taken, ...replaced(texts[place]!)), change)
  const next = filledRows(form)[place + step]
  return next ? cellAt(next, column) : null
}

function neighbours(form: HTMLFormElement, at: Input): readonly (HTMLTableRowElement | undefined)[] {
  const rows = filledRows(form)
  const place = rows.findIndex((row) => row === rowOf(at))
  return place < 0 ? [] : rows.slice(place, place + 2)
}

function cellAt(row: HTMLTableRowElement, column: string): Input | null {
  return cellsOf(row).find((cell) => columnOf(cell) === column) ?? null
}

function isText(cell: Input): boolean {
  return cell.dataset.kind === 'text' || cell.dataset.kind === 'name'
}

function isAmount(cell: Input): boolean {
  return cell.dataset.kind === 'money' || cell.dataset.kind === 'decimal'
}

function bothPlaces(a: CellPlace, b: CellPlace): CellPlace {
  const pointed = a.pointed === '' || b.pointed === '' ? '' : JSON.stringify([...JSON.parse(a.pointed), ...JSON.parse(b.pointed)])
  return { box: [a.box, b.box].filter(Boolean).join(';'), pointed }
}

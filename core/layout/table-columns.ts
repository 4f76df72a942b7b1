import type { Table } from '../reading.ts'

/** What stands in a column under its captions. */
export type ColumnKind = 'figures' | 'text' | 'mixed' | 'empty'

export interface TableColumn {
  readonly x0: number
  readonly x1: number
  readonly kind: ColumnKind
}

const SAME_PLACE = 0.015 // of the page width
const FIGURE = /^[^\p{L}]*\d[^\p{L}]*$/u

export function columnsOf(table: Table): readonly TableColumn[] {
  return Array.from({ length: table.columns }, (_, column) => {
    const cells = table.cells.filter((cell) => cell.column === column && cell.columnSpan === 1)
    const body = cells.filter((cell) => cell.row >= Math.max(1, table.headerRows) && cell.text !== '')
    const any = body.length > 0 ? body : cells.filter((cell) => cell.text !== '')
    const boxes = cells.length > 0 ? cells : table.cells.filter((cell) => cell.column <= column && cell.column + cell.columnSpan > column)
    return {
      x0: Math.min(...boxes.map(({ box }) => box.x0)),
      x1: Math.max(...boxes.map(({ box }) => box.x1)),
      kind: kindOf(any.map(({ text }) => text)),
    }
  })
}

function kindOf(texts: readonly string[]): ColumnKind {
  if (texts.length === 0) return 'empty'
  const figures = texts.filter((text) => FIGURE.test(text)).length / texts.length
  return figures > 0.6 ? 'figures' : figures < 0.3 ? 'text' : 'mixed'
}

/**
 * How alike the columns of two tables are. `place`: in the same places, up to a common shift (sheets printed for binding); one pair of neighbours may
 * have run together in either. `kinds`: as many, with text and figures in the same columns, wherever they stand.
 */
export function sameColumns(a: readonly TableColumn[], b: readonly TableColumn[]): 'place' | 'kinds' | 'no' {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length < 2 || many.length > few.length + 1) return 'no'
  const shifts = [0, many[0]!.x0 - few[0]!.x0, many.at(-1)!.x1 - few.at(-1)!.x1]
  if (shifts.some((shift) => samePlaces(few, many, shift))) return 'place'
  return few.length === many.length && few.every((one, i) => kindsAgree(one.kind, many[i]!.kind)) ? 'kinds' : 'no'
}

function samePlaces(few: readonly TableColumn[], many: readonly TableColumn[], shift: number): boolean {
  let apart = 0
  for (const one of few) {
    const inside = many.filter(({ x0, x1 }) => (x0 + x1) / 2 - shift > one.x0 && (x0 + x1) / 2 - shift < one.x1)
    const [only] = inside
    const same = inside.length === 1 && only && Math.abs((only.x0 + only.x1 - one.x0 - one.x1) / 2 - shift) <= SAME_PLACE
    if (same && !kindsAgree(one.kind, only.kind)) return false
    if (!same) apart++
  }
  // Two columns that ran together are one that does not fit.
  return apart <= many.length - few.length
}

function kindsAgree(a: ColumnKind, b: ColumnKind): boolean {
  return a === b || a === 'mixed' || b === 'mixed' || a === 'empty' || b === 'empty'
}

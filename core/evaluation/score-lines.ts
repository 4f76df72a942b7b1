import { LOOSE, letters, looseAgreement, sameNumber } from './compare.ts'

export interface LineScore {
  /** Truth rows, extracted rows, and pairs of them that agree in every cell of the truth row. */
  readonly truth: number
  readonly found: number
  readonly correct: number
  /** Cells of truth rows, non-empty cells of extracted rows (of the fields that the truth knows), and cells that agree. */
  readonly truthCells: number
  readonly foundCells: number
  readonly correctCells: number
}

type TruthRow = Readonly<Record<string, string | number | null>>
type Row = Readonly<Record<string, unknown>>

type Paths = Readonly<Record<string, readonly string[]>>

/**
 * Pairs rows greedily by the number of agreeing cells, each row once. `paths` maps a truth column to the line fields that may answer it (`a+b`: both joined).
 * With an incomplete truth extra rows are not counted as found.
 */
export function scoreLines(truth: readonly TruthRow[], rows: readonly Row[], paths: Paths, complete: boolean): LineScore {
  const pairs = pairsOf(truth, rows, paths)
  const columns = [...new Set(truth.flatMap(cellsOf))]
  const counted = complete ? rows : rows.filter((_, j) => pairs.some((pair) => pair.j === j))
  return {
    truth: truth.length,
    found: counted.length,
    correct: pairs.filter(({ i, hits }) => hits === cellsOf(truth[i]!).length).length,
    truthCells: truth.reduce((sum, t) => sum + cellsOf(t).length, 0),
    foundCells: counted.reduce<number>(
      (sum, row) => sum + columns.filter((column) => (paths[column] ?? []).some((path) => !isEmpty(row[path]))).length,
      0,
    ),
    correctCells: pairs.reduce((sum, { hits }) => sum + hits, 0),
  }
}

/** What is wrong with the rows of a document. `row` counts from 1: of the truth, for `extra` of what was read. */
export type LineDifference =
  | { readonly kind: 'missed' | 'extra'; readonly row: number; readonly text: string }
  | { readonly kind: 'cell'; readonly row: number; readonly column: string; readonly expected: string; readonly actual: string | null }

/** Rows of the truth that no row answers, rows read that answer none (with a complete truth), and cells that differ. */
export function lineDifferences(
  truth: readonly TruthRow[],
  rows: readonly Row[],
  paths: Paths,
  complete: boolean,
): readonly LineDifference[] {
  const pairs = pairsOf(truth, rows, paths)
  const text = (row: Row | TruthRow) =>
    Object.values(row)
      .filter((value) => !isEmpty(value) && typeof value !== 'object')
      .join(' | ')
  const own = truth.flatMap((t, i): readonly LineDifference[] => {
    const pair = pairs.find((one) => one.i === i)
    if (!pair) return [{ kind: 'missed', row: i + 1, text: text(t) }]
    const row = rows[pair.j]!
    return cellsOf(t)
      .filter((column) => !cellAgrees(column, t[column]!, row, paths))
      .map((column) => ({ kind: 'cell', row: i + 1, column, expected: String(t[column]), actual: answerOf(column, row, paths) }))
  })
  const extra = complete
    ? rows.flatMap((row, j) => (pairs.some((pair) => pair.j === j) ? [] : [{ kind: 'extra' as const, row: j + 1, text: text(row) }]))
    : []
  return [...own, ...extra]
}

function answerOf(column: string, row: Row, paths: Paths): string | null {
  const value = (paths[column] ?? []).map((path) => row[path]).find((one) => !isEmpty(one))
  return value === undefined ? null : String(value)
}

interface Pair {
  /** Row of the truth and row read. */
  readonly i: number
  readonly j: number
  readonly hits: number
}

function pairsOf(truth: readonly TruthRow[], rows: readonly Row[], paths: Paths): readonly Pair[] {
  const likely = truth
    .flatMap((t, i) =>
      rows.map((row, j) => ({ i, j, hits: cellsOf(t).filter((column) => cellAgrees(column, t[column]!, row, paths)).length })),
    )
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits || Math.abs(a.i - a.j) - Math.abs(b.i - b.j))
  const usedTruth = new Set<number>()
  const usedRows = new Set<number>()
  return likely.filter(({ i, j }) => {
    if (usedTruth.has(i) || usedRows.has(j)) return false
    usedTruth.add(i)
    usedRows.add(j)
    return true
  })
}

function cellsOf(row: TruthRow): readonly string[] {
  return Object.keys(row).filter((column) => row[column] !== null && row[column] !== '')
}

function cellAgrees(column: string, expected: string | number, row: Row, paths: Paths): boolean {
  return (paths[column] ?? []).some((path) => {
    const parts = path.split('+').map((key) => row[key])
    const given = parts.every(isEmpty) ? null : parts.filter((part) => !isEmpty(part)).join(' ')
    if (isEmpty(given)) return false
    const [e, g] = [String(expected), String(given)]
    if (/^-?\d+(\.\d+)?$/.test(e) && column !== 'sku') return sameNumber(e, g)
    return column === 'sku' ? letters(e) === letters(g) : looseAgreement(e, g) >= LOOSE
  })
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

/** Harmonic mean of precision and recall; 1 when there was nothing to find and nothing was found. */
export function f1(correct: number, found: number, truth: number): number {
  return found + truth === 0 ? 1 : (2 * correct) / (found + truth)
}

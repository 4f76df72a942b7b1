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

/**
 * Pairs rows greedily by the number of agreeing cells, each row once. `paths` maps a truth column to the line fields that may answer it (`a+b`: both joined).
 * With an incomplete truth extra rows are not counted as found.
 */
export function scoreLines(
  truth: readonly TruthRow[],
  rows: readonly Row[],
  paths: Readonly<Record<string, readonly string[]>>,
  complete: boolean,
): LineScore {
  const pairs = truth
    .flatMap((t, i) =>
      rows.map((row, j) => ({ i, j, hits: cellsOf(t).filter((column) => cellAgrees(column, t[column]!, row, paths)).length })),
    )
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits || Math.abs(a.i - a.j) - Math.abs(b.i - b.j))
  const usedTruth = new Set<number>()
  const usedRows = new Set<number>()
  let correct = 0
  let correctCells = 0
  for (const { i, j, hits } of pairs) {
    if (usedTruth.has(i) || usedRows.has(j)) continue
    usedTruth.add(i)
    usedRows.add(j)
    correctCells += hits
    if (hits === cellsOf(truth[i]!).length) correct++
  }
  const columns = [...new Set(truth.flatMap(cellsOf))]
  const counted = complete ? rows : rows.filter((_, j) => usedRows.has(j))
  return {
    truth: truth.length,
    found: counted.length,
    correct,
    truthCells: truth.reduce((sum, t) => sum + cellsOf(t).length, 0),
    foundCells: counted.reduce<number>(
      (sum, row) => sum + columns.filter((column) => (paths[column] ?? []).some((path) => !isEmpty(row[path]))).length,
      0,
    ),
    correctCells,
  }
}

function cellsOf(row: TruthRow): readonly string[] {
  return Object.keys(row).filter((column) => row[column] !== null && row[column] !== '')
}

function cellAgrees(column: string, expected: string | number, row: Row, paths: Readonly<Record<string, readonly string[]>>): boolean {
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

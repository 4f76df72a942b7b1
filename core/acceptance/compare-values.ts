import { letters, sameNumber } from '../evaluation/compare.ts'
import { valueAt } from '../paths.ts'

/**
 * Promised paths whose value differs between what the machine said and what was approved. A value the machine left out counts only where it is
 * required: leaving out is no wrong value, and a missing required one is never accepted.
 */
export function wrongPaths(
  machine: Readonly<Record<string, unknown>>,
  approved: Readonly<Record<string, unknown>>,
  promised: readonly string[],
  required: ReadonlySet<string>,
): readonly string[] {
  return promised.filter((path) => {
    const [said, truth] = [textAt(machine, path), textAt(approved, path)]
    if (said === null) return truth !== null && required.has(path)
    return truth === null || !same(said, truth)
  })
}

function textAt(data: Readonly<Record<string, unknown>>, path: string): string | null {
  const value = valueAt(data, path)
  return value === null || value === undefined || value === '' ? null : String(value)
}

/** Figures by value, texts by their letters and digits: punctuation that a reviewer tidied up is no error of the machine. */
function same(a: string, b: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(a) && /^-?\d+(\.\d+)?$/.test(b) ? sameNumber(a, b) : letters(a) === letters(b)
}

import type { Field, Fields } from './field.ts'

/** What a correction of the document's type is called among the paths; no field has this path. */
export const TYPE_PATH = 'type'

interface Read {
  readonly type: string | null
  readonly fields: Fields
}

/**
 * Paths whose value a person changed between what the machine handed over and what was approved, sorted, once each. Cells of lists as `lines[].net`:
 * rows may have moved, so a column counts as a whole. What only follows from a correction (a calculated sum) is none.
 */
export function correctedPaths(machine: Read, approved: Read): readonly string[] {
  const [before, after] = [columnsOf(machine.fields), columnsOf(approved.fields)]
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((path) => {
    const [said, kept] = [before.get(path) ?? [], after.get(path) ?? []]
    const byPerson = kept.some(({ source }) => source === 'human') || kept.length < said.length
    return byPerson && JSON.stringify(said.map(({ value }) => value)) !== JSON.stringify(kept.map(({ value }) => value))
  })
  return [...(machine.type === approved.type ? [] : [TYPE_PATH]), ...changed].sort()
}

/** Fields by path without row numbers, rows in their order; a field without a value and without a decision is none. */
function columnsOf(fields: Fields): ReadonlyMap<string, readonly Field[]> {
  const said = Object.entries(fields).filter(([, { value, source }]) => value !== null || source === 'human')
  const inOrder = said.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  const columns = Map.groupBy(inOrder, ([path]) => path.replace(/\[\d+\]/g, '[]'))
  return new Map([...columns].map(([path, entries]) => [path, entries.map(([, field]) => field)]))
}

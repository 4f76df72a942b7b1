import { canonicalJson } from '../canonical-json.ts'

/** What taking a row over would do. `fields`: the parts of an entry that would be other than now; none unless `changed`. */
export interface RowChange<Entry> {
  readonly row: number
  readonly entry: Entry
  readonly state: 'new' | 'changed' | 'same'
  readonly fields: readonly string[]
}

/** Rows of a table beside what stands in the list now. `now`: null where the list has no such entry. */
export function rowChanges<Entry extends object>(
  rows: readonly { readonly row: number; readonly entry: Entry }[],
  now: (entry: Entry) => Entry | null,
): readonly RowChange<Entry>[] {
  return rows.map(({ row, entry }) => {
    const before = now(entry)
    if (before === null) return { row, entry, state: 'new', fields: [] }
    const fields = (Object.keys(entry) as (keyof Entry & string)[]).filter(
      (field) => canonicalJson(entry[field]) !== canonicalJson(before[field]),
    )
    return { row, entry, state: fields.length > 0 ? 'changed' : 'same', fields }
  })
}

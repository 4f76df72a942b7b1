import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { letters, sameNumber } from '../../core/evaluation/compare.ts'
import { Truth } from '../../core/evaluation/truth.ts'
import { valueAt } from '../../core/paths.ts'
import type { Reading } from '../../core/reading.ts'
import { invoiceTruth } from '../../schemas/invoice/truth.ts'

/** A read document with what is known about it. `group` is left out as a whole when a figure is measured: a layout, or a supplier. */
export interface KnownDocument {
  readonly id: string
  readonly kind: string
  readonly group: string
  readonly generated: boolean
  readonly truth: Truth
  readonly reading: Reading
  /** Right values of a path; empty = known to be absent; null = unknown. */
  accepted(path: string): readonly string[] | null
  /** The value that follows from others where the page leaves it out; null = it would be wrong to say any. */
  implied(path: string): string | null
}

interface Expected {
  readonly layout: string
  readonly data: Record<string, unknown>
  readonly implied?: Readonly<Record<string, string | null>>
  /** A real document whose values a person approved (`docket corrected`). */
  readonly reviewed?: boolean
}

/** As `read-documents.ts` and `make-free.ts` write it. */
interface Stored {
  readonly truth: unknown
  readonly expected: Expected | null
  readonly reading: Reading
}

/** Documents that `read-documents.ts` has stored, one after another. */
export async function* knownDocuments(dirs: readonly string[]): AsyncGenerator<KnownDocument> {
  for (const dir of dirs) {
    const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort()
    const groups = supplierGroups(await Promise.all(names.map(async (name) => Truth.parse((await load(dir, name)).truth))))
    for (const name of names) {
      const { truth: raw, expected, reading } = await load(dir, name)
      const truth = Truth.parse(raw)
      yield {
        id: truth.id,
        kind: truth.kind,
        group: expected?.layout ?? groups.get(truth.id)!,
        generated: expected !== null && !expected.reviewed,
        truth,
        reading,
        accepted: expected ? (path) => generated(expected, path) : (path) => published(truth, path),
        implied: (path) => expected?.implied?.[path] ?? null,
      }
    }
  }
}

async function load(dir: string, name: string): Promise<Stored> {
  return JSON.parse(await readFile(join(dir, name), 'utf8')) as Stored
}

/** Documents belong together when they share the seller's name or the series in their id (`xx-name-1`, `xx-name-2-scan`). */
function supplierGroups(truths: readonly Truth[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const parent = new Map<string, string>()
  const root = (id: string): string => (parent.get(id) === undefined || parent.get(id) === id ? id : root(parent.get(id)!))
  for (const { id, fields } of truths) {
    parent.set(id, id)
    const seller = fields.seller_name?.value
    for (const key of [id.split('-').slice(0, 2).join('-'), ...(typeof seller === 'string' ? [letters(seller)] : [])]) {
      const other = first.get(key)
      if (other === undefined) first.set(key, id)
      else parent.set(root(id), root(other))
    }
  }
  return new Map(truths.map(({ id }) => [id, root(id)]))
}

function generated({ data, implied }: Expected, path: string): readonly string[] | null {
  const value = valueAt(data, path)
  if (typeof value === 'string') return [value]
  // Sums that a page leaves out follow from the others; where they are not known here, nothing is.
  return FOLLOWS.includes(path) && !implied ? null : []
}

const FOLLOWS = ['totals.net', 'totals.tax', 'totals.due']

function published(truth: Truth, path: string): readonly string[] | null {
  const field = Object.entries(invoiceTruth).find(([, paths]) => paths.includes(path))
  const known = field && truth.fields[field[0]]
  if (!field || !known || known.visible === false) return null
  if (known.value === null) return []
  const values = [known.value, ...(known.alt ?? [])].map(String)
  // A truth file says "tax id", not which kind: the value's form tells; for the other kinds nothing is known then.
  const form = TAX_ID_FORMS.find(([suffix]) => path.endsWith(suffix))?.[1]
  if (form === undefined) return path.endsWith('.tradeName') ? null : values
  const own = values.filter((value) => form.test(value.replace(/[ .]/g, '')))
  return own.length > 0 ? own : null
}

const TAX_ID_FORMS: readonly (readonly [string, RegExp])[] = [
  ['.vatId', /^[A-Z]{2}[A-Z0-9]{6,}$/],
  ['.inn', /^(?:\d{10}|\d{12})$/],
  ['.taxRegId', /^\d[\d/-]+$/],
]

export function sameValue(path: string, wanted: string, given: string): boolean {
  if (path.startsWith('totals.')) return sameNumber(wanted, given.replace(/^-/, '')) || sameNumber(wanted, given)
  if (/Date$/.test(path)) return wanted === given
  return letters(wanted) === letters(given)
}

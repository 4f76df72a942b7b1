import { createHash } from 'node:crypto'
import { valueAt } from '../core/paths.ts'
import { documentClasses } from '../schemas/registry.ts'
import type { Expected } from './expected.ts'

/** The same truth in the format that `docket evaluate` reads. What the page does not say is known to be absent. */
export function truthOf(
  id: string,
  file: string,
  bytes: Uint8Array,
  { data, documentClass = 'invoice', language, layout }: Expected,
): unknown {
  const type = documentClasses.find(({ name }) => name === documentClass)?.type
  if (!type) throw new RangeError(`no type reads ${documentClass}`)
  const fields = Object.fromEntries(
    Object.entries(type.truth).map(([name, paths]) => {
      const [list, key] = paths[0]!.split('[].')
      if (key !== undefined) return [name, { type: 'strings', value: ofEach(valueAt(data, list!), key) }]
      const values: unknown[] = paths.map((path) => valueAt(data, path)).filter((value) => value !== undefined)
      const [value = null, ...alt] = name.endsWith('_address') ? values.map(addressText) : (values as string[])
      return [name, { type: typeOf(name), value, ...(alt.length > 0 && { alt }) }]
    }),
  )
  const lines = (data.lines ?? []) as readonly Record<string, unknown>[]
  return {
    schema: 'doc-truth/1',
    id,
    kind: `sample-${layout}`,
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    truth_source: 'generator',
    document_class: documentClass,
    language,
    fields: known(fields, data),
    line_items: lines.map((line) => lineTruth(line, type.truthLines, data.lineAmountsIncludeTax === true)),
    line_items_complete: true,
  }
}

function lineTruth(
  line: Readonly<Record<string, unknown>>,
  truthLines: Readonly<Record<string, readonly string[]>>,
  includesTax: boolean,
): unknown {
  const entries = Object.entries(truthLines).flatMap(([name, paths]) => {
    const ordered = name === 'line_total' && includesTax ? paths.toReversed() : paths
    const value = ordered.map((path) => line[path]).find((one) => one !== undefined)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

function ofEach(list: unknown, key: string): readonly string[] {
  return ((list ?? []) as readonly Record<string, string>[]).flatMap((entry) => entry[key] ?? [])
}

/** Derived fields are right even when the page leaves them out, so their absence is not scored. */
const DERIVED = new Set(['currency', 'due_date', 'amount_due', 'net_total', 'tax_total', 'effective_date', 'expiration_date', 'perpetual'])

function known(fields: Readonly<Record<string, { readonly value: unknown }>>, data: Expected['data']): unknown {
  // «Your reference» may well be an order number: which of the two it is nobody can tell from the page.
  const unsure = (name: string) => DERIVED.has(name) || (name === 'purchase_order' && data.buyerReference !== undefined)
  return Object.fromEntries(Object.entries(fields).filter(([name, { value }]) => value !== null || !unsure(name)))
}

function addressText(address: unknown): string {
  return Object.values(address as Record<string, string>).join(', ')
}

function typeOf(name: string): string {
  if (name === 'currency') return name
  if (/^(?:term|renewal_term|termination_notice)$/.test(name)) return 'duration'
  if (name === 'governing_law') return 'place'
  if (name === 'title' || name.endsWith('_name')) return 'string'
  if (/_(?:address|text)$/.test(name)) return 'text'
  if (/(?:_date|^period_start|^period_end)$/.test(name)) return 'date'
  return /(?:_total|^amount_due|^amount)$/.test(name) ? 'decimal' : 'id'
}

import { createHash } from 'node:crypto'
import { valueAt } from '../core/paths.ts'
import { invoiceTruth, invoiceTruthLines } from '../schemas/invoice/truth.ts'
import type { Expected } from './expected.ts'

const TYPES: Readonly<Record<string, string>> = {
  currency: 'currency',
  seller_name: 'string',
  buyer_name: 'string',
  seller_address: 'text',
  buyer_address: 'text',
}

/** The same truth in the format that `docket evaluate` reads. What the page does not say is known to be absent. */
export function truthOf(id: string, file: string, bytes: Uint8Array, { data, language, layout }: Expected): unknown {
  const fields = Object.fromEntries(
    Object.entries(invoiceTruth).map(([name, paths]) => {
      const values: unknown[] = paths.map((path) => valueAt(data, path)).filter((value) => value !== undefined)
      const [value = null, ...alt] = name.endsWith('_address') ? values.map(addressText) : (values as string[])
      return [name, { type: TYPES[name] ?? typeOf(name), value, ...(alt.length > 0 && { alt }) }]
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
    document_class: 'invoice',
    language,
    fields: known(fields, data),
    line_items: lines.map((line) => lineTruth(line, data.lineAmountsIncludeTax === true)),
    line_items_complete: true,
  }
}

function lineTruth(line: Readonly<Record<string, unknown>>, includesTax: boolean): unknown {
  const entries = Object.entries(invoiceTruthLines).flatMap(([name, paths]) => {
    const ordered = name === 'line_total' && includesTax ? paths.toReversed() : paths
    const value = ordered.map((path) => line[path]).find((one) => one !== undefined)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

/** Derived fields are right even when the page leaves them out, so their absence is not scored. */
const DERIVED = new Set(['due_date', 'amount_due', 'net_total', 'tax_total'])

function known(fields: Readonly<Record<string, { readonly value: unknown }>>, data: Expected['data']): unknown {
  // «Your reference» may well be an order number: which of the two it is nobody can tell from the page.
  const unsure = (name: string) => DERIVED.has(name) || (name === 'purchase_order' && data.buyerReference !== undefined)
  return Object.fromEntries(Object.entries(fields).filter(([name, { value }]) => value !== null || !unsure(name)))
}

function addressText(address: unknown): string {
  return Object.values(address as Record<string, string>).join(', ')
}

function typeOf(name: string): string {
  if (name.endsWith('_date')) return 'date'
  return name.endsWith('_total') || name === 'amount_due' ? 'decimal' : 'id'
}

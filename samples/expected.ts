import { leaves, setAt, valueAt } from '../core/paths.ts'
import type { Invoice } from '../schemas/invoice/schema.ts'
import type { PrintedField } from './print.ts'
import type { Layout } from './sample.ts'

export interface Expected {
  readonly seed: string
  readonly layout: string
  /** As truth files name it; absent = an invoice. */
  readonly documentClass?: string
  readonly language: string
  /** What the page says, in the schema's shape; nulls left out. */
  readonly data: Readonly<Record<string, unknown>>
  readonly evidence: Readonly<Record<string, { readonly page: number; readonly box: PrintedField['box']; readonly text: string }>>
}

/** The truth of a printed sample: the model cut down to what the layout printed, and to what follows from that. */
export function expectedOf(seed: string, layout: Layout, invoice: Invoice, printed: readonly PrintedField[]): Expected {
  const first = new Map<string, PrintedField>()
  for (const one of printed) if (!first.has(one.path)) first.set(one.path, one)
  const data: Record<string, unknown> = {}
  if (!layout.onlyMarked) for (const [path, value] of leaves(invoice)) if (isSaid(path, first)) setAt(data, path, value)
  for (const { path, value } of first.values()) {
    if (value !== null) setAt(data, path, value)
    else if (valueAt(data, path) === undefined) throw new RangeError(`${layout.name} prints ${path}, which the model does not have`)
  }
  const evidence = Object.fromEntries([...first.values()].map(({ path, page, box, text }) => [path, { page, box: roundBox(box), text }]))
  return {
    seed,
    layout: layout.name,
    ...(layout.documentClass && { documentClass: layout.documentClass }),
    language: layout.language,
    data,
    evidence,
  }
}

/** Printed, or said by something that is: a unit code by the unit, a tax category by its rate. */
function isSaid(path: string, printed: ReadonlyMap<string, unknown>): boolean {
  const has = (other: string) => printed.has(other)
  if (path === 'currency' || path === 'typeCode' || path === 'lineAmountsIncludeTax') return true
  if (path.endsWith('.unit')) return has(`${path}Raw`)
  // A tax without a rate of its own is that of the lines, where they name one.
  if (/^taxes.*\.rate$/.test(path) && has(path.replace(/rate$/, 'amount')) && has('lines[0].taxRate')) return true
  if (/^lines.*\.taxCategory$/.test(path)) return has(path.replace(/taxCategory$/, 'taxRate'))
  if (/^taxes.*\.category$/.test(path)) return has(path.replace(/category$/, 'amount')) || has(path.replace(/category$/, 'exemptionReason'))
  if (/^(allowances|charges)\[.*\.(category|rate)$/.test(path)) return has(path.replace(/(category|rate)$/, 'amount'))
  return has(path)
}

function roundBox(box: PrintedField['box']): PrintedField['box'] {
  const round = (value: number) => Math.round(value * 10000) / 10000
  return { x0: round(box.x0), y0: round(box.y0), x1: round(box.x1), y1: round(box.y1) }
}

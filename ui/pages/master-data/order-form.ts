import { OrderEntry, type OrderLine } from '../../../core/orders/index.ts'

export const LINE_FIELDS = ['no', 'itemIds', 'name', 'quantity', 'unit', 'unitPrice', 'received'] as const
export type LineFields = Readonly<Record<(typeof LINE_FIELDS)[number], string>>

/** What stands in the form, right or wrong, so that nobody has to type it again. */
export interface OrderFields {
  readonly number: string
  readonly supplier: string
  readonly currency: string
  readonly lines: readonly LineFields[]
}

export const NO_ORDER: OrderFields = { number: '', supplier: '', currency: '', lines: [] }

/** Lines without a number and anything else are the spare rows of the form; without a number alone they are taken out. */
export function orderFieldsFrom(form: URLSearchParams): OrderFields {
  const clean = (text: string) => text.replaceAll('\0', '').toWellFormed().trim()
  const columns = LINE_FIELDS.map((name) => form.getAll(name).map(clean))
  const lines = (columns[0] ?? []).map(
    (_, i) => Object.fromEntries(LINE_FIELDS.map((name, at) => [name, columns[at]?.[i] ?? ''])) as LineFields,
  )
  return {
    number: clean(form.get('number') ?? ''),
    supplier: clean(form.get('supplier') ?? ''),
    currency: clean(form.get('currency') ?? '').toUpperCase(),
    lines: lines.filter(({ no }) => no !== ''),
  }
}

export function orderFieldsOf({ number, supplier, currency, lines }: OrderEntry): OrderFields {
  return {
    number,
    supplier: supplier ?? '',
    currency: currency ?? '',
    lines: lines.map((line) => ({
      ...line,
      itemIds: line.itemIds.join(' | '),
      name: line.name ?? '',
      unit: line.unit ?? '',
      received: line.received ?? '',
    })),
  }
}

/** Places that are wrong: names of fields, and `lines.2.quantity` (from 0) for those of a line. */
export function orderFrom(
  fields: OrderFields,
): { readonly entry: OrderEntry; readonly wrong: null } | { readonly wrong: ReadonlySet<string> } {
  const orNull = (text: string) => text || null
  const sent = OrderEntry.safeParse({
    number: fields.number,
    supplier: orNull(fields.supplier),
    currency: orNull(fields.currency),
    lines: fields.lines.map((line) => ({
      no: line.no,
      itemIds: line.itemIds.split('|').flatMap((id) => id.trim() || []),
      name: orNull(line.name),
      quantity: plainNumber(line.quantity),
      unit: orNull(line.unit),
      unitPrice: plainNumber(line.unitPrice),
      received: orNull(plainNumber(line.received)),
    })),
  } satisfies Record<keyof OrderEntry, unknown> & { lines: Record<keyof OrderLine, unknown>[] })
  if (!sent.success) return { wrong: new Set(sent.error.issues.map(({ path }) => path.join('.'))) }
  const { lines } = sent.data
  const twice = lines.flatMap(({ no }, i) => (lines.findIndex((other) => other.no === no) < i ? [`lines.${i}.no`] : []))
  return twice.length > 0 ? { wrong: new Set(twice) } : { entry: sent.data, wrong: null }
}

/** As people type numbers: blanks between thousands, comma or point. */
export function plainNumber(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
}

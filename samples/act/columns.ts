import type { Invoice } from '../../schemas/invoice/schema.ts'
import type { Format } from '../format.ts'
import { field, row } from '../html.ts'

type LineKey = 'no' | 'name' | 'quantity' | 'unitRaw' | 'unitPrice' | 'net' | 'taxRate' | 'tax' | 'gross'

/** A column of the table of work: its heading and what stands under it. */
export type Column = readonly [head: string, key: LineKey]

const RIGHT: readonly LineKey[] = ['quantity', 'unitPrice', 'net', 'taxRate', 'tax', 'gross']

/** The table of work with the columns that a layout prints. */
export function workTable({ lines }: Invoice, columns: readonly Column[], format: Format): string {
  const classes = columns.map(([, key]) => (RIGHT.includes(key) ? 'r' : ''))
  const body = lines.map((line, i) =>
    row(
      columns.map(([, key]) => field(`lines[${i}].${key}`, printed(line[key], key, format))),
      classes,
    ),
  )
  return `<table class="items">${row(
    columns.map(([head]) => head),
    classes,
    'th',
  )}${body.join('')}</table>`
}

function printed(value: string | null, key: LineKey, format: Format): string | null {
  if (value === null) return null
  if (key === 'quantity') return format.quantity(value)
  if (key === 'taxRate') return `${value}%`
  return RIGHT.includes(key) ? format.money(value) : value
}

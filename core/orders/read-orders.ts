import { z } from 'zod'
import { type Column, type ReadRows, readRows } from '../master-data/read-rows.ts'
import { OrderEntry, OrderLine } from './order.ts'

export const ORDER_COLUMNS: readonly Column[] = [
  { name: 'number', captions: ['Order', 'Заказ', 'Order number', 'Номер заказа'], required: true },
  { name: 'supplier', captions: ['Supplier', 'Поставщик', 'Код поставщика'] },
  { name: 'currency', captions: ['Currency', 'Валюта'] },
  { name: 'no', captions: ['Line', 'Строка', 'Номер строки'], required: true },
  { name: 'itemIds', captions: ['Item', 'Артикул', 'Item id'] },
  { name: 'name', captions: ['Name', 'Наименование', 'Товар'] },
  { name: 'quantity', captions: ['Quantity', 'Количество'], required: true },
  { name: 'unit', captions: ['Unit', 'Единица', 'Ед.'] },
  { name: 'unitPrice', captions: ['Price', 'Цена', 'Unit price'], required: true },
  { name: 'received', captions: ['Received', 'Получено', 'Принято'] },
]

const Row = z.object({
  number: OrderEntry.shape.number,
  supplier: OrderEntry.shape.supplier,
  currency: OrderEntry.shape.currency,
  ...OrderLine.shape,
})
type Row = z.infer<typeof Row>

/** Orders out of a spreadsheet, one row per line. The rows of an order that has a problem anywhere are all left out. */
export function readOrders(table: readonly (readonly string[])[]): ReadRows<OrderEntry> {
  const read = readRows(
    table,
    ORDER_COLUMNS,
    rowOf,
    () => [],
    ({ number, no }) => JSON.stringify([number, no]),
  )
  const numberAt = (row: number) => table[row - 1]?.[numberColumn(table)] ?? ''
  const broken = new Set(read.problems.map(({ row }) => numberAt(row)))
  const orders = new Map<string, { row: number; entry: OrderEntry }>()
  const mixed: ReadRows<OrderEntry>['problems'][number][] = []
  for (const { row, entry } of read.entries) {
    const { number, supplier, currency, ...line } = entry
    const order = orders.get(number) ?? { row, entry: { number, supplier, currency, lines: [] } }
    if (order.entry.supplier !== supplier || order.entry.currency !== currency) mixed.push({ row, column: null, message: OTHER_HEAD })
    orders.set(number, { row: order.row, entry: { ...order.entry, lines: [...order.entry.lines, line] } })
  }
  for (const { row } of mixed) broken.add(numberAt(row))
  return { ...read, entries: [...orders.values()].filter(({ entry }) => !broken.has(entry.number)), problems: [...read.problems, ...mixed] }
}

function numberColumn(table: readonly (readonly string[])[]): number {
  const names = ORDER_COLUMNS[0]!.captions.map((caption) => caption.toLowerCase())
  return (table[0] ?? []).findIndex((caption) => names.includes(caption.toLowerCase().trim()))
}

function rowOf(cells: Readonly<Record<string, string>>): z.ZodSafeParseResult<Row> {
  const one = (name: string) => cells[name] || null
  const number = (name: string) =>
    one(name)
      ?.replace(/[\s\u00a0]/g, '')
      .replace(',', '.') ?? null
  return Row.safeParse({
    number: cells.number ?? '',
    supplier: one('supplier'),
    currency: one('currency')?.toUpperCase() ?? null,
    no: cells.no ?? '',
    itemIds: (cells.itemIds ?? '').split(/\s*[|\n]\s*/).filter((part) => part !== ''),
    name: one('name'),
    quantity: number('quantity') ?? '',
    unit: one('unit'),
    unitPrice: number('unitPrice') ?? '',
    received: number('received'),
  })
}

const OTHER_HEAD = {
  en: 'Supplier or currency differ from the row above of the same order.',
  ru: 'Поставщик или валюта не те, что в строке выше того же заказа.',
}

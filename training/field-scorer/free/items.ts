import type { InvoiceLine } from '../../../schemas/invoice/schema.ts'
import type { Column } from '../../../schemas/shared/trade/labels/index.ts'
import type { Press } from './document.ts'
import { SHEET, widthOf } from './sheet.ts'

/** The table of items; columns, their order and their headings are drawn. Returns the y below it. */
export function printItems(press: Press, top: number): number {
  const { random, sheet, margin, size, invoice } = press
  const amount: Column = invoice.lineAmountsIncludeTax ? 'gross' : random.pick(['amount', 'net'])
  const front: Column[] = [
    ...(random.chance(0.5) ? ['position' as const] : []),
    ...(random.chance(0.3) ? ['article' as const] : []),
    'name',
  ]
  const figures: Column[] = [
    'quantity',
    ...(random.chance(0.4) ? ['unit' as const] : []),
    'unitPrice',
    ...(random.chance(0.4) ? ['taxRate' as const] : []),
  ]
  const columns: readonly Column[] = random.chance(0.15) ? ['quantity', ...front, 'unitPrice', amount] : [...front, ...figures, amount]
  const width = SHEET.width - 2 * margin
  const shares = columns.map((column) => ({ name: 3.6, article: 1.3, position: 0.6 })[column as 'name'] ?? 1)
  const total = shares.reduce((a, b) => a + b, 0)
  const edges = shares.map((_, i) => margin + (width * shares.slice(0, i).reduce((a, b) => a + b, 0)) / total)
  const ends = edges.map((x, i) => x + (width * shares[i]!) / total - 6)
  const worded = (column: Column) => column === 'name' || column === 'article' || column === 'position'
  const cell = (column: Column, i: number, y: number, text: string) =>
    worded(column) ? sheet.put(edges[i]!, y, text, size) : sheet.put(ends[i]!, y, text, size, 'right')
  let y = top
  columns.forEach((column, i) => {
    cell(column, i, y, press.wording.column(column))
  })
  if (random.chance(0.7)) sheet.rule(margin, y + 4, SHEET.width - margin)
  y += size * press.leading + 5
  invoice.lines.forEach((line, row) => {
    if (y > 640) return
    columns.forEach((column, i) => {
      const room = ends[i]! - edges[i]!
      cell(column, i, y, fitting(printed(column, line, row, press), room, size))
    })
    y += size * press.leading * random.pick([1, 1, 1.4])
  })
  if (random.chance(0.5)) sheet.rule(margin, y - size * 0.6, SHEET.width - margin)
  return y + random.int(6, 26)
}

function printed(column: Column, line: InvoiceLine, row: number, { format }: Press): string {
  switch (column) {
    case 'position':
      return String(row + 1)
    case 'article':
      return line.sellerItemId ?? ''
    case 'name':
      return line.name ?? ''
    case 'quantity':
      return format.quantity(line.quantity)
    case 'unit':
      return line.unitRaw ?? ''
    case 'unitPrice':
      return format.money(line.unitPrice)
    case 'taxRate':
      return `${line.taxRate}%`
    case 'gross':
      return format.money(line.gross)
    default:
      return format.money(line.net)
  }
}

function fitting(text: string, room: number, size: number): string {
  let short = text
  while (short.includes(' ') && widthOf(short, size) > room) short = short.slice(0, short.lastIndexOf(' '))
  return short
}

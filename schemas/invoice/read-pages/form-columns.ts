import type { TextLine, TextPage } from '../../../core/extraction/labels/index.ts'
import { type HeadCell, type ItemHeader, ruledTableAt, textRows } from '../../../core/extraction/tables/index.ts'
import { type Column, russianHeading } from '../labels/index.ts'

/** Columns of счёт-фактура and УПД (постановление 1137) by the number printed under the heading; the law fixes the numbers, not the words. */
const NUMBERED: Readonly<Record<string, Column>> = {
  '2': 'other', // unit: code
  '2а': 'unit',
  '3': 'quantity',
  '4': 'unitPrice',
  '5': 'net',
  '6': 'other', // excise
  '7': 'taxRate',
  '8': 'tax',
  '9': 'gross',
}
const FEWEST = 6 // columns; programs leave out those they do not fill
const DEEPEST = 10 // rows of wrapped words in a heading

/** Heads of the statutory form: the row of column numbers says where the columns are and what they hold. */
export function formHeads(page: TextPage): readonly ItemHeader<Column>[] {
  const rows = textRows(page)
  return rows.flatMap((row, i) => {
    const numbers = columnNumbers(row)
    if (!numbers) return []
    const lines = [...row, ...headingLines(page, rows, i)]
    const at = {
      x0: Math.min(...numbers.map((n) => n.at.x0)),
      x1: Math.max(...numbers.map((n) => n.at.x1)),
      y0: Math.min(...row.map((l) => l.at.y0)),
      y1: Math.max(...row.map((l) => l.at.y1)),
    }
    const printed = new Set(numbers.map((n) => n.text))
    return [{ page, lines, at, cells: numbers.map((cell) => ({ ...cell, kind: meaning(cell, printed, lines) })) }]
  })
}

type Number = Omit<HeadCell<Column>, 'kind'>

function columnNumbers(row: readonly TextLine[]): readonly Number[] | null {
  const words = row.flatMap((line) => line.words).sort((a, b) => a.at.x0 - b.at.x0)
  const numbers = words.map(({ word, at }, i): Number => {
    const text = word.text.replace(/[()]/g, '').toLowerCase().replace('a', 'а')
    // OCR takes «1б» for 16.
    return { text: text === '16' && words[i + 1]?.word.text.startsWith('2') ? '1б' : text, at }
  })
  if (numbers.length < FEWEST || !numbers.every((n) => /^(?:\d{1,2}[абв]?|[аб])$/u.test(n.text))) return null
  const values = numbers.map((n) => Number.parseInt(n.text, 10) || 0)
  const rising = values.every((value, i) => i === 0 || value >= values[i - 1]!)
  return rising && numbers.some((n) => n.text === '2а') ? numbers : null
}

/** The words over the numbers: inside the drawn table, else as long as the rows stand close. */
function headingLines(page: TextPage, rows: readonly (readonly TextLine[])[], at: number): readonly TextLine[] {
  const first = rows[at]![0]!
  const top = ruledTableAt(page, first.at.x0, (first.at.y0 + first.at.y1) / 2)?.box.y0
  const out: TextLine[] = []
  let below = first
  for (const row of rows.slice(Math.max(0, at - DEEPEST), at).reverse()) {
    const inside = row.filter((line) => (top === undefined ? below.at.y0 - line.at.y1 < 0.9 * line.em : line.at.y0 >= top - 0.002))
    if (inside.length === 0) break
    out.push(...inside)
    below = inside[0]!
  }
  return out
}

/** The first columns changed their numbers in 2021 (№ п/п got one): there the words decide. */
function meaning(cell: Number, printed: ReadonlySet<string>, lines: readonly TextLine[]): Column {
  const known = NUMBERED[cell.text]
  if (known) return known
  if (Number.parseInt(cell.text, 10) > 9) return 'other'
  const middle = (cell.at.x0 + cell.at.x1) / 2
  const over = lines.filter(
    (line) => line.at.x0 <= middle && line.at.x1 >= middle && line.at.y1 < cell.at.y1 && /\p{L}{2}|№/u.test(line.text),
  )
  const heading = over
    .sort((a, b) => a.at.y0 - b.at.y0)
    .map((line) => line.text)
    .join(' ')
  const worded = /^№|п\/п/u.test(heading) ? 'position' : russianHeading(heading)
  return (
    worded ?? (cell.text === '1а' ? (printed.has('1б') ? 'name' : 'other') : cell.text === '1' && printed.has('1б') ? 'position' : 'other')
  )
}

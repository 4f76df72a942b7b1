import type { TextLine, TextPage } from '../../../../core/extraction/labels/index.ts'
import { type HeadCell, type ItemHeader, ruledTableAt, textRows } from '../../../../core/extraction/tables/index.ts'
import { type Box, boundingBox } from '../../../../core/geometry.ts'
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
/** Columns of ТОРГ-12 (Госкомстат 132 of 25.12.1998). */
const WAYBILL: Readonly<Record<string, Column>> = {
  '1': 'position',
  '2': 'name',
  '3': 'article',
  '4': 'unit',
  '10': 'quantity', // net mass
  '11': 'unitPrice',
  '12': 'net',
  '13': 'taxRate',
  '14': 'tax',
  '15': 'gross',
}
const WAYBILL_COLUMNS = 15
const FEWEST = 6 // columns; programs leave out those they do not fill
const FIRST_GAP = 2 // line heights: a short heading stands in the middle of its cell, above the numbers
const DEEPEST = 10 // rows of wrapped words in a heading

/** Heads of the statutory forms: the row of column numbers says where the columns are and what they hold. */
export function formHeads(page: TextPage): readonly ItemHeader<Column>[] {
  const rows = textRows(page)
  return rows.flatMap((row, i) => {
    const waybill = waybillNumbers(row)
    const numbers = waybill ?? columnNumbers(row)
    if (!numbers) return []
    const lines = [...row, ...headingLines(page, rows, i)]
    const at = {
      x0: Math.min(...numbers.map((n) => n.at.x0)),
      x1: Math.max(...numbers.map((n) => n.at.x1)),
      y0: Math.min(...row.map((l) => l.at.y0)),
      y1: Math.max(...row.map((l) => l.at.y1)),
    }
    const printed = new Set(numbers.map((n) => n.text))
    const means = waybill
      ? (number: string) => WAYBILL[number] ?? 'other'
      : (number: string, text: string) => meaning(number, text, printed)
    return [{ page, lines, at, cells: numbers.map((cell) => headed(cell, numbers, lines, means)) }]
  })
}

/** 1 to 15, all of them; a scan may hold one or two that cannot be read, whose place among the others says which they are. */
function waybillNumbers(row: readonly TextLine[]): readonly Number[] | null {
  const words = row.flatMap((line) => line.words).sort((a, b) => a.at.x0 - b.at.x0)
  if (words.length !== WAYBILL_COLUMNS) return null
  const read = words.filter(({ word }, i) => word.text.replace(/\D/g, '') === String(i + 1)).length
  return read >= WAYBILL_COLUMNS - 2 ? words.map(({ at }, i) => ({ text: String(i + 1), at })) : null
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
    const inside = row.filter((line) =>
      top === undefined ? below.at.y0 - line.at.y1 < (below === first ? FIRST_GAP : 0.9) * line.em : line.at.y0 >= top - 0.002,
    )
    if (inside.length === 0) break
    out.push(...inside)
    below = inside[0]!
  }
  return out
}

/** The column with its heading: how far the words over a number reach is how wide the column is at least. */
function headed(
  cell: Number,
  numbers: readonly Number[],
  lines: readonly TextLine[],
  means: (number: string, heading: string) => Column,
): HeadCell<Column> {
  const covers = (run: Run, n: Number) => run.at.x0 <= middle(n) && run.at.x1 >= middle(n) && run.at.y1 < n.at.y1
  const over = lines
    .flatMap(runs)
    .flatMap((run) => (numbers.filter((n) => covers(run, n)).length > 1 ? apart(run, numbers) : [run]))
    .filter((run) => covers(run, cell) && /\p{L}{2}|№/u.test(run.text))
    .sort((a, b) => a.at.y0 - b.at.y0)
  const heading = over.map((run) => run.text).join(' ')
  return { text: cell.text, at: boundingBox([cell.at, ...over.map((run) => run.at)]), kind: means(cell.text, heading) }
}

/** The first columns changed their numbers in 2021 (№ п/п got one): there the words decide. */
function meaning(number: string, heading: string, printed: ReadonlySet<string>): Column {
  const known = NUMBERED[number]
  if (known) return known
  if (Number.parseInt(number, 10) > 9) return 'other'
  const worded = /^№|п\/п/u.test(heading) ? 'position' : russianHeading(heading)
  return worded ?? (number === '1а' ? (printed.has('1б') ? 'name' : 'other') : number === '1' && printed.has('1б') ? 'position' : 'other')
}

interface Run {
  readonly text: string
  readonly at: Box
  readonly words: readonly Word[]
}

type Word = TextLine['words'][number]

function runOf(words: readonly Word[]): Run {
  return { text: words.map((w) => w.word.text).join(' '), at: boundingBox(words.map((w) => w.at)), words }
}

/** Words of a line that stand together. */
function runs(line: TextLine): readonly Run[] {
  const groups: Word[][] = []
  for (const word of line.words) {
    const last = groups.at(-1)?.at(-1)
    if (last && word.at.x0 - last.at.x1 < 0.75 * line.em) groups.at(-1)!.push(word)
    else groups.push([word])
  }
  return groups.map(runOf)
}

/** Headings of narrow columns printed without a gap: each word goes to the number it stands nearest to. */
function apart({ words }: Run, numbers: readonly Number[]): readonly Run[] {
  const nearest = (word: Word) =>
    numbers.reduce((best, n) => (Math.abs(middle(n) - middle(word)) < Math.abs(middle(best) - middle(word)) ? n : best))
  return numbers.flatMap((n) => {
    const own = words.filter((word) => nearest(word) === n)
    return own.length > 0 ? [runOf(own)] : []
  })
}

function middle({ at }: { readonly at: Box }): number {
  return (at.x0 + at.x1) / 2
}

import type { Random } from '../random.ts'
import type { Key } from './column-heads.ts'
import type { Tongue } from './rows.ts'
import { FONTS } from './table-page.ts'

/** How one firm prints an invoice that takes several sheets. */
export interface LongStyle {
  readonly tongue: Tongue
  readonly keys: readonly Key[]
  /** A grid has lines on all sides of a cell; the others have at most lines between rows. */
  readonly frame: 'grid' | 'row-lines' | 'plain' | 'zebra'
  readonly head: 'every page' | 'first page'
  /** At the foot of a sheet: nothing, the sum so far (and again on top of the next sheet), or the sum of the sheet. */
  readonly sums: 'none' | 'carried' | 'page sum'
  /** On top of the sheets that follow: nothing, one line with the number, or the whole letterhead again. */
  readonly top: 'none' | 'line' | 'letterhead'
  readonly foot: 'none' | 'page number' | 'bank details'
  /** Columns keep their widths from sheet to sheet, or each sheet makes its own. */
  readonly fixed: boolean
  /** Sheets are printed for binding: every second one is moved sideways. */
  readonly bound: boolean
  readonly firstRows: number
  readonly nextRows: number
  readonly lineCount: number
  readonly css: string
}

const COLUMNS: readonly (readonly Key[])[] = [
  ['name', 'quantity', 'price', 'net'],
  ['no', 'name', 'quantity', 'unit', 'price', 'net'],
  ['code', 'name', 'quantity', 'unit', 'price', 'net'],
  ['no', 'code', 'name', 'quantity', 'price', 'rate', 'net'],
  ['quantity', 'code', 'name', 'price', 'net'],
  ['no', 'name', 'unit', 'quantity', 'price', 'net', 'rate', 'tax', 'gross'],
]

/** `room`: share of the rows that fit when all of them are low. */
export function longStyle(random: Random, room: number): LongStyle {
  const firstRows = Math.round(75 * room)
  const nextRows = Math.round(85 * room)
  const frame = random.pick(['grid', 'grid', 'row-lines', 'plain', 'zebra'] as const)
  return {
    tongue: random.pick(['ru', 'en', 'de', 'fr'] as const),
    keys: random.pick(COLUMNS),
    frame,
    head: random.pick(['every page', 'first page'] as const),
    sums: random.pick(['none', 'none', 'carried', 'page sum'] as const),
    top: random.pick(['none', 'line', 'line', 'letterhead'] as const),
    foot: random.pick(['none', 'page number', 'bank details'] as const),
    fixed: random.chance(0.7),
    bound: random.chance(0.2),
    firstRows,
    nextRows,
    lineCount: firstRows + random.pick([1, 2, 6, nextRows - 8, nextRows, nextRows + 1, 2 * nextRows + random.int(1, 8)]),
    css: `body { font: ${random.pick(['8', '8.5', '9'])}pt/1.25 ${random.pick(FONTS)} } .page { padding: 12mm 15mm 10mm 18mm } .page.moved { padding: 12mm 21mm 10mm 12mm }
      .letter { display: flex; justify-content: space-between; margin-bottom: 4mm } h1 { font-size: 13pt; margin: 3mm 0 }
      .again { display: flex; justify-content: space-between; margin-bottom: 4mm; font-size: 90% } .foot { position: absolute; bottom: 6mm; left: 18mm; right: 18mm; font-size: 80%; text-align: center }
      .t td, .t th { padding: ${random.int(2, 6) / 10}mm ${random.int(10, 18) / 10}mm; vertical-align: top } .t th { text-align: left } .t .r { text-align: right } .t .c { text-align: center }
      .sums { width: auto; margin: 3mm 0 0 auto } .sums td { padding: 0.5mm 2mm; text-align: right } ${FRAMES[frame]}`,
  }
}

const FRAMES: Readonly<Record<LongStyle['frame'], string>> = {
  grid: '.t td, .t th { border: 0.75px solid #000 }',
  'row-lines': '.t td, .t th { border-bottom: 0.5px solid #888 }',
  plain: '.t th { border-bottom: 1px solid #000 }',
  zebra: '.t tr:nth-child(even) td { background: #f0f2f5 }',
}

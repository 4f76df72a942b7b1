import type { Random } from '../random.ts'
import { HEADS, type Key } from './column-heads.ts'
import { itemRows } from './rows.ts'
import { above, below, FONTS, type RowHtml, type TablePage, tableHtml } from './table-page.ts'

const COLUMNS: readonly (readonly Key[])[] = [
  ['name', 'quantity', 'price', 'net'],
  ['no', 'name', 'quantity', 'unit', 'price', 'net'],
  ['code', 'name', 'quantity', 'price', 'rate', 'net'],
  ['quantity', 'code', 'name', 'price', 'net'],
  ['no', 'code', 'name', 'unit', 'quantity', 'price', 'net'],
  ['name', 'quantity', 'price', 'rate', 'tax', 'gross'],
  ['name', 'quantity', 'net'],
]

const DECORATIONS: readonly ((random: Random) => { readonly name: string; readonly css: string })[] = [
  () => ({ name: 'plain', css: '' }),
  () => ({ name: 'head-line', css: '.t th { border-bottom: 1px solid #000 }' }),
  () => ({ name: 'row-lines', css: '.t td, .t th { border-bottom: 0.5px solid #999 }' }),
  () => ({ name: 'zebra', css: '.t tr:nth-child(even) td { background: #f0f2f5 }' }),
  (random) => ({
    name: 'filled-head',
    css: `.t th { background: ${random.pick(['#dde', '#eee', '#345'])}; ${random.chance(0.5) ? 'border-top: 1px solid #000' : ''} }`,
  }),
  () => ({
    name: 'top-and-bottom',
    css: '.t { border-top: 1.5px solid #000; border-bottom: 1.5px solid #000 } .t th { border-bottom: 0.5px solid #000 }',
  }),
]

/** Tables without a grid: columns by alignment alone, with at most lines between rows; wrapped names, second lines of text, narrow gaps. */
export function borderlessPage(index: number, random: Random): TablePage {
  const tongue = random.pick(['ru', 'en', 'de', 'fr'] as const)
  const { name, css } = DECORATIONS[index % DECORATIONS.length]!(random)
  const keys = random.pick(COLUMNS)
  const rows = itemRows(tongue, random.int(3, 12), random)
  const described = random.chance(0.25)
  const body = rows.map(
    (row): RowHtml => keys.map((key) => (key === 'name' && described && random.chance(0.6) ? `${row.name}<br>${row.code}` : row[key])),
  )
  const russian = tongue === 'ru'
  const narrow = random.chance(0.5)
  const numeric = random.pick(['r', 'r', 'r', 'c'])
  const classes = keys.map((key) =>
    key === 'name' || key === 'code' ? '' : key === 'no' || key === 'unit' ? random.pick(['', 'c']) : numeric,
  )
  const head: RowHtml = keys.map((key, i) => ({ text: HEADS[tongue][key], className: classes[i] ?? '' }))
  return {
    sheet: { name, language: tongue },
    css: `body { font: ${random.int(16, 22) / 2}pt/1.3 ${random.pick(FONTS)} } .page { padding: 16mm ${random.int(12, 22)}mm } h1 { font-size: 13pt }
      .t td, .t th { padding: ${random.int(2, 20) / 10}mm ${random.int(12, 30) / 10}mm; vertical-align: top } .t th { text-align: left; white-space: ${random.pick(['normal', 'nowrap'])} }
      .t .r { text-align: right } .t .c { text-align: center } ${narrow ? '.t { width: auto }' : ''} ${css.includes('#345') ? '.t th { color: #fff }' : ''} ${css}`,
    html: `${above(russian, random)}${tableHtml('borderless', [head], body, classes)}${below(russian, random)}`,
  }
}

import type { Random } from '../random.ts'
import { type ItemRow, itemRows } from './rows.ts'
import { above, below, FONTS, type RowHtml, type TablePage, tableHtml } from './table-page.ts'

interface Form {
  readonly name: string
  readonly landscape?: boolean
  table(random: Random): { readonly html: string; readonly russian: boolean; readonly css?: string }
}

/** Drawn tables: full grids, headings over several rows and columns as on ТОРГ-12 and счёт-фактура, bank blocks, totals beside an empty corner. */
const FORMS: readonly Form[] = [
  { name: 'grid', table: grid },
  { name: 'totals-corner', table: totalsCorner },
  { name: 'bank-block', table: bankBlock },
  { name: 'waybill', landscape: true, table: waybill },
  { name: 'facture', landscape: true, table: facture },
  { name: 'open-sides', table: openSides },
  { name: 'form', table: keyValues },
  { name: 'filled', table: filled },
]

export function ruledPage(index: number, random: Random): TablePage {
  const form = FORMS[index % FORMS.length]!
  const { html, russian, css = '' } = form.table(random)
  const border = `${random.pick(['0.5px', '1px', '1.5px'])} ${random.pick(['solid', 'solid', 'solid', 'dotted'])} ${random.pick(['#000', '#000', '#555', '#9aa'])}`
  const size = form.landscape ? random.int(14, 16) / 2 : random.int(16, 21) / 2
  return {
    sheet: { name: form.name, language: russian ? 'ru' : 'en', landscape: form.landscape ?? false },
    css: `body { font: ${size}pt/1.25 ${random.pick(FONTS)} } .page { padding: 15mm ${random.int(9, 18)}mm } h1 { font-size: 13pt }
      .t td, .t th { border: ${border}; padding: ${random.int(3, 14) / 10}mm ${random.int(8, 16) / 10}mm; vertical-align: ${random.pick(['top', 'middle'])} }
      .t th { font-weight: ${random.pick(['normal', 'bold'])}; text-align: center } .t .none { border: none } ${css}`,
    html: `${above(russian, random)}${html}${below(russian, random)}`,
  }
}

const RIGHT = ['c', '', 'c', 'r', 'r', 'r']

function six(rows: readonly ItemRow[]): readonly RowHtml[] {
  return rows.map((r) => [r.no, r.name, r.unit, r.quantity, r.price, r.net])
}

function headings(russian: boolean): RowHtml {
  return russian
    ? ['№', 'Товары (работы, услуги)', 'Ед.', 'Кол-во', 'Цена', 'Сумма']
    : ['No', 'Description', 'Unit', 'Qty', 'Unit price', 'Amount']
}

function grid(random: Random) {
  const russian = random.chance(0.5)
  const rows = itemRows(russian ? 'ru' : 'en', random.int(2, 12), random)
  return { russian, html: tableHtml('ruled', [headings(russian)], six(rows), RIGHT) }
}

function totalsCorner(random: Random) {
  const russian = random.chance(0.5)
  const rows = itemRows(russian ? 'ru' : 'en', random.int(2, 8), random)
  const captions = russian ? ['Итого:', 'В том числе НДС:', 'Всего к оплате:'] : ['Subtotal', 'VAT', 'Total due']
  const whole = random.chance(0.5)
  const sums = captions.map(
    (caption): RowHtml =>
      whole
        ? [
            { text: caption, columnSpan: 5, className: 'r' },
            { text: rows[0]!.gross, className: 'r' },
          ]
        : [
            { text: '', columnSpan: 4, className: 'none', skip: true },
            { text: caption, className: 'r' },
            { text: rows[0]!.gross, className: 'r' },
          ],
  )
  return { russian, html: tableHtml('ruled', [headings(russian)], [...six(rows), ...sums], RIGHT) }
}

function bankBlock(random: Random) {
  const bank: readonly RowHtml[] = [
    [{ text: 'БАНК «ПРИМЕР» (АО) г. Образцов', columnSpan: 2, rowSpan: 2 }, 'БИК', '044525999'],
    ['Сч. №', '30101810400000000999'],
    ['ИНН 7700000000', 'КПП 770001001', { text: 'Сч. №', rowSpan: 2 }, { text: '40702810900000001234', rowSpan: 2 }],
    [{ text: 'Получатель<br>ООО «Образец Север»', columnSpan: 2 }],
  ]
  const rows = itemRows('ru', random.int(1, 6), random)
  return {
    russian: true,
    html: `${tableHtml('ruled', [], bank)}<h1>Счет на оплату</h1>${tableHtml('ruled', [headings(true)], six(rows), RIGHT)}`,
    css: '.t { margin-bottom: 4mm }',
  }
}

/** ТОРГ-12: two heading rows, groups over several columns, a row of column numbers, an empty corner before the totals. */
function waybill(random: Random) {
  const rows = itemRows('ru', random.int(2, 8), random)
  const tall = (text: string) => ({ text, rowSpan: 2 })
  const head: readonly RowHtml[] = [
    [
      tall('Номер по порядку'),
      { text: 'Товар', columnSpan: 2 },
      { text: 'Единица измерения', columnSpan: 2 },
      tall('Вид упаковки'),
      { text: 'Количество', columnSpan: 2 },
      tall('Масса брутто'),
      tall('Количество (масса нетто)'),
      tall('Цена, руб. коп.'),
      tall('Сумма без учета НДС, руб. коп.'),
      { text: 'НДС', columnSpan: 2 },
      tall('Сумма с учетом НДС, руб. коп.'),
    ],
    [
      'наименование, характеристика, сорт, артикул товара',
      'код',
      'наименование',
      'код по ОКЕИ',
      'в одном месте',
      'мест, штук',
      'ставка, %',
      'сумма, руб. коп.',
    ],
    Array.from({ length: 15 }, (_, i) => String(i + 1)),
  ]
  const body = rows.map(
    (r): RowHtml => [r.no, r.name, r.code, r.unit, '796', '', '', '', '', r.quantity, r.price, r.net, r.rate, r.tax, r.gross],
  )
  const corner = random.chance(0.5)
  const sum = (caption: string): RowHtml => [
    { text: caption, columnSpan: 7, className: corner ? 'none r' : 'r', skip: corner },
    rows[0]!.quantity,
    '',
    rows[0]!.quantity,
    'Х',
    rows[0]!.net,
    'Х',
    rows[0]!.tax,
    rows[0]!.gross,
  ]
  const classes = ['c', '', 'c', 'c', 'c', 'c', 'c', 'c', 'r', 'r', 'r', 'r', 'c', 'r', 'r']
  return { russian: true, html: tableHtml('ruled', head, [...body, sum('Итого'), sum('Всего по накладной')], classes) }
}

function facture(random: Random) {
  const rows = itemRows('ru', random.int(2, 7), random)
  const tall = (text: string) => ({ text, rowSpan: 2 })
  const head: readonly RowHtml[] = [
    [
      tall('№ п/п'),
      tall('Наименование товара (описание выполненных работ, оказанных услуг), имущественного права'),
      tall('Код вида товара'),
      { text: 'Единица измерения', columnSpan: 2 },
      tall('Коли-чество (объем)'),
      tall('Цена (тариф) за единицу измерения'),
      tall('Стоимость без налога — всего'),
      tall('В том числе сумма акциза'),
      tall('Нало-говая ставка'),
      tall('Сумма налога'),
      tall('Стоимость с налогом — всего'),
      { text: 'Страна происхождения товара', columnSpan: 2 },
    ],
    ['код', 'условное обозначение', 'цифровой код', 'краткое наименование'],
    ['1', '1а', '1б', '2', '2а', '3', '4', '5', '6', '7', '8', '9', '10', '10а'],
  ]
  const body = rows.map(
    (r): RowHtml => [r.no, r.name, '—', '796', r.unit, r.quantity, r.price, r.net, 'без акциза', r.rate, r.tax, r.gross, '—', '—'],
  )
  const total: RowHtml = [
    { text: 'Всего к оплате', columnSpan: 7 },
    rows[0]!.net,
    { text: 'Х', columnSpan: 2, className: 'c' },
    rows[0]!.tax,
    rows[0]!.gross,
    { text: '', columnSpan: 2, className: 'none', skip: true },
  ]
  return {
    russian: true,
    html: tableHtml('ruled', head, [...body, total], ['c', '', 'c', 'c', 'c', 'r', 'r', 'r', 'c', 'c', 'r', 'r', 'c', 'c']),
  }
}

/** Lines between the columns and the rows, none at the left and right end. */
function openSides(random: Random) {
  const russian = random.chance(0.3)
  const rows = itemRows(russian ? 'ru' : 'en', random.int(3, 10), random)
  return {
    russian,
    html: tableHtml('ruled', [headings(russian)], six(rows), RIGHT),
    css: '.t tr > :first-child { border-left: none } .t tr > :last-child { border-right: none }',
  }
}

function keyValues(random: Random) {
  const rows: readonly RowHtml[] = [
    [{ text: 'Shipment details', columnSpan: 4 }],
    ['Order', `PO-${random.digits(5)}`, 'Carrier', 'Sample Freight'],
    ['Date', '12.03.2026', { text: 'Terms', rowSpan: 2 }, { text: 'Delivered at place, duty unpaid, insured by the buyer', rowSpan: 2 }],
    ['Weight', `${random.int(10, 900)} kg`],
    ['Remarks', { text: 'Leave at the gate; call the number on the label before arrival', columnSpan: 3 }],
    ...itemRows('en', random.int(1, 5), random).map((r): RowHtml => [r.code, { text: r.name, columnSpan: 2 }, r.quantity]),
  ]
  return { russian: false, html: tableHtml('ruled', [], rows) }
}

/** A filled heading without lines of its own over a body with lines. */
function filled(random: Random) {
  const tongue = random.pick(['en', 'de', 'fr'] as const)
  const rows = itemRows(tongue, random.int(3, 10), random)
  const fill = random.pick(['#234', '#e8ecf0', '#ddd', '#1a5fb4'])
  const light = fill === '#234' || fill === '#1a5fb4'
  return {
    russian: false,
    html: tableHtml('ruled', [headings(false)], six(rows), RIGHT),
    css: `.t th { background: ${fill}; color: ${light ? '#fff' : '#000'}; border-color: ${fill} }`,
  }
}

import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, row } from '../html.ts'
import type { Layout } from '../sample.ts'
import { address, OKEI, ru } from './ru-parts.ts'

/** Счёт-фактура (постановление 1137): landscape, numbered head lines, a row of column numbers under the headings, VAT per line at two rates. */
export const ruFacture: Layout = {
  name: 'ru-facture',
  language: 'ru',
  landscape: true,
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: random.pick(['food', 'goods']),
    lineCount: random.int(2, 7),
    rates: { main: '22', reduced: '10' },
    taxPerLine: true,
  }),
  css: (random) => `
    body { font: 8pt/1.2 ${random.pick(["'Liberation Serif'", "'Liberation Sans Narrow'", "'PT Sans Narrow'"])} }
    .page { padding: 14mm 10mm 8mm }
    .law { position: absolute; right: 10mm; top: 10mm; width: 70mm; font-size: 6.5pt; text-align: right; color: #333 }
    h1 { font-size: 12pt; margin: 12mm 0 2mm } .head td { padding: 0.4mm 0; vertical-align: bottom } .head td:last-child { text-align: right; width: 10mm }
    .head td:nth-child(2) { border-bottom: 0.5px solid #000 } .head td:first-child { white-space: nowrap; width: 1%; padding-right: 2mm }
    .items { margin-top: 3mm } .items td, .items th { border: 1px solid #000; padding: 0.6mm 1mm; vertical-align: top } .items th { font-weight: normal; text-align: center; vertical-align: middle }
    .numbers td { text-align: center } .sign { margin-top: 6mm } .sign td { width: 50% }`,
  pages: (invoice) => [page(invoice)],
}

function page(invoice: Invoice): string {
  const { number, issueDate } = invoice
  return `<div class="law">Приложение № 1 к постановлению Правительства Российской Федерации от 26 декабря 2011 г. № 1137</div>
    <h1>Счет-фактура № ${field('number', number)} от ${field('issueDate', ru.longDate(issueDate))} <small>(1)</small></h1>
    <p style="margin:0 0 2mm">Исправление № — от — <small>(1а)</small></p>${head(invoice)}${table(invoice)}
    <table class="sign"><tr><td>Руководитель организации или иное уполномоченное лицо ______________ Образцов О. О.</td>
    <td>Главный бухгалтер или иное уполномоченное лицо ______________ Примерова П. П.</td></tr></table>`
}

function head({ seller, buyer, lines, issueDate }: Invoice): string {
  const entry = (caption: string, value: string, no: string) => `<tr><td>${caption}</td><td>${value}</td><td>(${no})</td></tr>`
  const pair = (at: 'seller' | 'buyer', party: Invoice['seller']) => `${field(`${at}.inn`, party.inn)}/${field(`${at}.kpp`, party.kpp)}`
  return `<table class="head">${entry('Продавец:', field('seller.name', seller.name), '2')}${entry('Адрес:', address('seller', seller), '2а')}
    ${entry('ИНН/КПП продавца:', pair('seller', seller), '2б')}${entry('Грузоотправитель и его адрес:', 'он же', '3')}
    ${entry('Грузополучатель и его адрес:', `${buyer.name}, ${buyer.address.zip}, г. ${buyer.address.city}, ${buyer.address.line1}`, '4')}
    ${entry('К платежно-расчетному документу №', '— от —', '5')}
    ${entry('Документ об отгрузке:', `№ п/п 1–${lines.length} № 45 от ${ru.date(issueDate)}`, '5а')}
    ${entry('Покупатель:', field('buyer.name', buyer.name), '6')}${entry('Адрес:', address('buyer', buyer), '6а')}
    ${entry('ИНН/КПП покупателя:', pair('buyer', buyer), '6б')}
    ${entry('Валюта: наименование, код', 'Российский рубль, 643', '7')}</table>`
}

const HEADS = [
  '№ п/п',
  'Наименование товара (описание выполненных работ, оказанных услуг), имущественного права',
  'Код вида товара',
  'Единица измерения: код',
  'условное обозначение',
  'Количество (объем)',
  'Цена (тариф) за единицу измерения',
  'Стоимость товаров (работ, услуг) без налога — всего',
  'В том числе сумма акциза',
  'Налоговая ставка',
  'Сумма налога, предъявляемая покупателю',
  'Стоимость товаров (работ, услуг) с налогом — всего',
]
const NUMBERS = ['1', '1а', '1б', '2', '2а', '3', '4', '5', '6', '7', '8', '9']

function table({ lines, totals }: Invoice): string {
  const body = lines.map((line, i) => {
    const at = (key: string) => `lines[${i}].${key}`
    return row(
      [
        field(at('no'), line.no),
        field(at('name'), line.name),
        '—',
        OKEI[line.unit ?? ''] ?? '—',
        field(at('unitRaw'), line.unitRaw),
        field(at('quantity'), ru.quantity(line.quantity)),
        field(at('unitPrice'), ru.money(line.unitPrice)),
        field(at('net'), ru.money(line.net)),
        'без акциза',
        `${field(at('taxRate'), line.taxRate)}%`,
        field(at('tax'), ru.money(line.tax)),
        field(at('gross'), ru.money(line.gross)),
      ],
      ['c', '', 'c', 'c', 'c', 'r', 'r', 'r', 'c', 'c', 'r', 'r'],
    )
  })
  const sums = `<tr><td colspan="7"><b>Всего к оплате (9)</b></td><td class="r">${field('totals.net', ru.money(totals.net))}</td><td colspan="2" class="c">Х</td>
    <td class="r">${field('totals.tax', ru.money(totals.tax))}</td><td class="r">${field('totals.gross', ru.money(totals.gross))}</td></tr>`
  return `<table class="items">${row(HEADS, [], 'th')}${row(NUMBERS).replace('<tr>', '<tr class="numbers">')}${body.join('')}${sums}</table>`
}

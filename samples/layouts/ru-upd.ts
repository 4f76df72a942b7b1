import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, row, said } from '../html.ts'
import type { Random } from '../random.ts'
import type { Layout } from '../sample.ts'
import { address, OKEI, ru } from './ru-parts.ts'

/** УПД with status 1: счёт-фактура with both parties side by side in a thick frame, the transfer block under it. */
export const ruUpd: Layout = {
  name: 'ru-upd',
  language: 'ru',
  landscape: true,
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: random.pick(['goods', 'food']),
    lineCount: random.int(1, 6),
    rates: random.chance(0.6) ? { main: '22' } : { main: '22', reduced: '10' },
    taxPerLine: true,
  }),
  css: (random) => `
    body { font: 7.5pt/1.15 ${random.pick(["'Liberation Sans'", "'PT Sans Narrow'", "'DejaVu Sans Condensed'"])} }
    .page { padding: 12mm 8mm 6mm } .law { position: absolute; right: 8mm; top: 8mm; width: 80mm; font-size: 5.5pt; text-align: right }
    .all { display: flex } .left { width: 26mm; padding-right: 2mm; border-right: 2px solid #000 } .right { flex: 1; padding-left: 2mm }
    .left b { border: 1px solid #000; padding: 0 2mm } .left small { font-size: 5.5pt } .two { display: flex; gap: 4mm } .two > div { flex: 1 }
    .head td { padding: 0.2mm 0; vertical-align: bottom } .head td:first-child { white-space: nowrap; width: 1%; padding-right: 1mm } .head td:nth-child(2) { border-bottom: 0.5px solid #000 } .head td:last-child { width: 6mm; text-align: right }
    .items { margin-top: 2mm } .items td, .items th { border: 1px solid #000; padding: 0.4mm 0.6mm; vertical-align: top } .items th { font-weight: normal; font-size: 6pt; text-align: center; vertical-align: middle } .numbers td { text-align: center }
    .sign { margin: 2mm 0; border-bottom: 2px solid #000; padding-bottom: 1mm } .transfer td { padding: 0.6mm 0; vertical-align: top }`,
  pages: (invoice, random) => [page(invoice, random)],
}

function page(invoice: Invoice, random: Random): string {
  const { number, issueDate } = invoice
  return `<div class="law">Приложение № 1 к постановлению Правительства Российской Федерации от 26 декабря 2011 г. № 1137</div>
    <div class="all"><div class="left">Универсальный передаточный документ<br><br>Статус: <b>1</b><br><br><small>1 – счет-фактура и передаточный документ (акт)<br>2 – передаточный документ (акт)</small></div>
    <div class="right"><div style="margin-top:4mm">Счет-фактура № ${field('number', number)} от ${field('issueDate', ru.longDate(issueDate))} (1)</div>
    <div>Исправление № -- от -- (1а)</div>${head(invoice)}${table(invoice, random)}
    <table class="sign"><tr><td>Документ составлен на 1 листе</td><td>Руководитель организации или иное уполномоченное лицо ____________ ${said('signatories[0].name', 'Образцов О. О.')}</td>
    <td>Главный бухгалтер или иное уполномоченное лицо ____________ ${said('signatories[1].name', 'Примерова П. П.')}</td></tr></table>${transfer(invoice)}</div></div>`
}

function head({ seller, buyer, lines, issueDate, number }: Invoice): string {
  const entry = (caption: string, value: string, no: string) => `<tr><td>${caption}</td><td>${value}</td><td>(${no})</td></tr>`
  const pair = (at: 'seller' | 'buyer', party: Invoice['seller']) => `${field(`${at}.inn`, party.inn)}/${field(`${at}.kpp`, party.kpp)}`
  const left = [
    entry('Продавец:', field('seller.name', seller.name), '2'),
    entry('Адрес:', address('seller', seller), '2а'),
    entry('ИНН/КПП продавца:', pair('seller', seller), '2б'),
    entry('Грузоотправитель и его адрес:', said('consignor', 'он же'), '3'),
    entry(
      'Грузополучатель и его адрес:',
      said('consignee', `${buyer.name}, ${buyer.address.zip}, г. ${buyer.address.city}, ${buyer.address.line1}`),
      '4',
    ),
    entry('К платежно-расчетному документу №', '-- от --', '5'),
    entry('Документ об отгрузке:', `№ п/п 1-${lines.length} № ${number} от ${ru.date(issueDate)} г.`, '5а'),
  ]
  const right = [
    entry('Покупатель:', field('buyer.name', buyer.name), '6'),
    entry('Адрес:', address('buyer', buyer), '6а'),
    entry('ИНН/КПП покупателя:', pair('buyer', buyer), '6б'),
    entry('Валюта: наименование, код', 'Российский рубль, 643', '7'),
    entry('Идентификатор государственного контракта, договора (соглашения) (при наличии):', '', '8'),
  ]
  return `<div class="two"><div><table class="head">${left.join('')}</table></div><div><table class="head">${right.join('')}</table></div></div>`
}

const HEADS = [
  'Код товара/ работ, услуг',
  '№ п/п',
  'Наименование товара (описание выполненных работ, оказанных услуг), имущественного права',
  'Код вида товара',
  'код',
  'условное обозначение (национальное)',
  'Коли-чество (объем)',
  'Цена (тариф) за единицу измерения',
  'Стоимость товаров (работ, услуг), имущественных прав без налога - всего',
  'В том числе сумма акциза',
  'Нало-говая ставка',
  'Сумма налога, предъяв-ляемая покупателю',
  'Стоимость товаров (работ, услуг), имущественных прав с налогом - всего',
  'Цифровой код',
  'Краткое наименование',
  'Регистрационный номер декларации на товары',
]
const NUMBERS = ['А', '1', '1а', '1б', '2', '2а', '3', '4', '5', '6', '7', '8', '9', '10', '10а', '11']
const CLASSES = ['', 'c', '', 'c', 'c', 'c', 'r', 'r', 'r', 'c', 'c', 'r', 'r', 'c', 'c', 'c']

function table({ lines, totals }: Invoice, random: Random): string {
  const dash = random.pick(['--', '-', '—'])
  const body = lines.map((line, i) => {
    const at = (key: string) => `lines[${i}].${key}`
    return row(
      [
        field(at('sellerItemId'), line.sellerItemId),
        field(at('no'), line.no),
        field(at('name'), line.name),
        dash,
        OKEI[line.unit ?? ''] ?? dash,
        field(at('unitRaw'), line.unitRaw),
        field(at('quantity'), ru.quantity(line.quantity)),
        field(at('unitPrice'), ru.money(line.unitPrice)),
        field(at('net'), ru.money(line.net)),
        'Без акциза',
        `${field(at('taxRate'), line.taxRate)}%`,
        field(at('tax'), ru.money(line.tax)),
        field(at('gross'), ru.money(line.gross)),
        dash,
        dash,
        dash,
      ],
      CLASSES,
    )
  })
  const sums = `<tr><td colspan="8"><b>Всего к оплате (9)</b></td><td class="r">${field('totals.net', ru.money(totals.net))}</td><td colspan="2" class="c">X</td>
    <td class="r">${field('totals.tax', ru.money(totals.tax))}</td><td class="r">${field('totals.gross', ru.money(totals.gross))}</td><td colspan="3"></td></tr>`
  return `<table class="items">${row(HEADS, [], 'th')}${row(NUMBERS).replace('<tr>', '<tr class="numbers">')}${body.join('')}${sums}</table>`
}

function transfer({ contractRef, deliveryDate, seller, buyer }: Invoice): string {
  return `<table class="transfer"><tr><td>Основание передачи (сдачи) / получения (приемки)</td><td>${said('contractRef.name', 'Договор поставки')} № ${field('contractRef.number', contractRef.number)} от ${field('contractRef.date', ru.date(contractRef.date))}</td><td>[8]</td></tr></table>
    <div class="two"><div>Товар (груз) передал / услуги, результаты работ, права сдал<br>Директор ____________ Образцов О. О. [10]<br>
    Дата отгрузки, передачи (сдачи) ${field('deliveryDate', ru.longDate(deliveryDate))} [11]<br>
    Наименование экономического субъекта – составителя документа<br>${seller.name}, ИНН/КПП ${seller.inn}/${seller.kpp} [14]</div>
    <div>Товар (груз) получил / услуги, результаты работ, права принял<br>____________ ____________ [15]<br>Дата получения (приемки) «__» __________ 20__ г. [16]<br>
    Наименование экономического субъекта – составителя документа<br>${buyer.name}, ИНН/КПП ${buyer.inn}/${buyer.kpp} [19]</div></div>`
}

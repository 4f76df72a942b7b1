import { Decimal, sum } from '../../core/rules/index.ts'
import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, paginate, row, said, when } from '../html.ts'
import type { Random } from '../random.ts'
import type { Layout } from '../sample.ts'
import { address, amountInWords, ru } from './ru-parts.ts'

/** A wholesaler's счёт over several pages: requisites as captioned rows, VAT per line at two rates, a subtotal at the foot of every page. */
export const ruOrder: Layout = {
  name: 'ru-order',
  language: 'ru',
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: random.pick(['goods', 'food']),
    lineCount: random.pick([3, 6, 18, 30]),
    rates: { main: '22', reduced: '10' },
    taxPerLine: true,
  }),
  css: (random) => `
    body { font: 8pt/1.2 ${random.pick(["'Liberation Sans'", "'PT Sans'", "'DejaVu Sans Condensed'", "'Liberation Serif'"])} }
    .page { padding: 12mm 10mm 10mm 14mm } .notice { font-size: 7pt; text-align: center; margin: 0 15mm 3mm }
    .req td { padding: 0.4mm 0; vertical-align: top } .req td:first-child { width: 34mm; color: #333 }
    h1 { font-size: 13pt; text-align: ${random.pick(['center', 'left'])}; margin: 4mm 0 }
    .items { margin-top: 3mm } .items td, .items th { border: ${random.pick(['1px solid #000', '0.5px solid #888'])}; padding: 0.6mm 1mm; vertical-align: top } .items th { background: #eee }
    .sums { width: auto; margin: 2mm 0 2mm auto } .sums td { padding: 0.3mm 1mm; text-align: right }
    .sign { margin-top: 8mm } .sign td { padding: 2mm 1mm; width: 50% }`,
  pages(invoice, random) {
    const chunks = paginate(invoice.lines.length, 11, 22, 8)
    const dash = random.pick([' ', ': '])
    return chunks.map((rows, page) => {
      const last = page === chunks.length - 1
      const subtotal = chunks.length > 1 && rows.length > 0
      return `${when(page === 0, () => head(invoice, random))}${table(invoice, rows, subtotal)}${when(last, () => foot(invoice, dash))}`
    })
  },
}

function head(invoice: Invoice, random: Random): string {
  const { payment, seller, buyer, number, issueDate, dueDate, contractRef } = invoice
  const entry = (caption: string, value: string) => `<tr><td>${caption}</td><td>${value}</td></tr>`
  const pair = (at: 'seller' | 'buyer', party: Invoice['seller']) => `${field(`${at}.inn`, party.inn)} / ${field(`${at}.kpp`, party.kpp)}`
  const until = random.pick(['Счет действителен до', 'Оплатить до', 'Срок оплаты:'])
  const basis = `${said('contractRef.name', random.pick(['Договор', 'Договор поставки']))} № ${field('contractRef.number', contractRef.number)} от ${field('contractRef.date', ru.date(contractRef.date))}`
  return `<p class="notice">Внимание! Оплата данного счета означает согласие с условиями поставки товара. Товар отпускается по факту прихода денег на р/с Поставщика, самовывозом, при наличии доверенности и паспорта.</p>
    <table class="req">${entry('Поставщик:', `<b>${field('seller.name', seller.name)}</b>`)}${entry('Адрес:', address('seller', seller))}
    ${entry('ИНН / КПП:', pair('seller', seller))}${entry('Расчетный счет:', field('payment.account', payment.account))}
    ${entry('Банк:', field('payment.bankName', payment.bankName))}${entry('БИК:', field('payment.bik', payment.bik))}
    ${entry('Корр. счет:', field('payment.corrAccount', payment.corrAccount))}${entry('Телефон:', field('seller.contact.phone', seller.contact.phone))}</table>
    <h1>СЧЕТ № ${field('number', number)} от ${field('issueDate', random.pick([ru.date(issueDate), ru.longDate(issueDate)]))}</h1>
    <table class="req">${entry('Покупатель:', `<b>${field('buyer.name', buyer.name)}</b>`)}${entry('ИНН / КПП:', pair('buyer', buyer))}${entry('Адрес:', address('buyer', buyer))}
    ${entry('Грузополучатель:', said('consignee', `${buyer.name}, ${buyer.address.zip}, г. ${buyer.address.city}, ${buyer.address.line1}`))}
    ${entry('Основание:', basis)}</table><p style="margin:1mm 0">${until} ${field('dueDate', ru.date(dueDate))}</p>`
}

function table({ lines }: Invoice, rows: readonly number[], subtotal: boolean): string {
  if (rows.length === 0) return ''
  const classes = ['c', '', 'c', 'r', 'r', 'r', 'c', 'r', 'r']
  const heads = [
    '№',
    'Наименование товара',
    'Ед. изм.',
    'Кол-во',
    'Цена без НДС',
    'Сумма без НДС',
    'Ставка НДС',
    'Сумма НДС',
    'Всего с НДС',
  ]
  const body = rows.map((i) => {
    const line = lines[i]!
    const at = (key: string) => `lines[${i}].${key}`
    return row(
      [
        field(at('no'), line.no),
        field(at('name'), line.name),
        field(at('unitRaw'), line.unitRaw),
        field(at('quantity'), ru.quantity(line.quantity)),
        field(at('unitPrice'), ru.money(line.unitPrice)),
        field(at('net'), ru.money(line.net)),
        `${field(at('taxRate'), line.taxRate)}%`,
        field(at('tax'), ru.money(line.tax)),
        field(at('gross'), ru.money(line.gross)),
      ],
      classes,
    )
  })
  const part = (key: 'net' | 'tax' | 'gross') => ru.money(sum(rows.map((i) => new Decimal(lines[i]![key]!))).toFixed(2))
  const page = `<tr><td colspan="5" class="r">Итого по странице</td><td class="r">${part('net')}</td><td class="c">Х</td><td class="r">${part('tax')}</td><td class="r">${part('gross')}</td></tr>`
  return `<table class="items">${row(heads, [], 'th')}${body.join('')}${when(subtotal, () => page)}</table>`
}

function foot({ totals, lines, taxes }: Invoice, dash: string): string {
  const line = (caption: string, value: string) => `<tr><td>${caption}${dash}</td><td>${value}</td></tr>`
  const rates = taxes.map((tax, i) =>
    line(`в т.ч. НДС ${field(`taxes[${i}].rate`, tax.rate)}%`, field(`taxes[${i}].amount`, ru.money(tax.amount))),
  )
  return `<table class="sums">${line('Итого без НДС', field('totals.net', ru.money(totals.net)))}${line('Итого НДС', field('totals.tax', ru.money(totals.tax)))}
    ${rates.join('')}${line('Всего к оплате', field('totals.gross', ru.money(totals.gross)))}</table>
    <p style="margin:0">${said('totals.lineCount', `Всего наименований ${lines.length}, на сумму ${ru.money(totals.gross)} руб.`)}</p>
    <p style="margin:0;width:110mm"><b>${amountInWords(totals.gross!)}</b></p>
    <table class="sign"><tr><td>Генеральный директор ______________ /${said('signatories[0].name', 'Образцов О. О.')}/</td>
    <td>Главный бухгалтер ______________ /${said('signatories[1].name', 'Примерова П. П.')}/</td></tr></table>`
}

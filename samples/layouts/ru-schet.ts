import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, paginate, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'
import { amountInWords, partyLine, ru, signatures } from './ru-parts.ts'

/** Счёт на оплату as 1C prints it: bank block in a grid, prices with VAT, «в том числе НДС», amount in words. */
export const ruSchet: Layout = {
  name: 'ru-schet',
  language: 'ru',
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: 'goods',
    lineCount: random.pick([2, 4, 7, 11, 26]),
    rates: { main: '22' },
    includesTax: true,
  }),
  css: (random) => `
    body { font: 9.5pt/1.25 ${random.pick(["'Liberation Sans'", "'PT Sans'", "'DejaVu Sans Condensed'"])} }
    .page { padding: 14mm 12mm 10mm 20mm }
    .bank td { border: 1px solid #000; padding: 1mm 1.5mm; vertical-align: top }
    h1 { font-size: 14pt; margin: 6mm 0 2mm; padding-bottom: 2mm; border-bottom: 2px solid #000 }
    .party td { padding: 1.2mm 0; vertical-align: top } .party td:first-child { width: 27mm } .party td:last-child { font-weight: bold }
    .items { border: 2px solid #000; margin-top: 3mm } .items td, .items th { border: 1px solid #000; padding: 0.8mm 1.2mm; vertical-align: top }
    .sums { width: auto; margin: 2mm 0 2mm auto; font-weight: bold } .sums td { padding: 0.5mm 1.2mm; text-align: right }
    .words { font-weight: bold; border-bottom: 2px solid #000; padding-bottom: 3mm; margin: 0 }
    .sign { margin-top: 10mm } .sign .line { border-bottom: 1px solid #000; width: 32mm } .sign td { font-weight: bold; padding: 0 1mm }`,
  pages(invoice, random) {
    const chunks = paginate(invoice.lines.length, 15, 28, 5)
    const withCodes = random.chance(0.4)
    return chunks.map((rows, page) => {
      const last = page === chunks.length - 1
      return `${when(page === 0, () => head(invoice, random.chance(0.5)))}${table(invoice, rows, withCodes)}${when(last, () => foot(invoice))}`
    })
  },
}

function head({ payment, seller, buyer, number, issueDate, contractRef }: Invoice, withContract: boolean): string {
  return `<table class="bank">
    <tr><td colspan="2" rowspan="2">${field('payment.bankName', payment.bankName)}<br><small>Банк получателя</small></td><td>БИК</td><td>${field('payment.bik', payment.bik)}</td></tr>
    <tr><td>Сч. №</td><td>${field('payment.corrAccount', payment.corrAccount)}</td></tr>
    <tr><td>ИНН ${field('seller.inn', seller.inn)}</td><td>КПП ${field('seller.kpp', seller.kpp)}</td><td rowspan="2">Сч. №</td><td rowspan="2">${field('payment.account', payment.account)}</td></tr>
    <tr><td colspan="2">${field('seller.name', seller.name)}<br><small>Получатель</small></td></tr></table>
    <h1>Счёт на оплату № ${field('number', number)} от ${field('issueDate', ru.longDate(issueDate))}</h1>
    <table class="party"><tr><td>Поставщик:</td><td>${partyLine('seller', seller, true)}</td></tr>
    <tr><td>Покупатель:</td><td>${partyLine('buyer', buyer)}</td></tr>
    ${when(withContract, () => `<tr><td>Основание:</td><td>${said('contractRef.name', 'Договор поставки')} № ${field('contractRef.number', contractRef.number)} от ${field('contractRef.date', ru.date(contractRef.date))}</td></tr>`)}</table>`
}

function table({ lines }: Invoice, rows: readonly number[], withCodes: boolean): string {
  if (rows.length === 0) return ''
  const heads = ['№', ...(withCodes ? ['Артикул'] : []), 'Товары (работы, услуги)', 'Кол-во', 'Ед.', 'Цена', 'Сумма']
  const classes = ['c', ...(withCodes ? [''] : []), '', 'r', 'c', 'r', 'r']
  const body = rows.map((i) => {
    const line = lines[i]!
    const at = (key: string) => `lines[${i}].${key}`
    return row(
      [
        field(at('no'), line.no),
        ...(withCodes ? [field(at('sellerItemId'), line.sellerItemId)] : []),
        field(at('name'), line.name),
        field(at('quantity'), ru.quantity(line.quantity)),
        field(at('unitRaw'), line.unitRaw),
        field(at('unitPrice'), ru.money(line.unitPrice)),
        field(at('gross'), ru.money(line.gross)),
      ],
      classes,
    )
  })
  return `<table class="items">${row(heads, [], 'th')}${body.join('')}</table>`
}

function foot({ totals, lines, taxes }: Invoice): string {
  const sum = (caption: string, value: string) => `<tr><td>${caption}</td><td>${value}</td></tr>`
  return `<table class="sums">${sum('Итого:', field('totals.gross', ru.money(totals.gross)))}
    ${sum(`В том числе НДС ${field('taxes[0].rate', taxes[0]!.rate)}%:`, field('totals.tax', ru.money(totals.tax)))}
    ${sum('Всего к оплате:', field('totals.due', ru.money(totals.due)))}</table>
    <p style="margin:0">${said('totals.lineCount', `Всего наименований ${lines.length}, на сумму ${ru.money(totals.gross)} руб.`)}</p>
    <p class="words">${amountInWords(totals.gross!)}</p>${signatures('Образцов О. О.', 'Примерова П. П.')}`
}

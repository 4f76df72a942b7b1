import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'
import { address, amountInWords, ru } from './ru-parts.ts'

/** A service firm's own form: two columns of parties, prices without VAT, VAT on top, requisites at the foot; sometimes in euros. */
export const ruServices: Layout = {
  name: 'ru-services',
  language: 'ru',
  plan: (random) => ({
    country: 'RU',
    currency: random.pick(['RUB', 'RUB', 'RUB', 'EUR']),
    trade: 'services',
    lineCount: random.int(1, 5),
    rates: { main: '22' },
    prepaid: random.chance(0.3),
  }),
  css: (random) => `
    body { font: 10pt/1.35 ${random.pick(["'PT Serif'", "'Liberation Serif'", "'DejaVu Serif'"])} }
    .page { padding: 18mm 16mm }
    h1 { font-weight: normal; font-size: 22pt; margin: 0 } h1 + p { margin: 0 0 8mm; color: #444 }
    .two { display: flex; gap: 10mm; margin-bottom: 8mm } .two > div { flex: 1 } .two h2 { font-size: 8pt; text-transform: uppercase; color: #6a6a6a; margin: 0 0 1mm }
    .items th { text-align: left; border-bottom: 1.5px solid #27476e; color: #27476e; padding: 1.5mm } .items th.r { text-align: right } .items td { padding: 2mm 1.5mm; border-bottom: 1px solid #ccd; vertical-align: top }
    .sums { width: 92mm; margin: 4mm 0 4mm auto } .sums td { padding: 1mm 1.5mm } .sums td:last-child { text-align: right; white-space: nowrap } .sums tr:last-child { font-weight: bold; font-size: 12pt }
    .bank { position: absolute; left: 16mm; right: 16mm; bottom: 14mm; font-size: 8.5pt; border-top: 1px solid #27476e; padding-top: 2mm }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ number, issueDate, dueDate, seller, buyer, contractRef, period }: Invoice): string {
  const of = (at: 'seller' | 'buyer', title: string, party: Invoice['seller']) =>
    `<div><h2>${title}</h2><b>${field(`${at}.name`, party.name)}</b><br>ИНН/КПП ${field(`${at}.inn`, party.inn)}/${field(`${at}.kpp`, party.kpp)}<br>${address(at, party)}</div>`
  return `<h1>Счёт ${field('number', number)}</h1><p>от ${field('issueDate', ru.date(issueDate))} · оплатить до ${field('dueDate', ru.date(dueDate))}</p>
    <div class="two">${of('seller', 'Исполнитель', seller)}${of('buyer', 'Заказчик', buyer)}</div>
    <p>${said('contractRef.name', 'Договор оказания услуг')} № ${field('contractRef.number', contractRef.number)} от ${field('contractRef.date', ru.longDate(contractRef.date))}<br>
    Период оказания услуг: ${field('period.start', ru.date(period.start))} – ${field('period.end', ru.date(period.end))}</p>`
}

function table({ lines }: Invoice): string {
  const classes = ['', 'r', '', 'r', 'r']
  const body = lines.map((line, i) =>
    row(
      [
        field(`lines[${i}].name`, line.name),
        field(`lines[${i}].quantity`, ru.quantity(line.quantity)),
        field(`lines[${i}].unitRaw`, line.unitRaw),
        field(`lines[${i}].unitPrice`, ru.money(line.unitPrice)),
        field(`lines[${i}].net`, ru.money(line.net)),
      ],
      classes,
    ),
  )
  return `<table class="items">${row(['Наименование услуги', 'Количество', 'Ед. изм.', 'Цена без НДС', 'Стоимость без НДС'], classes, 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, payment, currency, seller }: Invoice): string {
  const sign = currency === 'RUB' ? 'руб.' : currency!
  const sum = (caption: string, value: string) => `<tr><td>${caption}</td><td>${value} ${sign}</td></tr>`
  return `<table class="sums">${sum('Итого без НДС', field('totals.net', ru.money(totals.net)))}
    ${sum(`НДС ${field('taxes[0].rate', taxes[0]!.rate)} %`, field('totals.tax', ru.money(totals.tax)))}
    ${sum('Итого с НДС', field('totals.gross', ru.money(totals.gross)))}
    ${when(totals.prepaid, () => sum('Оплачено авансом', field('totals.prepaid', ru.money(totals.prepaid))))}
    ${sum('К оплате', field('totals.due', ru.money(totals.due)))}</table>
    ${when(currency === 'RUB' && !totals.prepaid, () => `<p>Сумма прописью: ${amountInWords(totals.gross!)}</p>`)}
    <div class="bank">Реквизиты для оплаты: р/с ${field('payment.account', payment.account)} в ${field('payment.bankName', payment.bankName)},
    к/с ${field('payment.corrAccount', payment.corrAccount)}, БИК ${field('payment.bik', payment.bik)}<br>ОГРН ${field('seller.legalId', seller.legalId)} ·
    тел. ${field('seller.contact.phone', seller.contact.phone)} · ${field('seller.contact.email', seller.contact.email)}</div>`
}

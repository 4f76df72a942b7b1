import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'
import { address, amountInWords, ru } from './ru-parts.ts'

/** Landscape счёт-договор: seller and buyer side by side with their requisites, VAT per line at two rates, sums on the left, an advance taken off. */
export const ruWide: Layout = {
  name: 'ru-wide',
  language: 'ru',
  landscape: true,
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: random.pick(['goods', 'food']),
    lineCount: random.int(2, 7),
    rates: { main: '22', reduced: '10' },
    taxPerLine: true,
    prepaid: random.chance(0.5),
  }),
  css: (random) => `
    body { font: 9pt/1.25 ${random.pick(["'PT Serif'", "'Liberation Sans'", "'DejaVu Sans Condensed'"])} } .page { padding: 12mm 15mm }
    h1 { font-size: 12pt; text-align: center; margin: 2mm 0 4mm } .two { display: flex; gap: 8mm } .two > div { flex: 1; border: 1px solid #777; padding: 2mm }
    .items { margin-top: 4mm } .items td, .items th { border-bottom: 0.5px solid #777; padding: 0.8mm 1mm; vertical-align: top } .items th { font-weight: bold; text-align: left }
    .sums { width: 110mm; margin-top: 3mm } .sums td { padding: 0.3mm 0 } p { margin: 2mm 0 }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ number, issueDate, dueDate, seller, buyer, payment }: Invoice): string {
  const party = (at: 'seller' | 'buyer', role: string, p: Invoice['seller']) =>
    `<b>${role}</b><br>${field(`${at}.name`, p.name)}<br>ИНН ${field(`${at}.inn`, p.inn)}, КПП ${field(`${at}.kpp`, p.kpp)}<br>${address(at, p)}`
  return `<h1>СЧЁТ-ДОГОВОР № ${field('number', number)} от ${field('issueDate', ru.longDate(issueDate))}</h1>
    <div class="two"><div>${party('seller', 'ПРОДАВЕЦ', seller)}<br>р/сч ${field('payment.account', payment.account)}<br>в ${field('payment.bankName', payment.bankName)}<br>кор. счёт ${field('payment.corrAccount', payment.corrAccount)}, БИК ${field('payment.bik', payment.bik)}</div>
    <div>${party('buyer', 'ПОКУПАТЕЛЬ', buyer)}</div></div><p>Оплата производится до ${field('dueDate', ru.date(dueDate))} включительно.</p>`
}

function table({ lines }: Invoice): string {
  const classes = ['', '', 'r', '', 'r', 'r', 'r', 'r']
  const body = lines.map((line, i) => {
    const at = (key: string) => `lines[${i}].${key}`
    return row(
      [
        field(at('sellerItemId'), line.sellerItemId),
        field(at('name'), line.name),
        field(at('quantity'), ru.quantity(line.quantity)),
        field(at('unitRaw'), line.unitRaw),
        field(at('unitPrice'), ru.money(line.unitPrice)),
        `${field(at('taxRate'), line.taxRate)} %`,
        field(at('tax'), ru.money(line.tax)),
        field(at('gross'), ru.money(line.gross)),
      ],
      classes,
    )
  })
  return `<table class="items">${row(['Артикул', 'Товар', 'Кол-во', 'Ед.', 'Цена без НДС', 'НДС', 'Сумма НДС', 'Сумма с НДС'], classes, 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, lines }: Invoice): string {
  const sum = (caption: string, path: string, value: string | null) =>
    `<tr><td>${caption}</td><td class="r">${field(path, ru.money(value))} руб.</td></tr>`
  const rates = taxes.map((tax, i) =>
    sum(`&nbsp;&nbsp;НДС по ставке ${field(`taxes[${i}].rate`, tax.rate)} %`, `taxes[${i}].amount`, tax.amount),
  )
  return `<table class="sums">${sum('Стоимость товара без НДС', 'totals.net', totals.net)}${sum('НДС всего, в том числе:', 'totals.tax', totals.tax)}${rates.join('')}${sum('ИТОГО С НДС', 'totals.gross', totals.gross)}
    ${when(totals.prepaid, () => `${sum('Зачтён аванс', 'totals.prepaid', totals.prepaid)}${sum('ОСТАЛОСЬ ОПЛАТИТЬ', 'totals.due', totals.due)}`)}</table>
    <p>${said('totals.lineCount', `Всего наименований ${lines.length}, на сумму ${ru.money(totals.gross)} руб.`)}<br><b>${amountInWords(totals.gross!)}</b></p>
    <p>Директор ________________ ${said('signatories[0].name', 'Образцов О. О.')}</p>`
}

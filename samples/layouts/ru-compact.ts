import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, row, said } from '../html.ts'
import type { Layout } from '../sample.ts'
import { amountInWords, ru } from './ru-parts.ts'

/** A small firm on УСН: half a page, no rules, «Без налога (НДС)», few requisites; the buyer is only a name. */
export const ruCompact: Layout = {
  name: 'ru-compact',
  language: 'ru',
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: random.pick(['goods', 'food', 'services']),
    lineCount: random.int(1, 4),
    rates: null,
  }),
  css: (random) => `
    body { font: 9pt/1.3 ${random.pick(["'DejaVu Sans'", "'PT Sans Caption'", "'Liberation Mono'"])} }
    .page { padding: 16mm 18mm }
    p { margin: 1mm 0 } h1 { font-size: 12pt; text-align: center; margin: 6mm 0 4mm }
    .items th { text-align: left; font-weight: normal; color: #555; border-bottom: 1px dashed #777; padding: 1mm } .items th.r { text-align: right } .items td { padding: 1mm; vertical-align: top }
    .total { border-top: 1px dashed #777; margin-top: 2mm; padding-top: 1mm; text-align: right }`,
  pages: (invoice) => [page(invoice)],
}

function page({ seller, buyer, payment, number, issueDate, lines, totals }: Invoice): string {
  const classes = ['', '', 'r', 'r', 'r']
  const rows = lines.map((line, i) =>
    row(
      [
        field(`lines[${i}].no`, line.no),
        field(`lines[${i}].name`, line.name),
        `${field(`lines[${i}].quantity`, ru.quantity(line.quantity))} ${field(`lines[${i}].unitRaw`, line.unitRaw)}`,
        field(`lines[${i}].unitPrice`, ru.money(line.unitPrice)),
        field(`lines[${i}].net`, ru.money(line.net)),
      ],
      classes,
    ),
  )
  return `<p><b>${field('seller.name', seller.name)}</b></p><p>ИНН ${field('seller.inn', seller.inn)} ОГРН ${field('seller.legalId', seller.legalId)}</p>
    <p>р/с ${field('payment.account', payment.account)}, ${field('payment.bankName', payment.bankName)}</p>
    <p>БИК ${field('payment.bik', payment.bik)}, к/с ${field('payment.corrAccount', payment.corrAccount)}</p>
    <h1>СЧЁТ № ${field('number', number)} от ${field('issueDate', ru.date(issueDate))}</h1>
    <p>Плательщик: ${field('buyer.name', buyer.name)}, ИНН ${field('buyer.inn', buyer.inn)}</p><p>&nbsp;</p>
    <table class="items">${row(['№', 'Наименование', 'Количество', 'Цена, руб.', 'Сумма, руб.'], classes, 'th')}${rows.join('')}</table>
    <p class="total">ИТОГО: ${field('totals.gross', ru.money(totals.gross))}</p>
    <p style="text-align:right">${said('taxes[0].exemptionReason', 'Без налога (НДС) в связи с применением УСН')}</p>
    <p>К оплате: ${amountInWords(totals.gross!)}</p><p>&nbsp;</p><p>Директор ________________ Образцов О. О.</p>`
}

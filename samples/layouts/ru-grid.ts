import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'
import { address, amountInWords, ru } from './ru-parts.ts'

/** Bill of an online bookkeeping service: parties and bank in one grid with captions above, articles under names, «₽» behind each amount. */
export const ruGrid: Layout = {
  name: 'ru-grid',
  language: 'ru',
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: random.pick(['goods', 'services']),
    lineCount: random.int(2, 6),
    rates: { main: '22' },
    discount: random.pick([0, 0, 5]),
  }),
  css: () => `
    body { font: 10pt/1.3 'Liberation Sans' } .page { padding: 15mm } .top { display: flex; justify-content: space-between } .top .r { font-size: 8.5pt }
    h1 { font-size: 16pt; margin: 8mm 0 1mm } .cap { color: #777; font-size: 8pt }
    .grid { border: 1px solid #999; margin: 3mm 0 } .grid td { border: 1px solid #999; padding: 1mm 2mm; vertical-align: top; width: 50% }
    .items th { background: #335; color: #fff; padding: 1.5mm; text-align: left; font-size: 8.5pt } .items td { padding: 1.5mm; border-bottom: 0.5px solid #bbb; vertical-align: top }
    .sums { margin-left: auto; width: 80mm } .sums td { padding: 0.8mm } .sums td:last-child { text-align: right }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ seller, buyer, payment, number, issueDate, dueDate, contractRef }: Invoice): string {
  return `<div class="top"><div><b>${field('seller.name', seller.name)}</b><br>${address('seller', seller)}</div>
  <div class="r">${field('seller.contact.phone', seller.contact.phone)}<br>${field('seller.contact.email', seller.contact.email)}</div></div>
  <h1>Счёт на оплату ${field('number', number)}</h1><div>Дата выставления: ${field('issueDate', ru.date(issueDate))} &nbsp; Срок оплаты: до ${field('dueDate', ru.date(dueDate))}</div>
  <table class="grid"><tr><td><span class="cap">Получатель платежа</span><br>${seller.name}<br>ИНН ${field('seller.inn', seller.inn)} КПП ${field('seller.kpp', seller.kpp)}<br>ОГРН ${field('seller.legalId', seller.legalId)}</td>
  <td><span class="cap">Плательщик</span><br>${field('buyer.name', buyer.name)}<br>ИНН ${field('buyer.inn', buyer.inn)} КПП ${field('buyer.kpp', buyer.kpp)}<br>${address('buyer', buyer)}</td></tr>
  <tr><td><span class="cap">Банк получателя</span><br>${field('payment.bankName', payment.bankName)}<br>БИК ${field('payment.bik', payment.bik)}</td>
  <td><span class="cap">Счета</span><br>Расчётный счёт ${field('payment.account', payment.account)}<br>Корр. счёт ${field('payment.corrAccount', payment.corrAccount)}</td></tr></table>
  <p>Назначение платежа: Оплата по счёту № ${number} по договору № ${field('contractRef.number', contractRef.number)} от ${field('contractRef.date', ru.date(contractRef.date))}</p>`
}

function table({ lines }: Invoice): string {
  const classes = ['', '', 'r', 'r', 'r']
  const body = lines.map((line, i) =>
    row(
      [
        `${field(`lines[${i}].no`, line.no)}.`,
        `${field(`lines[${i}].name`, line.name)}<br><span class="cap">Арт. ${field(`lines[${i}].sellerItemId`, line.sellerItemId)}</span>`,
        `${field(`lines[${i}].quantity`, ru.quantity(line.quantity))} ${field(`lines[${i}].unitRaw`, line.unitRaw)}`,
        `${field(`lines[${i}].unitPrice`, ru.money(line.unitPrice))} ₽`,
        `${field(`lines[${i}].net`, ru.money(line.net))} ₽`,
      ],
      classes,
    ),
  )
  return `<table class="items">${row(['№', 'Товар или услуга', 'Количество', 'Цена за ед.', 'Сумма без НДС'], classes, 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes }: Invoice): string {
  const sum = (caption: string, value: string) => `<tr><td>${caption}</td><td>${value} ₽</td></tr>`
  const discount = () =>
    `${sum('Подытог', field('totals.linesNet', ru.money(totals.linesNet)))}${sum('Скидка 5%', `−${field('totals.allowances', ru.money(totals.allowances))}`)}`
  return `<table class="sums">${when(totals.allowances, discount)}${sum('Сумма без НДС', field('totals.net', ru.money(totals.net)))}
  ${sum(`НДС (${field('taxes[0].rate', taxes[0]!.rate)}%)`, field('totals.tax', ru.money(totals.tax)))}${sum('<b>Итого к оплате</b>', field('totals.gross', ru.money(totals.gross)))}</table>
  <p>Всего к оплате: ${amountInWords(totals.gross!)}.</p><p>${said('signatories[0].role', 'Генеральный директор')} ____________ / ${said('signatories[0].name', 'Образцов О. О.')} /</p>`
}

import type { Invoice } from '../../schemas/invoice/schema.ts'
import { field, when } from '../html.ts'
import type { Layout } from '../sample.ts'
import { address, ru } from './ru-parts.ts'

/** Счёт of an online service: big captions under values, items without a table, a discount row, VAT or none, requisites as a list at the end. */
export const ruService: Layout = {
  name: 'ru-service',
  language: 'ru',
  plan: (random) => ({
    country: 'RU',
    currency: 'RUB',
    trade: 'services',
    lineCount: random.int(1, 4),
    rates: random.chance(0.6) ? { main: random.pick(['22', '5']) } : null,
    includesTax: true,
    prepaid: random.chance(0.25),
  }),
  css: (random) => `
    body { font: 10pt/1.4 ${random.pick(["'PT Sans'", "'Liberation Sans'"])}; color: #222 } .page { padding: 18mm 20mm } h1 { font-size: 20pt; font-weight: normal; margin: 0 0 5mm }
    .three { display: flex; margin-bottom: 6mm } .three > div { flex: 1 } .three b { display: block; font-size: 12pt } .three small { color: #777 }
    .line { display: flex; justify-content: space-between; border-top: 1px solid #ddd; padding: 2mm 0 } .line small { display: block; color: #777 } .all { font-size: 13pt; margin-top: 5mm; text-align: left }
    .req { margin-top: 9mm; font-size: 8.5pt } .req td { padding: 0.3mm 0; width: 70% } .req td:first-child { color: #777; width: 30% }`,
  pages: (invoice) => [`${head(invoice)}${items(invoice)}${requisites(invoice)}`],
}

function head({ number, issueDate, dueDate, buyer }: Invoice): string {
  const under = (value: string, caption: string) => `<div><b>${value}</b><small>${caption}</small></div>`
  return `<h1>Счёт на оплату услуг</h1><div class="three">${under(field('number', number), 'номер счёта')}${under(field('issueDate', ru.longDate(issueDate)), 'дата выставления')}${under(field('dueDate', ru.longDate(dueDate)), 'оплатить до')}</div>
    <p>Плательщик: ${field('buyer.name', buyer.name)}, ИНН ${field('buyer.inn', buyer.inn)}, КПП ${field('buyer.kpp', buyer.kpp)}, ${address('buyer', buyer)}</p>`
}

function items({ lines, totals, taxes }: Invoice): string {
  const body = lines.map((line, i) => {
    const at = (key: string) => `lines[${i}].${key}`
    return `<div class="line"><div>${field(at('name'), line.name)}<small>${field(at('quantity'), ru.quantity(line.quantity))} ${field(at('unitRaw'), line.unitRaw)} по ${field(at('unitPrice'), ru.money(line.unitPrice))} ₽</small></div><div>${field(at('gross'), ru.money(line.gross))} ₽</div></div>`
  })
  const tax =
    taxes.length > 0 && totals.tax !== '0.00'
      ? `Включая НДС ${field('taxes[0].rate', taxes[0]!.rate)} %: ${field('totals.tax', ru.money(totals.tax))} ₽`
      : 'НДС не облагается'
  return `${body.join('')}<div class="all">Сумма: <b>${field('totals.gross', ru.money(totals.gross))} ₽</b></div><div>${tax}</div>
    ${when(totals.prepaid, () => `<div>Оплачено ранее: ${field('totals.prepaid', ru.money(totals.prepaid))} ₽</div><div class="all">Осталось: <b>${field('totals.due', ru.money(totals.due))} ₽</b></div>`)}`
}

function requisites({ seller, payment }: Invoice): string {
  const entry = (caption: string, value: string) => `<tr><td>${caption}</td><td>${value}</td></tr>`
  return `<table class="req">${entry('Исполнитель', field('seller.name', seller.name))}${entry('Адрес', address('seller', seller))}${entry('ИНН', field('seller.inn', seller.inn))}${entry('КПП', field('seller.kpp', seller.kpp))}${entry('ОГРН', field('seller.legalId', seller.legalId))}
    ${entry('Расчётный счёт', field('payment.account', payment.account))}${entry('Банк', field('payment.bankName', payment.bankName))}${entry('БИК', field('payment.bik', payment.bik))}${entry('Корсчёт', field('payment.corrAccount', payment.corrAccount))}${entry('Почта', field('seller.contact.email', seller.contact.email))}</table>`
}

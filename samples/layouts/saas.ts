import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { field, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const us = formatOf('en', true)

/** Subscription bill of a software company: one big amount, service period, no grid, description below each item. */
export const saas: Layout = {
  name: 'saas',
  language: 'en',
  letter: true,
  plan: (random) => ({
    country: 'US',
    currency: 'USD',
    trade: 'services',
    lineCount: random.int(1, 4),
    rates: random.chance(0.5) ? { main: '8.875' } : null,
    discount: random.pick([0, 0, 10, 15]),
  }),
  css: (random) => `
    body { font: 9.5pt/1.45 ${random.pick(["'DejaVu Sans Light'", "'PT Sans'", "'Liberation Sans'"])}; color: #1c2330 }
    .page { padding: 20mm 20mm } h1 { font-size: 16pt; margin: 0 0 5mm } .due { font-size: 15pt; font-weight: bold; margin: 8mm 0 6mm }
    .keys td { padding: 0.4mm 6mm 0.4mm 0 } .keys { width: auto } .keys td:first-child { font-weight: bold }
    .two { display: flex; margin-top: 7mm } .two > div { flex: 1 } .grey { color: #5d6675 }
    .items td, .items th { padding: 2.4mm 0; text-align: left; vertical-align: top } .items th { font-size: 8pt; color: #5d6675; border-bottom: 1px solid #1c2330; font-weight: normal } .items .r { text-align: right }
    .sums { width: 88mm; margin-left: auto } .sums td { padding: 1.6mm 0; border-top: 1px solid #d6dae2 } .sums td:last-child { text-align: right } .sums tr:last-child td { font-weight: bold }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ number, issueDate, dueDate, seller, buyer, totals, period }: Invoice): string {
  const key = (caption: string, value: string) => `<tr><td>${caption}</td><td>${value}</td></tr>`
  const place = (at: string, a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}<br>${field(`${at}.address.city`, a.city)}, ${field(`${at}.address.region`, a.region)} ${field(`${at}.address.zip`, a.zip)}<br>United States`
  return `<h1>Invoice</h1><table class="keys">${key('Invoice number', field('number', number))}${key('Date of issue', field('issueDate', us.longDate(issueDate)))}
    ${key('Date due', field('dueDate', us.longDate(dueDate)))}${key('Service period', `${field('period.start', us.longDate(period.start))} – ${field('period.end', us.longDate(period.end))}`)}</table>
    <div class="two"><div><b>${field('seller.name', seller.name)}</b><br>${place('seller', seller.address)}<br>${field('seller.contact.email', seller.contact.email)}</div>
    <div><b>Bill to</b><br>${field('buyer.name', buyer.name)}<br>${place('buyer', buyer.address)}</div></div>
    <div class="due">$${field('totals.due', us.money(totals.due))} USD due ${us.longDate(dueDate)}</div>`
}

function table({ lines }: Invoice): string {
  const body = lines.map(
    (
      line,
      i,
    ) => `<tr><td>${field(`lines[${i}].name`, line.name)}${when(line.description, () => `<br><span class="grey">${field(`lines[${i}].description`, line.description)}</span>`)}</td>
      <td class="r">${field(`lines[${i}].quantity`, us.quantity(line.quantity))}</td><td class="r">$${field(`lines[${i}].unitPrice`, us.money(line.unitPrice))}</td>
      <td class="r">$${field(`lines[${i}].net`, us.money(line.net))}</td></tr>`,
  )
  return `<table class="items"><tr><th>Description</th><th class="r">Qty</th><th class="r">Unit price</th><th class="r">Amount</th></tr>${body.join('')}</table>`
}

function foot({ totals, taxes }: Invoice): string {
  const sum = (caption: string, path: string, amount: string | null, sign = '$') =>
    `<tr><td>${caption}</td><td>${sign}${field(path, us.money(amount))}</td></tr>`
  return `<table class="sums">${sum('Subtotal', 'totals.linesNet', totals.linesNet)}
    ${when(totals.allowances, () => sum('Discount', 'totals.allowances', totals.allowances, '−$'))}
    ${when(totals.tax !== '0.00', () => `${sum('Total excluding tax', 'totals.net', totals.net)}${sum(`Sales tax ${field('taxes[0].rate', taxes[0]!.rate)}%`, 'totals.tax', totals.tax)}`)}
    ${sum('Total', 'totals.gross', totals.gross)}<tr><td>Amount due</td><td>$${us.money(totals.due)} USD</td></tr></table>`
}

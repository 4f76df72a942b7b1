import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { field, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const us = formatOf('en', true)

/** American trade invoice on Letter paper: bill to and ship to, purchase order, net terms, sales tax, months before days. */
export const usClassic: Layout = {
  name: 'us-classic',
  language: 'en',
  letter: true,
  plan: (random) => ({
    country: 'US',
    currency: 'USD',
    trade: 'goods',
    lineCount: random.int(2, 9),
    rates: random.chance(0.75) ? { main: random.pick(['8.25', '7', '6.5']) } : null,
    freight: random.chance(0.3),
  }),
  css: (random) => `
    body { font: 10pt/1.35 ${random.pick(["'Liberation Sans'", "'Liberation Serif'"])} }
    .page { padding: 17mm 18mm }
    .top { display: flex; justify-content: space-between } .top h1 { font-size: 28pt; margin: 0; color: #234; letter-spacing: 0.08em }
    .meta { width: auto; margin-left: auto } .meta td { padding: 0.6mm 2mm; text-align: right } .meta td:first-child { color: #555; font-weight: bold }
    .to { display: flex; margin: 8mm 0 } .to div { flex: 1 } .to b { display: block; background: #234; color: #fff; padding: 1mm 2mm; margin: 0 4mm 1mm 0 }
    .items th { background: #e8ecf0; border: 1px solid #9aa; padding: 1.5mm; text-align: left } .items td { border: 1px solid #9aa; padding: 1.5mm; vertical-align: top } .items .r { text-align: right }
    .sums { width: 72mm; margin: 0 0 0 auto } .sums td { padding: 1.2mm 1.5mm; border: 1px solid #9aa; border-top: none } .sums td:last-child { text-align: right } .sums tr:last-child { font-weight: bold; background: #e8ecf0 }
    .foot { margin-top: 10mm; font-size: 9pt }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ number, issueDate, dueDate, purchaseOrder, paymentTerms, seller, buyer }: Invoice): string {
  const meta = (caption: string, value: string) => `<tr><td>${caption}</td><td>${value}</td></tr>`
  const place = (at: string, a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}<br>${field(`${at}.address.city`, a.city)}, ${field(`${at}.address.region`, a.region)} ${field(`${at}.address.zip`, a.zip)}`
  return `<div class="top"><div><b style="font-size:13pt">${field('seller.name', seller.name)}</b><br>${place('seller', seller.address)}<br>
    Phone ${field('seller.contact.phone', seller.contact.phone)}<br>EIN ${field('seller.taxRegId', seller.taxRegId)}</div><div><h1>INVOICE</h1><table class="meta">
    ${meta('Invoice #', field('number', number))}${meta('Date', field('issueDate', us.date(issueDate)))}
    ${meta('P.O. #', field('purchaseOrder', purchaseOrder))}${meta('Terms', said('paymentTerms', `Net ${paymentTerms}`))}${meta('Due date', field('dueDate', us.date(dueDate)))}</table></div></div>
    <div class="to"><div><b>Bill to</b>${field('buyer.name', buyer.name)}<br>${place('buyer', buyer.address)}</div>
    <div><b>Ship to</b>${buyer.name}<br>Receiving Dock 4<br>${buyer.address.city}, ${buyer.address.region} ${buyer.address.zip}</div></div>`
}

function table({ lines }: Invoice): string {
  const classes = ['r', '', '', 'r', 'r']
  const body = lines.map((line, i) =>
    row(
      [
        field(`lines[${i}].quantity`, us.quantity(line.quantity)),
        field(`lines[${i}].sellerItemId`, line.sellerItemId),
        field(`lines[${i}].name`, line.name),
        field(`lines[${i}].unitPrice`, us.money(line.unitPrice)),
        field(`lines[${i}].net`, us.money(line.net)),
      ],
      classes,
    ),
  )
  return `<table class="items">${row(['Qty', 'Item #', 'Description', 'Unit price', 'Amount'], classes, 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, payment, seller }: Invoice): string {
  const sum = (caption: string, path: string, amount: string | null) =>
    `<tr><td>${caption}</td><td>$${field(path, us.money(amount))}</td></tr>`
  return `<table class="sums">${sum('Subtotal', 'totals.linesNet', totals.linesNet)}
    ${when(totals.charges, () => sum('Shipping &amp; handling', 'totals.charges', totals.charges))}
    ${when(totals.tax !== '0.00', () => sum(`Sales tax (${field('taxes[0].rate', taxes[0]!.rate)}%)`, 'totals.tax', totals.tax))}
    ${sum('TOTAL', 'totals.gross', totals.gross)}</table>
    <div class="foot">Make checks payable to ${seller.name} or pay by ACH: ${field('payment.bankName', payment.bankName)},
    account ${field('payment.account', payment.account)}.<br>Thank you for your business!</div>`
}

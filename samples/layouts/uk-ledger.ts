import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { field, row, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const uk = formatOf('en')

/** Online bookkeeping of a small British firm: amount due in a box at the top, captions without colons, tax names in the lines, payment advice below. */
export const ukLedger: Layout = {
  name: 'uk-ledger',
  language: 'en',
  plan: (random) => ({
    country: 'GB',
    currency: 'GBP',
    trade: random.pick(['services', 'goods']),
    lineCount: random.int(1, 5),
    rates: { main: '20' },
    prepaid: random.chance(0.4),
  }),
  css: (random) => `
    body { font: 9.5pt/1.35 ${random.pick(["'Liberation Sans'", "'PT Sans'"])}; color: #222 } .page { padding: 15mm 16mm } .top { display: flex; justify-content: space-between }
    .box { background: #e7f1fa; padding: 3mm 5mm; text-align: right } .box b { font-size: 16pt; display: block } h1 { font: 22pt 'Liberation Sans'; margin: 0 0 4mm } .grey { color: #678; font-size: 8pt; text-transform: uppercase }
    .three { display: flex; margin: 7mm 0 } .three > div { flex: 1 } .keys { width: auto } .keys td { padding: 0 4mm 0 0; vertical-align: top }
    .items th { border-bottom: 2px solid #29c; text-align: left; padding: 1.2mm 0 } .items th.r { text-align: right } .items td { padding: 1.6mm 0; border-bottom: 0.5px solid #ccc; vertical-align: top }
    .sums { width: 78mm; margin: 3mm 0 0 auto } .sums td { padding: 0.8mm 0 } .sums td:last-child { text-align: right } .big td { font-weight: bold; border-top: 1px solid #222 }
    .slip { position: absolute; left: 16mm; right: 16mm; bottom: 12mm; border-top: 1px dashed #777; padding-top: 4mm; display: flex; justify-content: space-between }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}${slip(invoice)}`],
}

function head({ seller, buyer, number, issueDate, dueDate, purchaseOrder, totals }: Invoice): string {
  const place = (at: string, a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}<br>${field(`${at}.address.city`, a.city)}<br>${field(`${at}.address.zip`, a.zip)}`
  const key = (caption: string, value: string) => `<tr><td class="grey">${caption}</td><td>${value}</td></tr>`
  return `<div class="top"><div><h1>TAX INVOICE</h1>${field('buyer.name', buyer.name)}<br>${place('buyer', buyer.address)}</div>
  <div class="box"><span class="grey">Amount due GBP</span><b>${field('totals.due', uk.money(totals.due))}</b>by ${field('dueDate', uk.longDate(dueDate))}</div></div>
  <div class="three"><table class="keys">${key('Invoice date', field('issueDate', uk.longDate(issueDate)))}${key('Invoice number', field('number', number))}${key('Reference', field('purchaseOrder', purchaseOrder))}${key('VAT number', field('seller.vatId', seller.vatId))}</table>
  <div>${field('seller.name', seller.name)}<br>${place('seller', seller.address)}<br>${field('seller.contact.phone', seller.contact.phone)}</div></div>`
}

function table({ lines }: Invoice): string {
  const classes = ['', 'r', 'r', 'r', 'r', 'r']
  const body = lines.map((line, i) =>
    row(
      [
        `${field(`lines[${i}].sellerItemId`, line.sellerItemId)}`,
        `${field(`lines[${i}].name`, line.name)}${when(line.description, () => `<br>${field(`lines[${i}].description`, line.description)}`)}`,
        field(`lines[${i}].quantity`, uk.quantity(line.quantity)),
        field(`lines[${i}].unitPrice`, uk.money(line.unitPrice)),
        `${field(`lines[${i}].taxRate`, line.taxRate)}% (VAT on Income)`,
        field(`lines[${i}].net`, uk.money(line.net)),
      ],
      ['', '', 'r', 'r', 'r', 'r'],
    ),
  )
  return `<table class="items">${row(['Item', 'Description', 'Quantity', 'Unit Price', 'VAT', 'Amount GBP'], ['', '', ...classes.slice(2)], 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, dueDate, seller }: Invoice): string {
  const sum = (caption: string, value: string, kind = '') => `<tr class="${kind}"><td>${caption}</td><td>${value}</td></tr>`
  const paid = () =>
    `${sum('Less Amount Paid', field('totals.prepaid', uk.money(totals.prepaid)))}${sum('AMOUNT DUE GBP', uk.money(totals.due), 'big')}`
  return `<table class="sums">${sum('Subtotal', field('totals.net', uk.money(totals.net)))}${sum(`TOTAL VAT ON INCOME ${field('taxes[0].rate', taxes[0]!.rate)}%`, field('totals.tax', uk.money(totals.tax)))}
  ${sum('TOTAL GBP', field('totals.gross', uk.money(totals.gross)), 'big')}${when(totals.prepaid, paid)}</table>
  <p><b>Due Date: ${uk.longDate(dueDate)}</b><br>Late payments attract interest at 8% above base rate.</p><p class="grey">Company Registration No: ${field('seller.legalId', seller.legalId)}. Registered Office: ${seller.address.line1}, ${seller.address.city}, ${seller.address.zip}.</p>`
}

function slip({ seller, buyer, number, totals, dueDate }: Invoice): string {
  return `<div class="slip"><div><b>PAYMENT ADVICE</b><br>To: ${seller.name}<br>${seller.address.line1}<br>${seller.address.city}</div><table class="keys"><tr><td>Customer</td><td>${buyer.name}</td></tr>
  <tr><td>Invoice Number</td><td>${number}</td></tr><tr><td>Amount Due</td><td>${uk.money(totals.due)}</td></tr><tr><td>Due Date</td><td>${uk.longDate(dueDate)}</td></tr><tr><td>Amount Enclosed</td><td>______</td></tr></table></div>`
}

import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { field, row, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const us = formatOf('en', true)

/** Invoice or credit memo of an American distributor: two rows of boxes with captions, list price and discount per line, sums beside the remittance slip. */
export const usMemo: Layout = {
  name: 'us-memo',
  language: 'en',
  letter: true,
  plan: (random) => ({
    country: 'US',
    currency: 'USD',
    trade: 'goods',
    lineCount: random.int(3, 8),
    rates: { main: random.pick(['6', '7.25', '8.5']) },
    lineDiscount: random.pick([0, 5, 12]),
    discount: random.pick([0, 0, 4]),
    freight: random.chance(0.6),
    creditNote: random.chance(0.3),
  }),
  css: (random) => `
    body { font: 8.5pt/1.3 ${random.pick(["'Liberation Sans'", "'DejaVu Serif'"])} } .page { padding: 12mm 15mm }
    .box td { border: 1px solid #333; width: 25%; padding: 0.5mm 1.5mm; height: 9mm; vertical-align: top } .box i { display: block; font: 6.5pt 'Liberation Sans'; color: #444 }
    .items th { background: #333; color: #fff; padding: 1mm; text-align: left; font-weight: normal } .items td { padding: 0.8mm 1mm } .items tr:nth-child(odd) td { background: #f2f2f2 }
    .slip { display: flex; justify-content: space-between; margin-top: 8mm; border-top: 1px dashed #000; padding-top: 3mm } .slip table { width: auto } .slip td { padding: 0.5mm 2mm }`,
  pages: (invoice) => [`${head(invoice)}${items(invoice)}${foot(invoice)}`],
}

function head({ typeCode, number, issueDate, dueDate, deliveryDate, purchaseOrder, precedingInvoice, seller, buyer }: Invoice): string {
  const credit = typeCode === '381'
  const box = (caption: string, value: string) => `<td><i>${caption}</i>${value}</td>`
  const place = (at: 'seller' | 'buyer', a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}<br>${field(`${at}.address.city`, a.city)}, ${field(`${at}.address.region`, a.region)} ${field(`${at}.address.zip`, a.zip)}`
  const more = credit
    ? `${box('Applies to invoice', field('precedingInvoice.number', precedingInvoice.number))}${box('Original date', field('precedingInvoice.date', us.date(precedingInvoice.date)))}`
    : `${box('Pay on or before', field('dueDate', us.date(dueDate)))}${box('Ship date', field('deliveryDate', us.date(deliveryDate)))}`
  return `<div style="display:flex;justify-content:space-between"><div><b style="font-size:13pt">${field('seller.name', seller.name)}</b><br>${place('seller', seller.address)}<br>${field('seller.contact.phone', seller.contact.phone)}</div><div style="font-size:18pt">${credit ? 'CREDIT MEMO' : 'INVOICE'}</div></div>
    <p>Sold to:<br>${field('buyer.name', buyer.name)}<br>${place('buyer', buyer.address)}</p>
    <table class="box"><tr>${box(credit ? 'Memo number' : 'Invoice number', field('number', number))}${box('Date', field('issueDate', us.date(issueDate)))}${more}</tr>
    <tr>${box('Customer P.O.', field('purchaseOrder', purchaseOrder))}${box('Customer no.', 'C-20417')}${box('Sales rep', 'J. Sample')}${box('Ship via', 'Ground')}</tr></table>`
}

function items({ lines }: Invoice): string {
  const classes = ['', '', 'r', 'r', 'r', 'r']
  const discounted = lines.some(({ allowances }) => allowances !== null)
  const cells = (all: readonly string[]) => (discounted ? all : all.filter((_, i) => i !== 4))
  const body = lines.map((line, i) => {
    const at = (key: string) => `lines[${i}].${key}`
    return row(
      cells([
        field(at('sellerItemId'), line.sellerItemId),
        field(at('name'), line.name),
        field(at('quantity'), us.quantity(line.quantity)),
        field(at('unitPrice'), us.money(line.unitPrice)),
        line.allowances === null ? '' : field(at('allowances'), us.money(line.allowances)),
        field(at('net'), us.money(line.net)),
      ]),
      cells(classes),
    )
  })
  return `<table class="items" style="margin-top:4mm">${row(cells(['Item', 'Description', 'Shipped', 'List price', 'Less disc.', 'Extension']), [], 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, seller, payment, typeCode }: Invoice): string {
  const sum = (caption: string, path: string, value: string | null, sign = '') =>
    `<tr><td>${caption}</td><td class="r">${sign}${field(path, us.money(value))}</td></tr>`
  return `<div class="slip"><div>Remit to: ${field('payment.bankName', payment.bankName)}<br>Account ${field('payment.account', payment.account)}<br>Federal ID ${field('seller.taxRegId', seller.taxRegId)}<br>Questions: ${field('seller.contact.email', seller.contact.email)}</div>
    <table>${sum('Merchandise', 'totals.linesNet', totals.linesNet)}${when(totals.allowances, () => sum('Trade discount', 'totals.allowances', totals.allowances, '-'))}${when(totals.charges, () => sum('Shipping & handling', 'totals.charges', totals.charges))}
    ${when(totals.allowances || totals.charges, () => sum('Taxable amount', 'totals.net', totals.net))}${sum(`Sales tax ${field('taxes[0].rate', taxes[0]!.rate)}%`, 'totals.tax', totals.tax)}${sum(typeCode === '381' ? 'Total credit USD' : 'Please pay this amount USD', 'totals.gross', totals.gross)}</table></div>`
}

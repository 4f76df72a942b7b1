import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, row, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const uk = formatOf('en')

/** Landscape sheet of a trade supplier: items stacked over two rows without a heading, sums on the left, a VAT table by rate with its own gross column. */
export const enStacked: Layout = {
  name: 'en-stacked',
  language: 'en',
  landscape: true,
  plan: (random) => ({
    country: 'GB',
    currency: 'GBP',
    trade: random.pick(['food', 'goods']),
    lineCount: random.int(2, 5),
    rates: { main: '20', reduced: random.pick(['0', '5']) },
    freight: random.chance(0.5),
    prepaid: random.chance(0.4),
  }),
  css: (random) => `
    body { font: 9.5pt/1.35 ${random.pick(["'PT Sans'", "'Liberation Serif'"])} } .page { padding: 13mm 18mm }
    .top { display: flex; gap: 10mm } .top > div { flex: 1 } h1 { font-size: 13pt; margin: 0 0 3mm; text-transform: uppercase }
    .items { margin: 5mm 0 } .items td { padding: 0.5mm 0 } .how td { color: #555; font-size: 8.5pt; padding-bottom: 2mm; border-bottom: 0.5px solid #bbb }
    .low { display: flex; gap: 20mm } .low > table { width: auto } .low td, .low th { padding: 0.5mm 3mm 0.5mm 0; text-align: left } .low .r { text-align: right }
    .end { position: absolute; bottom: 9mm; left: 18mm; right: 18mm; font-size: 7.5pt }`,
  pages: (invoice) => [`${head(invoice)}${items(invoice)}${foot(invoice)}`],
}

function head({ number, issueDate, dueDate, deliveryDate, purchaseOrder, seller, buyer }: Invoice): string {
  const place = (at: 'seller' | 'buyer', a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}<br>${field(`${at}.address.city`, a.city)}<br>${field(`${at}.address.zip`, a.zip)}`
  return `<div class="top"><div><h1>Sales invoice</h1><b>${field('buyer.name', buyer.name)}</b><br>${place('buyer', buyer.address)}</div>
    <div>Document no.<br><b>${field('number', number)}</b><br>Tax point<br><b>${field('issueDate', uk.longDate(issueDate))}</b><br>Settle by<br><b>${field('dueDate', uk.longDate(dueDate))}</b></div>
    <div>Despatched<br><b>${field('deliveryDate', uk.longDate(deliveryDate))}</b><br>Your order no.<br><b>${field('purchaseOrder', purchaseOrder)}</b></div>
    <div style="text-align:right"><b>${field('seller.name', seller.name)}</b><br>${place('seller', seller.address)}<br>VAT registration ${field('seller.vatId', seller.vatId)}<br>${field('seller.contact.email', seller.contact.email)}</div></div>`
}

function items({ lines }: Invoice): string {
  const body = lines.map((line, i) => {
    const at = (key: string) => `lines[${i}].${key}`
    const how = `${field(at('quantity'), uk.quantity(line.quantity))} ${field(at('unitRaw'), line.unitRaw)} × £${field(at('unitPrice'), uk.money(line.unitPrice))}, VAT ${field(at('taxRate'), line.taxRate)}%`
    return `<tr><td><b>${field(at('name'), line.name)}</b></td><td class="r">£${field(at('net'), uk.money(line.net))}</td></tr><tr class="how"><td colspan="2">${how}</td></tr>`
  })
  return `<table class="items">${body.join('')}</table>`
}

function foot({ totals, taxes, payment, seller }: Invoice): string {
  const sum = (caption: string, path: string, value: string | null) =>
    `<tr><td>${caption}</td><td class="r">£${field(path, uk.money(value))}</td></tr>`
  const rates = taxes.map((tax, i) =>
    row(
      [
        `${field(`taxes[${i}].rate`, tax.rate)}%`,
        field(`taxes[${i}].base`, uk.money(tax.base)),
        field(`taxes[${i}].amount`, uk.money(tax.amount)),
        uk.money((Number(tax.base) + Number(tax.amount)).toFixed(2)),
      ],
      ['', 'r', 'r', 'r'],
    ),
  )
  return `<div class="low"><table>${sum('Goods', 'totals.linesNet', totals.linesNet)}${when(totals.charges, () => sum('Carriage', 'totals.charges', totals.charges))}${sum('Net', 'totals.net', totals.net)}${sum('VAT', 'totals.tax', totals.tax)}${sum('Invoice value', 'totals.gross', totals.gross)}
    ${when(totals.prepaid, () => `${sum('Deposit paid', 'totals.prepaid', totals.prepaid)}${sum('Balance now due', 'totals.due', totals.due)}`)}</table>
    <table>${row(['VAT rate', 'Goods', 'VAT', 'Gross'], ['', 'r', 'r', 'r'], 'th')}${rates.join('')}</table>
    <div>Pay by transfer:<br>${field('payment.bankName', payment.bankName)}<br>IBAN ${field('payment.iban', inFours(payment.iban))}<br>Swift ${field('payment.bic', payment.bic)}</div></div>
    <div class="end">${seller.name}. Registered in England and Wales ${field('seller.legalId', seller.legalId)}. Claims within 3 days of receipt. Title passes on payment.</div>`
}

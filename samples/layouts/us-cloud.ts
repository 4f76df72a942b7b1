import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { field, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const us = formatOf('en', true)

/** Bill of a cloud provider: totals first, captions under their values, charges of the month as names with amounts on the right and nothing else. */
export const usCloud: Layout = {
  name: 'us-cloud',
  language: 'en',
  letter: true,
  plan: (random) => ({
    country: 'US',
    currency: 'USD',
    trade: 'services',
    lineCount: random.int(2, 6),
    rates: random.chance(0.6) ? { main: random.pick(['6.25', '8.875']) } : null,
  }),
  css: (random) => `
    body { font: 9pt/1.45 ${random.pick(["'Liberation Sans'", "'DejaVu Sans Condensed'"])}; color: #16191f } .page { padding: 16mm 18mm } h1 { font-size: 15pt; margin: 0 0 1mm; font-weight: normal }
    .bar { border-top: 3px solid #f90; margin: 4mm 0; display: flex; padding-top: 3mm } .bar > div { flex: 1 } .bar b { display: block; font-size: 11pt } .bar small { color: #666 }
    .two { display: flex; margin-bottom: 5mm } .two > div { flex: 1 } h2 { font-size: 11pt; border-bottom: 1px solid #16191f; margin: 6mm 0 1mm }
    .list td { padding: 0.9mm 0; border-bottom: 0.5px dotted #aaa } .list td:last-child { text-align: right } .list .b td { font-weight: bold; border-bottom: none } .foot { position: absolute; bottom: 12mm; left: 18mm; right: 18mm; font-size: 7.5pt; color: #555 }`,
  pages: (invoice) => [`${head(invoice)}${summary(invoice)}${charges(invoice)}${foot(invoice)}`],
}

function head({ number, issueDate, dueDate, buyer, totals }: Invoice): string {
  const a = buyer.address
  const under = (value: string, caption: string) => `<div><b>${value}</b><small>${caption}</small></div>`
  return `<h1>Invoice</h1><div>Account number 4471-0093</div>
  <div class="bar">${under(field('number', number), 'Invoice number')}${under(field('issueDate', us.longDate(issueDate)), 'Invoice date')}${under(field('dueDate', us.longDate(dueDate)), 'Payment due')}${under(`$${field('totals.due', us.money(totals.due))}`, 'Total amount due')}</div>
  <div class="two"><div><b>Bill to</b><br>${field('buyer.name', buyer.name)}<br>${field('buyer.address.line1', a.line1)}, ${field('buyer.address.city', a.city)}, ${field('buyer.address.region', a.region)} ${field('buyer.address.zip', a.zip)}, US</div></div>`
}

function summary({ period, totals, taxes }: Invoice): string {
  const item = (caption: string, value: string, kind = '') => `<tr class="${kind}"><td>${caption}</td><td>$${value}</td></tr>`
  const tax = () => item(`Tax (${field('taxes[0].rate', taxes[0]!.rate)}%)`, field('totals.tax', us.money(totals.tax)))
  return `<p>This invoice is for the billing period ${field('period.start', us.longDate(period.start))} - ${field('period.end', us.longDate(period.end))}</p>
  <h2>Summary</h2><table class="list">${item('Charges', field('totals.net', us.money(totals.net)))}${item('Credits', '0.00')}${when(totals.tax !== '0.00', tax)}${item('Total for this invoice', field('totals.gross', us.money(totals.gross)), 'b')}</table>`
}

function charges({ lines }: Invoice): string {
  const body = lines.map(
    (line, i) => `<tr><td>${field(`lines[${i}].name`, line.name)}</td><td>$${field(`lines[${i}].net`, us.money(line.net))}</td></tr>`,
  )
  return `<h2>Charges by service</h2><table class="list">${body.join('')}</table>`
}

function foot({ seller }: Invoice): string {
  const a = seller.address
  return `<div class="foot">Service provider: ${field('seller.name', seller.name)}, ${field('seller.address.line1', a.line1)}, ${field('seller.address.city', a.city)}, ${field('seller.address.region', a.region)} ${field('seller.address.zip', a.zip)}, US. Tax ID ${field('seller.taxRegId', seller.taxRegId)}. Questions? ${field('seller.contact.email', seller.contact.email)}</div>`
}

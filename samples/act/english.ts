import type { Invoice, InvoiceParty } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { field } from '../html.ts'
import type { Random } from '../random.ts'
import type { Layout, Plan } from '../sample.ts'
import { workTable } from './columns.ts'

const en = formatOf('en')
const us = formatOf('en', true)
const plan = (random: Random, country: 'GB' | 'US' = 'GB'): Plan => ({
  country,
  currency: country === 'GB' ? 'GBP' : 'USD',
  trade: 'services',
  lineCount: random.int(1, 5),
  rates: country === 'GB' ? { main: '20' } : null,
})
const css = (random: Random, face: string) => `
  body { font: ${random.pick(['9.5pt', '10pt'])}/1.4 ${face} } .page { padding: 18mm 17mm }
  h1 { font-size: 17pt; margin: 2mm 0 5mm } .two { display: flex; gap: 10mm; margin: 4mm 0 } .two > div { flex: 1 }
  .items { margin: 5mm 0 } .items th { border-bottom: 1.5px solid #333; text-align: left; padding: 1.5mm } .items td { border-bottom: 1px solid #ccc; padding: 1.5mm }
  .items th.r { text-align: right } .sums { width: 80mm; margin-left: auto } .sums td { padding: 1mm } .sums td:last-child { text-align: right }`
const sums = (rows: readonly (readonly [string, string])[]) =>
  `<table class="sums">${rows.map(([caption, value]) => `<tr><td>${caption}</td><td>${value}</td></tr>`).join('')}</table>`
const block = (at: 'seller' | 'buyer', { name, address: a, vatId }: InvoiceParty) =>
  `${field(`${at}.name`, name)}<br>${field(`${at}.address.line1`, a.line1)}<br>${field(`${at}.address.city`, a.city)} ${field(`${at}.address.zip`, a.zip)}${vatId ? `<br>VAT ${field(`${at}.vatId`, vatId)}` : ''}`
const contract = ({ contractRef }: Invoice, day: string) =>
  `Agreement No. ${field('contractRef.number', contractRef.number)} dated ${field('contractRef.date', day)}`

/** Two columns of parties, number and date on top. */
const certificate: Layout = {
  name: 'act-certificate',
  documentClass: 'act',
  language: 'en',
  plan: (random) => plan(random),
  css: (random) => css(random, "'Liberation Sans'"),
  pages: (act) => [
    `<h1>Certificate of Acceptance</h1><p>Certificate No.: ${field('number', act.number)}<br>Date: ${field('issueDate', en.longDate(act.issueDate))}<br>${contract(act, en.longDate(act.contractRef.date))}<br>Service period: ${field('period.start', en.date(act.period.start))} - ${field('period.end', en.date(act.period.end))}</p>
    <div class="two"><div><b>Contractor</b><br>${block('seller', act.seller)}</div><div><b>Customer</b><br>${block('buyer', act.buyer)}</div></div>
    ${workTable(
      act,
      [
        ['#', 'no'],
        ['Description of services', 'name'],
        ['Qty', 'quantity'],
        ['Rate', 'unitPrice'],
        ['Amount', 'net'],
      ],
      en,
    )}
    ${sums([
      ['Net total', field('totals.net', en.money(act.totals.net))],
      ['VAT 20%', field('totals.tax', en.money(act.totals.tax))],
      ['Total', `£${field('totals.gross', en.money(act.totals.gross))}`],
    ])}
    <p>The services were completed in full and on time. The Customer has no claims as to their scope and quality.</p>
    <div class="two"><div>For the Contractor: ______________</div><div>For the Customer: ______________</div></div>`,
  ],
}

/** Parties introduced in a sentence. */
const completion: Layout = {
  name: 'act-completion',
  documentClass: 'act',
  language: 'en',
  letter: true,
  plan: (random) => plan(random, 'US'),
  css: (random) => css(random, "'Liberation Serif'"),
  pages: (act) => [
    `<h1>Work Completion Certificate No. ${field('number', act.number)}</h1><p>${field('issueDate', us.longDate(act.issueDate))}</p>
    <p>${field('seller.name', act.seller.name)} (hereinafter the "Contractor") and ${field('buyer.name', act.buyer.name)} (hereinafter the "Customer") certify that under ${contract(act, us.longDate(act.contractRef.date))} the Contractor has completed and the Customer has accepted the following work:</p>
    ${workTable(
      act,
      [
        ['Work', 'name'],
        ['Quantity', 'quantity'],
        ['Unit price', 'unitPrice'],
        ['Amount, USD', 'net'],
      ],
      us,
    )}
    ${sums([['Total, USD', field('totals.gross', us.money(act.totals.gross))]])}
    <p>The parties have no claims against each other.</p><div class="two"><div>Contractor ______________</div><div>Customer ______________</div></div>`,
  ],
}

/** An act as firms with Russian partners write it in English. */
const deliveryAct: Layout = {
  name: 'act-delivery',
  documentClass: 'act',
  language: 'en',
  plan: (random) => plan(random),
  css: (random) => css(random, "'DejaVu Sans Condensed'"),
  pages: (act) => [
    `<h1>Delivery and Acceptance Act No. ${field('number', act.number)} dated ${field('issueDate', en.date(act.issueDate))}</h1>
    <p>Contractor: ${field('seller.name', act.seller.name)}, VAT ${field('seller.vatId', act.seller.vatId)}<br>Customer: ${field('buyer.name', act.buyer.name)}, VAT ${field('buyer.vatId', act.buyer.vatId)}<br>Contract No. ${field('contractRef.number', act.contractRef.number)} dated ${field('contractRef.date', en.date(act.contractRef.date))}</p>
    ${workTable(
      act,
      [
        ['No.', 'no'],
        ['Services', 'name'],
        ['Unit', 'unitRaw'],
        ['Quantity', 'quantity'],
        ['Price', 'unitPrice'],
        ['Net amount', 'net'],
        ['VAT', 'taxRate'],
        ['VAT amount', 'tax'],
        ['Gross amount', 'gross'],
      ],
      en,
    )}
    ${sums([
      ['Total net', field('totals.net', en.money(act.totals.net))],
      ['Total VAT', field('totals.tax', en.money(act.totals.tax))],
      ['Total gross, GBP', field('totals.gross', en.money(act.totals.gross))],
    ])}
    <p>The Customer accepts the services without claims.</p><div class="two"><div>Contractor ______________</div><div>Customer ______________</div></div>`,
  ],
}

export const englishActs: readonly Layout[] = [certificate, completion, deliveryAct]

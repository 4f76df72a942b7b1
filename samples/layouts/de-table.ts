import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, row, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const de = formatOf('de')

/** Wholesale: article numbers, discount per line, two VAT rates with a table of bases, freight. */
export const deTable: Layout = {
  name: 'de-table',
  language: 'de',
  plan: (random) => ({
    country: 'DE',
    currency: 'EUR',
    trade: 'food',
    lineCount: random.int(3, 12),
    rates: { main: '19', reduced: '7' },
    lineDiscount: random.pick([0, 5, 10]),
    freight: random.chance(0.4),
  }),
  css: (random) => `
    body { font: 9pt/1.3 ${random.pick(["'PT Sans Narrow'", "'Liberation Sans Narrow'", "'Liberation Sans'"])} }
    .page { padding: 14mm 15mm } .top { display: flex; justify-content: space-between; margin-bottom: 8mm } .boxed { border: 1px solid #444; padding: 2mm 3mm; width: 84mm }
    h1 { font-size: 15pt; margin: 0 } .keys td { border: 1px solid #444; padding: 0.6mm 1.5mm } .keys small { display: block; color: #444 } .keys { margin: 4mm 0 }
    .items td, .items th { border: 1px solid #444; padding: 0.8mm 1.2mm; vertical-align: top } .items th { background: #eee } .items tr:nth-child(odd) td { background: #f8f8f8 }
    .below { display: flex; justify-content: space-between; align-items: flex-start; margin-top: 4mm } .below table { width: auto } .below td, .below th { border: 1px solid #444; padding: 0.8mm 2mm; text-align: right } .big td { font-weight: bold; font-size: 11pt }
    .foot { position: absolute; left: 15mm; right: 15mm; bottom: 10mm; font-size: 7.5pt; text-align: center; border-top: 1px solid #444; padding-top: 1.5mm }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ seller, buyer, number, issueDate, deliveryDate, purchaseOrder, dueDate }: Invoice): string {
  const key = (caption: string, value: string) => `<td><small>${caption}</small>${value}</td>`
  return `<div class="top"><div class="boxed"><small>Rechnung an</small><br><b>${field('buyer.name', buyer.name)}</b><br>${field('buyer.address.line1', buyer.address.line1)}<br>
    ${field('buyer.address.zip', buyer.address.zip)} ${field('buyer.address.city', buyer.address.city)}</div><div style="text-align:right"><b style="font-size:13pt">${field('seller.name', seller.name)}</b><br>
    ${field('seller.address.line1', seller.address.line1)}<br>${field('seller.address.zip', seller.address.zip)} ${field('seller.address.city', seller.address.city)}<br>USt-ID ${field('seller.vatId', seller.vatId)}</div></div>
    <h1>RECHNUNG</h1><table class="keys"><tr>${key('Belegnummer', field('number', number))}${key('Belegdatum', field('issueDate', de.date(issueDate)))}
    ${key('Leistungsdatum', field('deliveryDate', de.date(deliveryDate)))}${key('Ihre Bestellung', field('purchaseOrder', purchaseOrder))}${key('Fällig am', field('dueDate', de.date(dueDate)))}</tr></table>`
}

function table({ lines }: Invoice): string {
  const discounts = lines.some(({ allowances }) => allowances !== null)
  const heads = ['Pos', 'Art.-Nr.', 'Artikel', 'Menge', 'ME', 'Preis', ...(discounts ? ['Rabatt'] : []), 'MwSt', 'Betrag EUR']
  const classes = ['c', '', '', 'r', 'c', 'r', ...(discounts ? ['r'] : []), 'r', 'r']
  const body = lines.map((line, i) =>
    row(
      [
        field(`lines[${i}].no`, line.no),
        field(`lines[${i}].sellerItemId`, line.sellerItemId),
        field(`lines[${i}].name`, line.name),
        field(`lines[${i}].quantity`, de.quantity(line.quantity)),
        field(`lines[${i}].unitRaw`, line.unitRaw),
        field(`lines[${i}].unitPrice`, de.money(line.unitPrice)),
        ...(discounts ? [line.allowances === null ? '' : field(`lines[${i}].allowances`, de.money(line.allowances))] : []),
        `${field(`lines[${i}].taxRate`, line.taxRate)} %`,
        field(`lines[${i}].net`, de.money(line.net)),
      ],
      classes,
    ),
  )
  return `<table class="items">${row(heads, [], 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, payment, seller }: Invoice): string {
  const sum = (caption: string, path: string, amount: string | null, kind = '') =>
    `<tr class="${kind}"><td>${caption}</td><td>${field(path, de.money(amount))}</td></tr>`
  const rates = taxes.map((tax, i) =>
    row([
      `${field(`taxes[${i}].rate`, tax.rate)} %`,
      field(`taxes[${i}].base`, de.money(tax.base)),
      field(`taxes[${i}].amount`, de.money(tax.amount)),
    ]),
  )
  return `<div class="below"><table>${row(['MwSt-Satz', 'Netto', 'MwSt'], [], 'th')}${rates.join('')}</table>
    <table>${sum('Warenwert', 'totals.linesNet', totals.linesNet)}${when(totals.charges, () => sum('Frachtkosten', 'totals.charges', totals.charges))}
    ${sum('Summe netto', 'totals.net', totals.net)}${sum('Summe MwSt', 'totals.tax', totals.tax)}${sum('Endbetrag EUR', 'totals.gross', totals.gross, 'big')}</table></div>
    <div class="foot">${field('payment.bankName', payment.bankName)} · IBAN ${field('payment.iban', inFours(payment.iban))} · BIC ${field('payment.bic', payment.bic)} · ${field('seller.legalId', seller.legalId)} Musterstadt · ${field('seller.contact.email', seller.contact.email)}</div>`
}

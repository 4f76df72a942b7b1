import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, row, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const uk = formatOf('en')

/** British VAT invoice or credit note: VAT number, zero-rated food beside 20 %, VAT summary, sometimes in euros. */
export const ukVat: Layout = {
  name: 'uk-vat',
  language: 'en',
  plan: (random) => ({
    country: 'GB',
    currency: random.pick(['GBP', 'GBP', 'EUR']),
    trade: random.pick(['food', 'goods']),
    lineCount: random.int(2, 5),
    rates: { main: '20', reduced: '0' },
    creditNote: random.chance(0.35),
  }),
  css: (random) => `
    body { font: 10pt/1.4 ${random.pick(["'PT Sans'", "'Liberation Sans'", "'DejaVu Sans'"])} }
    .page { padding: 16mm 17mm } header { border-bottom: 3px solid #6b2d5c; padding-bottom: 3mm; display: flex; justify-content: space-between }
    h1 { font-size: 17pt; margin: 7mm 0 3mm; color: #6b2d5c }
    .two { display: flex; gap: 12mm } .two > div { flex: 1 } dl { display: grid; grid-template-columns: 38mm 1fr; margin: 0 } dt { color: #555 } dd { margin: 0 }
    .items { margin-top: 7mm } .items th { border-bottom: 1px solid #000; text-align: left; padding: 1.2mm } .items td { padding: 1.2mm; border-bottom: 1px dotted #999 } .items .r { text-align: right }
    .below { display: flex; justify-content: space-between; margin-top: 6mm } .below table { width: auto } .below td, .below th { padding: 0.8mm 2mm; text-align: right; font-weight: normal } .below .big td { font-weight: bold; border-top: 1px solid #000 }
    footer { position: absolute; bottom: 12mm; left: 17mm; right: 17mm; font-size: 8pt; color: #333; border-top: 1px solid #6b2d5c; padding-top: 2mm }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ typeCode, number, issueDate, dueDate, deliveryDate, seller, buyer, precedingInvoice, buyerReference }: Invoice): string {
  const credit = typeCode === '381'
  const place = (at: string, a: Invoice['seller']['address'], separator: string) =>
    [field(`${at}.address.line1`, a.line1), field(`${at}.address.city`, a.city), field(`${at}.address.zip`, a.zip)].join(separator)
  const entry = (caption: string, value: string) => `<dt>${caption}</dt><dd>${value}</dd>`
  return `<header><b style="font-size:15pt">${field('seller.name', seller.name)}</b><span>${place('seller', seller.address, ', ')}</span></header>
    <h1>${credit ? 'Credit Note' : 'VAT Invoice'}</h1><div class="two"><div>${field('buyer.name', buyer.name)}<br>${place('buyer', buyer.address, '<br>')}</div>
    <dl>${entry(credit ? 'Credit note no.' : 'Invoice no.', field('number', number))}${entry(credit ? 'Credit note date' : 'Invoice date (tax point)', field('issueDate', uk.longDate(issueDate)))}
    ${when(credit, () => entry('Original invoice', `${field('precedingInvoice.number', precedingInvoice.number)} of ${field('precedingInvoice.date', uk.longDate(precedingInvoice.date))}`))}
    ${when(!credit, () => `${entry('Delivery date', field('deliveryDate', uk.longDate(deliveryDate)))}${entry('Payment due', field('dueDate', uk.longDate(dueDate)))}`)}
    ${entry('Your reference', field('buyerReference', buyerReference))}${entry('VAT reg. no.', field('seller.vatId', spaced(seller.vatId)))}</dl></div>`
}

/** GB 123 4567 89, as HMRC prints it. */
function spaced(vatId: string | null): string | null {
  return vatId?.replace(/^GB(\d{3})(\d{4})(\d{2})$/, 'GB $1 $2 $3') ?? null
}

function table({ lines, currency }: Invoice): string {
  const classes = ['', 'r', '', 'r', 'r', 'r']
  const body = lines.map((line, i) =>
    row(
      [
        field(`lines[${i}].name`, line.name),
        field(`lines[${i}].quantity`, uk.quantity(line.quantity)),
        field(`lines[${i}].unitRaw`, line.unitRaw),
        field(`lines[${i}].unitPrice`, uk.money(line.unitPrice)),
        `${field(`lines[${i}].taxRate`, line.taxRate)}%`,
        field(`lines[${i}].net`, uk.money(line.net)),
      ],
      classes,
    ),
  )
  return `<table class="items">${row(['Description', 'Quantity', 'Unit', 'Price', 'VAT', `Net (${currency})`], classes, 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, payment, currency, typeCode, seller }: Invoice): string {
  const sign = currency === 'GBP' ? '£' : '€'
  const sum = (caption: string, path: string, amount: string | null, kind = '') =>
    `<tr class="${kind}"><td>${caption}</td><td>${sign}${field(path, uk.money(amount))}</td></tr>`
  const rates = taxes.map((tax, i) =>
    row([
      `${field(`taxes[${i}].rate`, tax.rate)}%`,
      field(`taxes[${i}].base`, uk.money(tax.base)),
      field(`taxes[${i}].amount`, uk.money(tax.amount)),
    ]),
  )
  const credit = typeCode === '381'
  return `<div class="below"><table>${row(['VAT rate', 'Net', 'VAT'], [], 'th')}${rates.join('')}</table>
    <table>${sum('Total net', 'totals.net', totals.net)}${sum('Total VAT', 'totals.tax', totals.tax)}${sum(credit ? 'Total credit' : 'Total due', 'totals.gross', totals.gross, 'big')}</table></div>
    <footer>${when(!credit, () => `Please pay to ${field('payment.bankName', payment.bankName)}, IBAN ${field('payment.iban', inFours(payment.iban))}, BIC ${field('payment.bic', payment.bic)}. `)}
    Registered in England and Wales, company no. ${field('seller.legalId', seller.legalId)}. ${field('seller.contact.email', seller.contact.email)}</footer>`
}

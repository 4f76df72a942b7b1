import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const de = formatOf('de')

/** Merchandise software of a small firm: heading grid, several lines of detail per item, remarks inside the table, VAT keys explained in its foot. */
export const deDesk: Layout = {
  name: 'de-desk',
  language: 'de',
  plan: (random) => ({
    country: 'DE',
    currency: 'EUR',
    trade: 'food',
    lineCount: random.int(2, 6),
    rates: { main: '19', reduced: '7' },
    lineDiscount: random.pick([0, 3, 10]),
  }),
  css: (random) => `
    body { font: 9pt/1.3 ${random.pick(["'Liberation Sans'", "'PT Sans'"])} } .page { padding: 14mm 14mm 0 20mm } .from { font-size: 7pt; margin-top: 22mm }
    .brand { position: absolute; top: 13mm; right: 14mm; text-align: right; font-size: 8pt } h1 { font-size: 14pt; margin: 9mm 0 2mm }
    .keys td { border: 0.5px solid #222; padding: 0.4mm 1.5mm; width: 20% } .keys i { font: 7pt 'Liberation Sans'; display: block }
    .items { margin-top: 4mm } .items th { border-top: 1px solid #000; border-bottom: 1px solid #000; font-weight: bold; text-align: left; padding: 0.8mm } .items th.r { text-align: right } .items td { padding: 0.5mm 0.8mm; vertical-align: top } .fine { font-size: 8pt }
    .sums { margin-top: 5mm; border-top: 1px solid #000; border-bottom: 1px solid #000 } .sums td { text-align: right; padding: 0.6mm 1mm } .sums tr:first-child td { font-size: 7.5pt }
    .foot { position: absolute; left: 20mm; right: 14mm; bottom: 9mm; display: flex; justify-content: space-between; font-size: 7pt }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ seller, buyer, number, issueDate, deliveryDate, buyerReference }: Invoice): string {
  const a = seller.address
  const key = (caption: string, value: string) => `<td><i>${caption}</i>${value}</td>`
  return `<div class="brand"><b style="font-size:12pt">${field('seller.name', seller.name)}</b><br>Tel ${field('seller.contact.phone', seller.contact.phone)}<br>${field('seller.contact.email', seller.contact.email)}</div>
  <div class="from">${seller.name} • ${field('seller.address.line1', a.line1)} • ${field('seller.address.zip', a.zip)} ${field('seller.address.city', a.city)}</div>
  <div>Firma<br>${field('buyer.name', buyer.name)}<br>${field('buyer.address.line1', buyer.address.line1)}<br>${field('buyer.address.zip', buyer.address.zip)} ${field('buyer.address.city', buyer.address.city)}</div>
  <h1>Rechnung</h1><table class="keys"><tr>${key('Beleg-Nr', field('number', number))}${key('Kunden-Nr', '10482')}${key('Belegdatum', field('issueDate', de.date(issueDate)))}${key('Lieferdatum', field('deliveryDate', de.date(deliveryDate)))}${key('Seite', '1')}</tr>
  <tr>${key('Bearbeiter', 'Herr Muster')}${key('Ihr Zeichen', field('buyerReference', buyerReference))}${key('Lieferschein-Nr', 'LS-70421')}${key('Versandart', 'Spedition')}${key('Vertreter', '07')}</tr></table>`
}

function table({ lines, taxes }: Invoice): string {
  const classes = ['', '', '', 'r', '', 'r', 'r', 'r', 'r']
  const keyOf = (rate: string | null) => `${taxes.findIndex((tax) => tax.rate === rate) + 1}`
  const body = lines.map((line, i) => {
    const main = row(
      [
        field(`lines[${i}].no`, line.no),
        field(`lines[${i}].sellerItemId`, line.sellerItemId),
        field(`lines[${i}].name`, line.name),
        field(`lines[${i}].quantity`, de.quantity(line.quantity)),
        field(`lines[${i}].unitRaw`, line.unitRaw),
        field(`lines[${i}].unitPrice`, de.money(line.unitPrice)),
        line.allowances === null ? '' : `-${field(`lines[${i}].allowances`, de.money(line.allowances))}`,
        field(`lines[${i}].net`, de.money(line.net)),
        `<span data-field="lines[${i}].taxRate" data-value="${line.taxRate}">${keyOf(line.taxRate)}</span>`,
      ],
      classes,
    )
    const fine = (text: string) => `<tr class="fine"><td></td><td></td><td>${text}</td><td colspan="6"></td></tr>`
    const remark = i === 0 ? '<tr><td></td><td></td><td colspan="7"><b>Bitte Ware bei Annahme auf Schäden prüfen.</b></td></tr>' : ''
    return `${main}${fine(`Charge 26-${310 + 7 * i}`)}${i % 2 === 0 ? fine('Ursprungsland: DE, Lager 2') : ''}${remark}`
  })
  return `<table class="items">${row(['Pos', 'Art-Nr', 'Bezeichnung', 'Menge', 'ME', 'E-Preis', 'Rabatt', 'G-Preis', 'St'], classes, 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, payment, seller, dueDate }: Invoice): string {
  const keys = taxes.map((tax, i) => `${i + 1} = ${field(`taxes[${i}].rate`, tax.rate)} % MwSt`).join(', ')
  const heads = taxes.flatMap((tax, i) => [`Netto (${i + 1})`, `MwSt ${tax.rate} %`])
  const values = taxes.flatMap((tax, i) => [
    field(`taxes[${i}].base`, de.money(tax.base)),
    field(`taxes[${i}].amount`, de.money(tax.amount)),
  ])
  return `<table class="sums">${row([...heads, 'Netto gesamt', 'MwSt gesamt', 'Rechnungsbetrag EUR'])}${row([...values, field('totals.net', de.money(totals.net)), field('totals.tax', de.money(totals.tax)), `<b>${field('totals.gross', de.money(totals.gross))}</b>`])}</table>
  <p class="fine">Steuerschlüssel ${keys}</p><p>Zahlbar rein netto bis ${field('dueDate', de.date(dueDate))}.</p>${when(totals.gross, () => `<p>${said('note', 'Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.')}</p>`)}
  <div class="foot"><span>${seller.name}<br>Amtsgericht Musterstadt<br>${field('seller.legalId', seller.legalId)}</span><span>USt-IdNr ${field('seller.vatId', seller.vatId)}<br>St-Nr ${field('seller.taxRegId', seller.taxRegId)}</span><span>${field('payment.bankName', payment.bankName)}<br>IBAN ${field('payment.iban', inFours(payment.iban))}<br>BIC ${field('payment.bic', payment.bic)}</span></div>`
}

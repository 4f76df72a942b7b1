import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const fr = formatOf('fr')

/** French facture: H.T., TVA at 20 and 5,5 %, T.T.C., SIREN, legal notes of late payment. */
export const frFacture: Layout = {
  name: 'fr-facture',
  language: 'fr',
  plan: (random) => ({
    country: 'FR',
    currency: 'EUR',
    trade: random.pick(['food', 'goods']),
    lineCount: random.int(2, 5),
    rates: { main: '20', reduced: '5.5' },
  }),
  css: (random) => `
    body { font: 10pt/1.4 ${random.pick(["'PT Serif'", "'Liberation Sans'", "'DejaVu Sans Condensed'"])} }
    .page { padding: 16mm 17mm } h1 { font-size: 24pt; font-weight: normal; margin: 0 0 6mm; color: #1b3c8c; text-align: right }
    .two { display: flex; justify-content: space-between; margin-bottom: 7mm } .client { border-left: 3px solid #1b3c8c; padding-left: 4mm; width: 80mm }
    .items th { background: #1b3c8c; color: #fff; padding: 1.6mm; text-align: left; font-weight: normal } .items td { padding: 1.6mm; border-bottom: 1px solid #c4cbe0 } .items .r { text-align: right }
    .sums { width: 82mm; margin: 5mm 0 0 auto } .sums td { padding: 0.9mm 1.6mm } .sums td:last-child { text-align: right; white-space: nowrap } .sums .big td { background: #e7ebf6; font-weight: bold }
    footer { position: absolute; left: 17mm; right: 17mm; bottom: 12mm; font-size: 7.5pt; color: #333 }`,
  pages: (invoice) => [page(invoice)],
}

function page(invoice: Invoice): string {
  const { seller, buyer, number, issueDate, dueDate, totals, taxes, payment } = invoice
  const place = (at: string, a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}<br>${field(`${at}.address.zip`, a.zip)} ${field(`${at}.address.city`, a.city)}`
  const sum = (caption: string, path: string, amount: string | null, kind = '') =>
    `<tr class="${kind}"><td>${caption}</td><td>${field(path, fr.money(amount))} €</td></tr>`
  const vat = taxes.map((tax, i) =>
    sum(
      `TVA ${field(`taxes[${i}].rate`, tax.rate!.replace('.', ','))} % sur ${field(`taxes[${i}].base`, fr.money(tax.base))} €`,
      `taxes[${i}].amount`,
      tax.amount,
    ),
  )
  return `<h1>Facture</h1><div class="two"><div><b>${field('seller.name', seller.name)}</b><br>${place('seller', seller.address)}<br>Tél. ${field('seller.contact.phone', seller.contact.phone)}<br>
    N° TVA : ${field('seller.vatId', seller.vatId)}</div><div class="client"><small>Client</small><br>${field('buyer.name', buyer.name)}<br>${place('buyer', buyer.address)}</div></div>
    <p>Facture n° <b>${field('number', number)}</b> du ${field('issueDate', fr.longDate(issueDate))}<br>Date d'échéance : ${field('dueDate', fr.date(dueDate))}</p>
    ${table(invoice)}<table class="sums">${sum('Total H.T.', 'totals.net', totals.net)}${vat.join('')}
    ${when(taxes.length > 1, () => sum('Total TVA', 'totals.tax', totals.tax))}${sum('Total T.T.C.', 'totals.gross', totals.gross)}${sum('Net à payer', 'totals.due', totals.due, 'big')}</table>
    <p>Règlement par virement : ${field('payment.bankName', payment.bankName)}, IBAN ${field('payment.iban', inFours(payment.iban))}, BIC ${field('payment.bic', payment.bic)}</p>
    <footer>${said('note', 'En cas de retard de paiement, indemnité forfaitaire pour frais de recouvrement de 40 €.')} SIREN ${field('seller.legalId', seller.legalId)} – RCS Villemodèle</footer>`
}

function table({ lines }: Invoice): string {
  const classes = ['', 'r', '', 'r', 'r', 'r']
  const body = lines.map((line, i) =>
    row(
      [
        field(`lines[${i}].name`, line.name),
        field(`lines[${i}].quantity`, fr.quantity(line.quantity)),
        field(`lines[${i}].unitRaw`, line.unitRaw),
        field(`lines[${i}].unitPrice`, fr.money(line.unitPrice)),
        `${field(`lines[${i}].taxRate`, line.taxRate!.replace('.', ','))} %`,
        field(`lines[${i}].net`, fr.money(line.net)),
      ],
      classes,
    ),
  )
  return `<table class="items">${row(['Désignation', 'Quantité', 'Unité', 'P.U. H.T.', 'TVA', 'Montant H.T.'], classes, 'th')}${body.join('')}</table>`
}

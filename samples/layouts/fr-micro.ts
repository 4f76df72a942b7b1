import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const fr = formatOf('fr')

/** Bill of a one-man firm without VAT: addresses on one line, dates in words, deposit taken off, captions without colons. */
export const frMicro: Layout = {
  name: 'fr-micro',
  language: 'fr',
  plan: (random) => ({
    country: 'FR',
    currency: 'EUR',
    trade: 'services',
    lineCount: random.int(1, 3),
    rates: null,
    prepaid: random.chance(0.6),
  }),
  css: (random) => `
    body { font: 10.5pt/1.45 ${random.pick(["'Liberation Serif'", "'PT Sans'"])} } .page { padding: 18mm 20mm } .me { font-size: 14pt } .thin { font-size: 9pt } h1 { font-size: 12pt; text-decoration: underline; margin: 10mm 0 2mm }
    .to { margin: 8mm 0 0 90mm } .items { margin-top: 5mm } .items th, .items td { border: 1px solid #000; padding: 1.5mm 2mm; vertical-align: top } .items th { font-weight: bold; text-align: center }
    .items .none { border: none }`,
  pages: (invoice) => [page(invoice)],
}

function page(invoice: Invoice): string {
  const { seller, buyer, number, issueDate, dueDate, payment, deliveryDate } = invoice
  const place = (at: string, a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}, ${field(`${at}.address.zip`, a.zip)} ${field(`${at}.address.city`, a.city)}`
  return `<div class="me">${field('seller.name', seller.name)}</div><div class="thin">${place('seller', seller.address)} – ${field('seller.contact.phone', seller.contact.phone)} – ${field('seller.contact.email', seller.contact.email)}<br>SIREN ${field('seller.legalId', seller.legalId)} – dispensé d'immatriculation au RCS</div>
  <div class="to">À l'attention de<br><b>${field('buyer.name', buyer.name)}</b><br>${place('buyer', buyer.address)}</div>
  <p>${seller.address.city}, le ${field('issueDate', fr.longDate(issueDate))}</p><h1>FACTURE N° ${field('number', number)}</h1>
  <p>Prestation réalisée le ${field('deliveryDate', fr.longDate(deliveryDate))}</p>${table(invoice)}
  <p>${said('taxes[0].exemptionReason', 'TVA non applicable, art. 293 B du CGI')}</p>
  <p>À régler au plus tard le ${field('dueDate', fr.longDate(dueDate))} par virement sur le compte ${field('payment.iban', inFours(payment.iban))} (${field('payment.bankName', payment.bankName)}, BIC ${field('payment.bic', payment.bic)}).</p>
  <p class="thin">Pas d'escompte pour paiement anticipé. Tout retard donne lieu à une pénalité au taux de 12 % et à une indemnité de 40 €.</p>`
}

function table({ lines, totals }: Invoice): string {
  const classes = ['', 'r', 'r', 'r']
  const body = lines.map((line, i) =>
    row(
      [
        field(`lines[${i}].name`, line.name),
        `${field(`lines[${i}].quantity`, fr.quantity(line.quantity))} ${unit(line, i)}`,
        `${field(`lines[${i}].unitPrice`, fr.money(line.unitPrice))} €`,
        `${field(`lines[${i}].net`, fr.money(line.net))} €`,
      ],
      classes,
    ),
  )
  const sum = (caption: string, value: string) =>
    `<tr><td class="none"></td><td class="r" colspan="2">${caption}</td><td class="r">${value} €</td></tr>`
  const paid = () =>
    `${sum('Acompte versé', `- ${field('totals.prepaid', fr.money(totals.prepaid))}`)}${sum('Solde à payer', field('totals.due', fr.money(totals.due)))}`
  return `<table class="items">${row(['Prestation', 'Qté', 'Prix unitaire', 'Montant'], [], 'th')}${body.join('')}${sum('Total', field('totals.gross', fr.money(totals.gross)))}${when(totals.prepaid, paid)}</table>`
}

/** «forfait» is a lump sum in Recommendation 20, whatever the catalogue sells it as. */
function unit({ unitRaw }: Invoice['lines'][number], i: number): string {
  const printed = field(`lines[${i}].unitRaw`, unitRaw)
  return unitRaw === 'forfait' ? `<span data-field="lines[${i}].unit" data-value="LS">${printed}</span>` : printed
}

import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, row, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const fr = formatOf('fr')

/** French bill with the captions under their values, sums on the left under a VAT table, discount, carriage and a down payment taken off. */
export const frSolde: Layout = {
  name: 'fr-solde',
  language: 'fr',
  plan: (random) => ({
    country: 'FR',
    currency: 'EUR',
    trade: random.pick(['goods', 'food']),
    lineCount: random.int(2, 6),
    rates: { main: '20', reduced: '5.5' },
    discount: random.pick([0, 5]),
    freight: random.chance(0.5),
    prepaid: random.chance(0.5),
  }),
  css: (random) => `
    body { font: 9pt/1.35 ${random.pick(["'PT Serif'", "'Liberation Sans'"])} } .page { padding: 15mm 16mm }
    .under { display: flex; margin: 6mm 0; border-top: 1px solid #888; border-bottom: 1px solid #888; padding: 2mm 0 } .under > div { flex: 1 } .under b { display: block; font-size: 10pt } .under span + small, .under small { color: #666; font-size: 7pt }
    .items th { text-align: left; font-size: 8pt; border-bottom: 1px solid #444 } .items td { padding: 1mm 1mm 1mm 0 } .items th.r { text-align: right }
    .left table { width: 95mm; margin-top: 4mm } .left td, .left th { padding: 0.6mm 2mm 0.6mm 0; text-align: left; font-weight: normal } .left .r { text-align: right }
    .foot { position: absolute; bottom: 10mm; left: 16mm; right: 16mm; font-size: 7.5pt; text-align: center }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ number, issueDate, dueDate, deliveryDate, seller, buyer }: Invoice): string {
  const place = (at: 'seller' | 'buyer', a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}, ${field(`${at}.address.zip`, a.zip)} ${field(`${at}.address.city`, a.city)}`
  const under = (value: string, caption: string) => `<div><b>${value}</b><small>${caption}</small></div>`
  return `<div style="display:flex;justify-content:space-between"><div><b>${field('seller.name', seller.name)}</b><br>${place('seller', seller.address)}<br>${field('seller.contact.phone', seller.contact.phone)}</div><div style="width:75mm">Doit :<br><b>${field('buyer.name', buyer.name)}</b><br>${place('buyer', buyer.address)}</div></div>
    <div class="under">${under(field('number', number), 'facture numéro')}${under(field('issueDate', fr.longDate(issueDate)), 'établie le')}${under(field('deliveryDate', fr.longDate(deliveryDate)), 'livraison')}${under(field('dueDate', fr.longDate(dueDate)), 'à régler avant le')}</div>`
}

function table({ lines }: Invoice): string {
  const classes = ['', 'r', '', 'r', 'r', 'r']
  const body = lines.map((line, i) => {
    const at = (key: string) => `lines[${i}].${key}`
    return row(
      [
        field(at('name'), line.name),
        field(at('quantity'), fr.quantity(line.quantity)),
        field(at('unitRaw'), line.unitRaw),
        `${field(at('unitPrice'), fr.money(line.unitPrice))} €`,
        `${field(at('taxRate'), line.taxRate?.replace('.', ',') ?? null)} %`,
        `${field(at('net'), fr.money(line.net))} €`,
      ],
      classes,
    )
  })
  return `<table class="items">${row(['Articles', 'Qté', '', 'Tarif HT', 'T.V.A.', 'Montant H.T.'], classes, 'th')}${body.join('')}</table>`
}

function foot({ totals, taxes, payment, seller }: Invoice): string {
  const sum = (caption: string, path: string, value: string | null, sign = '') =>
    `<tr><td>${caption}</td><td class="r">${sign}${field(path, fr.money(value))} €</td></tr>`
  const rates = taxes.map((tax, i) =>
    row(
      [
        `${field(`taxes[${i}].rate`, tax.rate?.replace('.', ',') ?? null)} %`,
        field(`taxes[${i}].base`, fr.money(tax.base)),
        field(`taxes[${i}].amount`, fr.money(tax.amount)),
      ],
      ['', 'r', 'r'],
    ),
  )
  return `<div class="left"><table>${row(['Taux', 'Base H.T.', 'T.V.A.'], ['', 'r', 'r'], 'th')}${rates.join('')}</table>
    <table>${when(totals.allowances || totals.charges, () => sum('Total brut H.T.', 'totals.linesNet', totals.linesNet))}${when(totals.allowances, () => sum('Remise commerciale', 'totals.allowances', totals.allowances, '-'))}${when(totals.charges, () => sum('Frais de port', 'totals.charges', totals.charges))}
    ${sum('Total H.T.', 'totals.net', totals.net)}${sum('Total T.V.A.', 'totals.tax', totals.tax)}${sum('Total T.T.C.', 'totals.gross', totals.gross)}
    ${when(totals.prepaid, () => `${sum('Acompte reçu', 'totals.prepaid', totals.prepaid, '-')}${sum('Solde à nous devoir', 'totals.due', totals.due)}`)}</table></div>
    <p>Virement : ${field('payment.bankName', payment.bankName)}, IBAN ${field('payment.iban', inFours(payment.iban))}, code BIC ${field('payment.bic', payment.bic)}</p>
    <div class="foot">${seller.name} - SIREN ${field('seller.legalId', seller.legalId)} - TVA ${field('seller.vatId', seller.vatId)} - ${field('seller.contact.email', seller.contact.email)}<br>Tout retard entraîne une indemnité de 40 € et des pénalités au taux de 12 %.</div>`
}

import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, row, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const de = formatOf('de')

/** Final bill of a builder: discount and surcharge between the sums, part payments taken off, everything written into the table's own foot. */
export const deSchluss: Layout = {
  name: 'de-schluss',
  language: 'de',
  plan: (random) => ({
    country: 'DE',
    currency: 'EUR',
    trade: random.pick(['craft', 'services']),
    lineCount: random.int(3, 6),
    rates: { main: '19' },
    discount: random.pick([2, 3, 5]),
    freight: random.chance(0.5),
    prepaid: random.chance(0.7),
  }),
  css: (random) => `
    body { font: 10pt/1.35 ${random.pick(["'Liberation Serif'", "'DejaVu Sans Condensed'"])} } .page { padding: 18mm 20mm 0 25mm }
    .head { display: flex; justify-content: space-between } h1 { font-size: 13pt; margin: 8mm 0 1mm }
    .items { margin-top: 5mm } .items th { text-align: left; border-bottom: 1.5px solid #000 } .items td { padding: 1mm 1mm 1mm 0; vertical-align: top } .sum td { border-top: 0.5px solid #000 } .big td { font-weight: bold; border-top: 1.5px solid #000 }
    .foot { position: absolute; bottom: 9mm; left: 25mm; right: 20mm; font-size: 7.5pt; text-align: center; border-top: 0.5px solid #555 }`,
  pages: (invoice) => [`${head(invoice)}${table(invoice)}${foot(invoice)}`],
}

function head({ number, issueDate, period, buyerReference, seller, buyer }: Invoice): string {
  const place = (at: 'seller' | 'buyer', a: Invoice['seller']['address']) =>
    `${field(`${at}.address.line1`, a.line1)}<br>${field(`${at}.address.zip`, a.zip)} ${field(`${at}.address.city`, a.city)}`
  return `<div class="head"><div>An<br>${field('buyer.name', buyer.name)}<br>${place('buyer', buyer.address)}</div><div><b>${field('seller.name', seller.name)}</b><br>${place('seller', seller.address)}<br>Ruf ${field('seller.contact.phone', seller.contact.phone)}</div></div>
    <h1>Schlussrechnung ${field('number', number)}</h1><p>vom ${field('issueDate', de.longDate(issueDate))}, Leistungszeitraum ${field('period.start', de.date(period.start))} – ${field('period.end', de.date(period.end))}<br>Bauvorhaben Beispielhof, Ihr Zeichen ${field('buyerReference', buyerReference)}</p>`
}

function table({ lines, totals, taxes, allowances, dueDate }: Invoice): string {
  const classes = ['', '', '', 'r', 'r']
  const body = lines.map((line, i) => {
    const at = (key: string) => `lines[${i}].${key}`
    return row(
      [
        field(at('no'), line.no),
        field(at('name'), line.name),
        `${field(at('quantity'), de.quantity(line.quantity))} ${field(at('unitRaw'), line.unitRaw)}`,
        field(at('unitPrice'), de.money(line.unitPrice)),
        field(at('net'), de.money(line.net)),
      ],
      classes,
    )
  })
  const sum = (caption: string, path: string, value: string | null, kind = '', sign = '') =>
    `<tr class="${kind}"><td></td><td colspan="3">${caption}</td><td class="r">${sign}${field(path, de.money(value))}</td></tr>`
  const percent = allowances.length === 0 ? '' : `${Math.round((Number(totals.allowances) / Number(totals.linesNet)) * 100)} % `
  return `<table class="items">${row(['Nr', 'Leistung', 'Umfang', 'je Einheit €', 'Betrag €'], classes, 'th')}${body.join('')}
    ${sum('Summe der Leistungen', 'totals.linesNet', totals.linesNet, 'sum')}${when(totals.allowances, () => sum(`abzüglich ${percent}Nachlass`, 'totals.allowances', totals.allowances, '', '– '))}${when(totals.charges, () => sum('zuzüglich Anfahrt', 'totals.charges', totals.charges))}
    ${sum('Netto', 'totals.net', totals.net, 'sum')}${sum(`${field('taxes[0].rate', taxes[0]!.rate)} % Mehrwertsteuer`, 'totals.tax', totals.tax)}${sum('Gesamt', 'totals.gross', totals.gross, 'big')}
    ${when(totals.prepaid, () => `${sum('abzüglich Abschlagszahlungen (brutto)', 'totals.prepaid', totals.prepaid, '', '– ')}${sum('Restforderung', 'totals.due', totals.due, 'big')}`)}</table>
    <p>Den Betrag erbitten wir ohne Abzug bis zum ${field('dueDate', de.date(dueDate))}.</p>`
}

function foot({ seller, payment }: Invoice): string {
  return `<div class="foot">${field('payment.bankName', payment.bankName)} · ${field('payment.iban', inFours(payment.iban))} · ${field('payment.bic', payment.bic)} · StNr. ${field('seller.taxRegId', seller.taxRegId)} · USt-Id ${field('seller.vatId', seller.vatId)} · ${field('seller.contact.email', seller.contact.email)}</div>`
}

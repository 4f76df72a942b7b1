import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const de = formatOf('de')

/** A craftsman's bill: typewriter or serif, tax number instead of VAT id, down payment taken off, discount for quick payment. */
export const deCraft: Layout = {
  name: 'de-craft',
  language: 'de',
  plan: (random) => ({
    country: 'DE',
    currency: 'EUR',
    trade: 'craft',
    lineCount: random.int(2, 6),
    rates: { main: '19' },
    prepaid: random.chance(0.5),
  }),
  css: (random) => `
    body { font: 10pt/1.4 ${random.pick(["'Liberation Mono'", "'DejaVu Serif'", "'PT Mono'"])} }
    .page { padding: 18mm 20mm } .head { text-align: center; border-bottom: 2px solid #000; padding-bottom: 3mm; margin-bottom: 10mm } .head b { font-size: 16pt }
    .date { text-align: right } h1 { font-size: 13pt; margin: 9mm 0 1mm }
    .items td { padding: 1.4mm 0; vertical-align: top } .items td:last-child { text-align: right; white-space: nowrap; width: 34mm } .items { border-top: 1px solid #000 } .sub { font-size: 9pt; color: #222 }
    .sums td { padding: 1mm 0; text-align: right } .sums td:last-child { width: 42mm } .sums { border-top: 1px solid #000 } .big td { font-weight: bold }`,
  pages: (invoice) => [page(invoice)],
}

function page({ seller, buyer, number, issueDate, lines, totals, taxes, payment, period, dueDate }: Invoice): string {
  const sum = (caption: string, path: string, amount: string | null, sign = '', kind = '') =>
    `<tr class="${kind}"><td>${caption}</td><td>${sign}${field(path, de.money(amount))} EUR</td></tr>`
  const items = lines.map(
    (
      line,
      i,
    ) => `<tr><td>${field(`lines[${i}].name`, line.name)}<div class="sub">${field(`lines[${i}].quantity`, de.quantity(line.quantity))} ${field(`lines[${i}].unitRaw`, line.unitRaw)}
      à ${field(`lines[${i}].unitPrice`, de.money(line.unitPrice))} EUR</div></td><td>${field(`lines[${i}].net`, de.money(line.net))} EUR</td></tr>`,
  )
  return `<div class="head"><b>${field('seller.name', seller.name)}</b><br>${field('seller.address.line1', seller.address.line1)}, ${field('seller.address.zip', seller.address.zip)} ${field('seller.address.city', seller.address.city)}<br>
    Tel. ${field('seller.contact.phone', seller.contact.phone)} · Steuernummer ${field('seller.taxRegId', seller.taxRegId)}</div>
    ${field('buyer.name', buyer.name)}<br>${field('buyer.address.line1', buyer.address.line1)}<br>${field('buyer.address.zip', buyer.address.zip)} ${field('buyer.address.city', buyer.address.city)}
    <p class="date">${seller.address.city}, den ${field('issueDate', de.longDate(issueDate))}</p>
    <h1>Rechnung Nr. ${field('number', number)}</h1><p>Elektroarbeiten, ausgeführt vom ${field('period.start', de.date(period.start))} bis ${field('period.end', de.date(period.end))}</p>
    <table class="items">${items.join('')}</table><table class="sums">${sum('Summe netto', 'totals.net', totals.net)}
    ${sum(`Mehrwertsteuer ${field('taxes[0].rate', taxes[0]!.rate)} %`, 'totals.tax', totals.tax)}${sum('Gesamtbetrag', 'totals.gross', totals.gross, '', 'big')}
    ${when(totals.prepaid, () => `${sum('abzüglich Anzahlung', 'totals.prepaid', totals.prepaid, '− ')}${sum('Restbetrag', 'totals.due', totals.due, '', 'big')}`)}</table>
    <p>Zahlbar bis ${field('dueDate', de.date(dueDate))}.<br>${said('note', 'Bei Zahlung innerhalb von 5 Tagen gewähren wir 2 % Skonto.')}</p>
    <p>${field('payment.bankName', payment.bankName)}, IBAN ${field('payment.iban', inFours(payment.iban))}, BIC ${field('payment.bic', payment.bic)}</p>
    <p>Wir danken für Ihren Auftrag.</p>`
}

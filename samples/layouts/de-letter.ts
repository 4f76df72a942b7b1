import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf, inFours } from '../format.ts'
import { field, paginate, row, said, when } from '../html.ts'
import type { Layout } from '../sample.ts'

const de = formatOf('de')

/** Letter after DIN 5008: address in the window, information block, footer columns; long ones carry over («Übertrag»). */
export const deLetter: Layout = {
  name: 'de-letter',
  language: 'de',
  plan: (random) => ({
    country: 'DE',
    currency: random.pick(['EUR', 'EUR', 'EUR', 'CHF']),
    trade: 'goods',
    lineCount: random.pick([3, 5, 8, 24]),
    rates: { main: '19' },
    creditNote: random.chance(0.15),
  }),
  css: (random) => `
    body { font: 9.5pt/1.35 ${random.pick(["'Liberation Sans'", "'PT Sans'", "'DejaVu Sans Condensed'"])} }
    .page { padding: 12mm 20mm 0 25mm } .logo { position: absolute; top: 14mm; right: 20mm; font-size: 19pt; font-weight: bold; color: #0a5c4f }
    .return { position: absolute; top: 45mm; left: 25mm; font-size: 6.5pt; text-decoration: underline; width: 80mm; white-space: nowrap }
    .window { position: absolute; top: 50mm; left: 25mm; width: 80mm } .info { position: absolute; top: 50mm; right: 20mm; width: 68mm } .info td { padding: 0.3mm 0 } .info td:last-child { text-align: right }
    h1 { font-size: 12pt; margin: 88mm 0 4mm } .next { margin-top: 24mm }
    .items th { border-bottom: 1px solid #000; border-top: 1px solid #000; text-align: left; padding: 1.2mm 1mm } .items td { padding: 1mm; vertical-align: top } .items .r { text-align: right } .carry td { font-style: italic; border-top: 1px solid #999 }
    .sums td { padding: 0.8mm 1mm; text-align: right } .sums td:last-child { width: 30mm } .sums { border-top: 1px solid #000 } .sums .big td { font-weight: bold; border-top: 1px solid #000; border-bottom: 3px double #000 }
    footer { position: absolute; bottom: 9mm; left: 25mm; right: 20mm; display: flex; gap: 3mm; justify-content: space-between; white-space: nowrap; font-size: 6.6pt; border-top: 1px solid #0a5c4f; padding-top: 1.5mm } .no { position: absolute; bottom: 27mm; right: 20mm; font-size: 8pt }`,
  pages(invoice) {
    const chunks = paginate(invoice.lines.length, 12, 20, 5)
    return chunks.map((rows, page) => {
      const last = page === chunks.length - 1
      const pageNo = when(chunks.length > 1, () => `<div class="no">Seite ${page + 1} von ${chunks.length}</div>`)
      return `<div class="logo">${invoice.seller.name!.split(' ')[0]}</div>${page === 0 ? head(invoice) : '<div class="next"></div>'}
        ${table(invoice, rows, page > 0, !last)}${when(last, () => foot(invoice))}${pageNo}${footer(invoice)}`
    })
  },
}

function head({ seller, buyer, number, issueDate, deliveryDate, buyerReference, typeCode, precedingInvoice }: Invoice): string {
  const a = seller.address
  const entry = (caption: string, value: string) => `<tr><td>${caption}</td><td>${value}</td></tr>`
  const credit = typeCode === '381'
  return `<div class="return">${seller.name} · ${a.line1} · ${a.zip} ${a.city}</div>
    <div class="window">${field('buyer.name', buyer.name)}<br>${field('buyer.address.line1', buyer.address.line1)}<br>${field('buyer.address.zip', buyer.address.zip)} ${field('buyer.address.city', buyer.address.city)}</div>
    <table class="info">${entry(credit ? 'Gutschrift-Nr.:' : 'Rechnungs-Nr.:', field('number', number))}${entry('Datum:', field('issueDate', de.date(issueDate)))}
    ${entry('Lieferdatum:', field('deliveryDate', de.date(deliveryDate)))}${entry('Kunden-Nr.:', '104711')}${entry('Ihr Zeichen:', field('buyerReference', buyerReference))}
    ${entry('USt-IdNr. Kunde:', field('buyer.vatId', buyer.vatId))}</table>
    <h1>${credit ? 'Rechnungskorrektur' : 'Rechnung'}</h1>${
      credit
        ? `<p>zur Rechnung ${field('precedingInvoice.number', precedingInvoice.number)} vom ${field('precedingInvoice.date', de.date(precedingInvoice.date))}</p>`
        : '<p>Sehr geehrte Damen und Herren,<br>für unsere Lieferung erlauben wir uns zu berechnen:</p>'
    }`
}

function table({ lines }: Invoice, rows: readonly number[], carriedIn: boolean, carryOut: boolean): string {
  const classes = ['', '', 'r', '', 'r', 'r']
  const body = rows.map((i) =>
    row(
      [
        field(`lines[${i}].no`, lines[i]!.no),
        field(`lines[${i}].name`, lines[i]!.name),
        field(`lines[${i}].quantity`, de.quantity(lines[i]!.quantity)),
        field(`lines[${i}].unitRaw`, lines[i]!.unitRaw),
        field(`lines[${i}].unitPrice`, de.money(lines[i]!.unitPrice)),
        field(`lines[${i}].net`, de.money(lines[i]!.net)),
      ],
      classes,
    ),
  )
  const carry = (end: number) =>
    `<tr class="carry"><td></td><td colspan="4">Übertrag</td><td class="r">${de.money(total(lines.slice(0, end).map(({ net }) => net!)))}</td></tr>`
  const end = (rows.at(-1) ?? -1) + 1
  return `<table class="items">${row(['Pos.', 'Bezeichnung', 'Menge', 'Einheit', 'Einzelpreis', 'Gesamt'], classes, 'th')}
    ${when(carriedIn, () => carry(rows[0] ?? lines.length))}${body.join('')}${when(carryOut, () => carry(end))}</table>`
}

/** Cents, so that no float is in the way. */
function total(amounts: readonly string[]): string {
  const cents = amounts
    .reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n)
    .toString()
    .padStart(3, '0')
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`
}

function foot({ totals, taxes, currency, paymentTerms, dueDate, typeCode }: Invoice): string {
  const sign = currency === 'EUR' ? '€' : currency!
  const sum = (caption: string, path: string, amount: string | null, kind = '') =>
    `<tr class="${kind}"><td>${caption}</td><td>${field(path, de.money(amount))} ${sign}</td></tr>`
  return `<table class="sums">${sum('Nettobetrag', 'totals.net', totals.net)}
    ${sum(`zzgl. ${field('taxes[0].rate', taxes[0]!.rate)} % USt.`, 'totals.tax', totals.tax)}
    ${sum(typeCode === '381' ? 'Gutschriftsbetrag' : 'Rechnungsbetrag', 'totals.gross', totals.gross, 'big')}</table>
    ${when(typeCode !== '381', () => `<p>${said('paymentTerms', `Zahlbar innerhalb von ${paymentTerms} Tagen ohne Abzug`)}, spätestens bis zum ${field('dueDate', de.date(dueDate))}.</p>`)}`
}

function footer({ seller, payment }: Invoice): string {
  return `<footer><div>${field('seller.name', seller.name)}<br>${field('seller.address.line1', seller.address.line1)}<br>${field('seller.address.zip', seller.address.zip)} ${field('seller.address.city', seller.address.city)}</div>
    <div>Telefon ${field('seller.contact.phone', seller.contact.phone)}<br>${field('seller.contact.email', seller.contact.email)}</div>
    <div>${field('payment.bankName', payment.bankName)}<br>IBAN ${field('payment.iban', inFours(payment.iban))}<br>BIC ${field('payment.bic', payment.bic)}</div>
    <div>Amtsgericht Musterstadt ${field('seller.legalId', seller.legalId)}<br>USt-IdNr. ${field('seller.vatId', seller.vatId)}</div></footer>`
}

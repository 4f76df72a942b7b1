import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../../core/field.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { readTradePages } from '../shared/trade/read-pages.ts'

/** Best value per path, as the merge would choose with no other source. */
function best(page: string): Readonly<Record<string, Candidate['value']>> {
  const chosen = new Map<string, Candidate>()
  for (const c of readTradePages(readingOfText(page))) {
    const known = chosen.get(c.path)
    if (!known || known.score < c.score) chosen.set(c.path, c)
  }
  return Object.fromEntries([...chosen].map(([path, c]) => [path, c.value]))
}

function holds(page: string, wanted: Readonly<Record<string, unknown>>): void {
  const values = best(page)
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((path) => [path, values[path]])), wanted)
}

describe('kind of document', () => {
  const codes: readonly (readonly [page: string, code: string | undefined])[] = [
    ['Invoice\n\nInvoice no. 17', '380'],
    ['Rechnung Nr. 224864 vom 03.05.2026', '380'],
    ['Credit Note\n\nCredit note no. SI-1171', '381'],
    ['Rechnungskorrektur\n\nzur Rechnung 12 vom 03.05.2026', '384'],
    ['Rechnungskorrektur\n\nGutschrift-Nr. 12\n\nGutschriftsbetrag 12,00', '381'],
    ["Facture d'acompte\n\nN° 2026-4", '386'],
    ['Pro forma invoice\n\nNo. 12', undefined],
    ['Please pay the invoice you received last week', undefined],
  ]
  for (const [page, code] of codes) it(`${page.split('\n')[0]} … is ${code}`, () => holds(page, { typeCode: code }))
})

describe('contacts', () => {
  const letter = `Muster GmbH                                Tel. 030 / 123 45-67
Weg 1                                      Fax 030 / 123 45-99
10115 Berlin                               info@muster.example

Rechnung an
Beispiel AG
Ring 5
20095 Hamburg
einkauf@beispiel.example

Rechnung Nr. 17 vom 03.05.2026`

  it('a fax number is no phone number', () => holds(letter, { 'seller.contact.phone': '030 / 123 45-67' }))
  it("an address under the buyer's block is the buyer's", () =>
    holds(letter, { 'seller.contact.email': 'info@muster.example', 'buyer.contact.email': 'einkauf@beispiel.example' }))
})

describe('references', () => {
  it('"Your reference" is the buyer\'s; an order number in it is the order as well', () => {
    holds('Invoice\n\nYour reference: 132808', { buyerReference: '132808', purchaseOrder: undefined })
    holds('Invoice\n\nYour reference: PO-4711', { buyerReference: 'PO-4711', purchaseOrder: 'PO-4711' })
  })
  it('the invoice that a credit note goes back to comes with its date', () =>
    holds('Credit note\n\nOriginal invoice: SI-2881 of 14 June 2026', {
      'precedingInvoice.number': 'SI-2881',
      'precedingInvoice.date': '2026-06-14',
    }))
  it('the last day of payment is no part of the terms', () =>
    holds('Rechnung\n\nZahlbar innerhalb von 14 Tagen ohne Abzug, spätestens bis zum 01.07.2026.', {
      paymentTerms: 'Zahlbar innerhalb von 14 Tagen ohne Abzug',
      dueDate: '2026-07-01',
    }))
  it('the day of a cash discount is not the day of payment', () =>
    holds('Rechnung\n\nZahlbar bis 05.06.2026 mit 2 % Skonto, netto bis 20.06.2026.', { dueDate: '2026-06-20' }))

  it('takes the last step of a ladder of discounts', () =>
    holds('Rechnung\n\nFällig bis 05.06.2026 erhalten Sie 2,000 % Skonto Bis zum 20.06.2026 ohne Abzug', { dueDate: '2026-06-20' }))
  it('a period may be told in a sentence', () =>
    holds('Rechnung\n\nElektroarbeiten, ausgeführt vom 01.08.2026 bis 31.08.2026', {
      'period.start': '2026-08-01',
      'period.end': '2026-08-31',
    }))
})

describe('items that say their price', () => {
  const craft = `Rechnung Nr. 7

Fehlerstrom-Schutzschalter 40 A / 30 mA               1.543,20 EUR
16 Stk. à 96,45 EUR

2. Facharbeiterstunde                                    405,93 EUR
6,5 Std. à 62,45 EUR

Summe netto                                            1.949,13 EUR
Mehrwertsteuer 19 %                                      370,33 EUR
Gesamtbetrag                                           2.319,46 EUR`

  it('under the name, with the amount on its row', () =>
    holds(craft, {
      'lines[0].name': 'Fehlerstrom-Schutzschalter 40 A / 30 mA',
      'lines[0].quantity': '16',
      'lines[0].unitRaw': 'Stk.',
      'lines[0].unitPrice': '96.45',
      'lines[0].net': '1543.20',
      'lines[1].no': '2',
      'lines[1].name': 'Facharbeiterstunde',
      'lines[1].net': '405.93',
      'lines[2].name': undefined,
      'totals.gross': '2319.46',
    }))
  it('behind the name on one line', () =>
    holds('Invoice 12\n\nConsulting, 3 h @ £80.00        £240.00\n\nTotal      £240.00', {
      'lines[0].name': 'Consulting',
      'lines[0].quantity': '3',
      'lines[0].unitPrice': '80',
      'lines[1].name': undefined,
    }))
  it('figures that do not multiply are no item', () =>
    holds(craft.replace('16 Stk.', '15 Stk.'), { 'lines[0].name': 'Facharbeiterstunde', 'lines[1].name': undefined }))
})

describe('names of items and what is said below them', () => {
  const table = (...rows: readonly string[]) => `Rechnung 4711

Pos   Bezeichnung                                  Menge      Preis     Gesamt
${rows.join('\n')}

Nettobetrag                                                             30,00`

  it('text over a numbered, named row belongs to the item before it', () =>
    holds(
      table(
        '1     Miettage                                         1      10,00      10,00',
        '',
        '      Weitere Eigenschaften: Kennzeichen M-MM 1',
        '2     Navigationssystem                                2      10,00      20,00',
      ),
      { 'lines[0].name': 'Miettage', 'lines[1].name': 'Navigationssystem' },
    ))
  it('a remark in small letters under a short name is no part of it, the end of a full line is', () =>
    holds(
      table(
        '1     Schweinesteak                                    1      10,00      10,00',
        '      aus Deutschland',
        '2     Schreibtisch mit Schubladen und Kabelkanal,      2      10,00      20,00',
        '      weiß',
      ),
      {
        'lines[0].name': 'Schweinesteak',
        'lines[0].description': 'aus Deutschland',
        'lines[1].name': 'Schreibtisch mit Schubladen und Kabelkanal, weiß',
      },
    ))
  it('a colon ends the name', () =>
    holds(table('1     Künstlerische Gestaltung (Stunde):               1      30,00      30,00', '      Einer Beispielrechnung'), {
      'lines[0].name': 'Künstlerische Gestaltung (Stunde)',
    }))
})

describe('American invoices', () => {
  const page = `Sample Tools Inc.                                INVOICE
88 Specimen Street                               Invoice # INV-35543
Nowhere Falls, OR 00017                          Date 05/28/2026
EIN 00-8673196

Bill to
Other Freight LLC
4501 Imaginary Boulevard
Exampleville, TX 00093

Qty    Description                      Unit price        Amount
32     Cordless drill driver                205.00      6,560.00
3      Panel light                           35.45        106.35

Subtotal                                               $6,666.35
Shipping & handling                                       $12.50
Sales tax (7%)                                           $467.52
TOTAL                                                  $7,146.37

Pay by ACH: First Placeholder Bank, account 0001815353.`

  it('freight stands between the sum of the lines and the total', () =>
    holds(page, {
      'totals.linesNet': '6666.35',
      'totals.charges': '12.50',
      'totals.tax': '467.52',
      'totals.gross': '7146.37',
      'totals.net': undefined,
      lineAmountsIncludeTax: false,
    }))
  it('a tax on more than the lines is no rate of the lines', () => holds(page, { 'taxes[0].rate': '7', 'lines[0].taxRate': undefined }))
  it("an employer's number is no VAT id", () => holds(page, { 'seller.taxRegId': '00-8673196', 'seller.vatId': undefined }))
  it('an account has bank words near it', () => {
    holds(page, { 'payment.account': '0001815353', 'payment.bankName': 'First Placeholder Bank' })
    holds('Invoice 17\n\nAccount number: 0001815353\n\nTotal $5.00', { 'payment.account': undefined })
  })
})

describe('discounts and taxes of lines', () => {
  const page = (discount: string) => `Rechnung 4711

Pos   Artikel                 Menge      Preis     Rabatt     Betrag
1     Aktenschrank                2     100,00     ${discount.padStart(6)}     180,00
2     Ordner                     10       2,00                 20,00

Nettobetrag                                                   200,00
zzgl. 19 % USt.                                                38,00
Rechnungsbetrag                                               238,00`

  it('a percentage becomes the amount that it takes off', () =>
    holds(page('10 %'), { 'lines[0].allowances': '20.00', 'lines[0].net': '180.00', 'lines[1].allowances': undefined }))
  it('an amount stays what it is', () => holds(page('20,00'), { 'lines[0].allowances': '20.00' }))
  it('a discount that does not lead to the amount is none', () => holds(page('15 %'), { 'lines[0].allowances': undefined }))
  it('"zzgl. 19 % USt." states the rate', () => holds(page('10 %'), { 'taxes[0].rate': '19', 'taxes[0].amount': '38.00' }))
})

describe("a seller's address apart from its name", () => {
  const page = (address: string) => `Invented Foods Ltd                     ${address}

Invoice


Neverwas Engineering Ltd               Invoice no.  SI-1171
Neverham                               Invoice date 13 July 2026
ZZ3 8LN

Total due £12.00`
  it('stands in the letterhead', () =>
    holds(page('48 Invented Road, Mockbury, ZZ9 2QT'), {
      'seller.name': 'Invented Foods Ltd',
      'seller.address.line1': '48 Invented Road',
      'seller.address.city': 'Mockbury',
      'seller.address.zip': 'ZZ9 2QT',
    }))
  it('is not taken from the addressee', () => holds(page(''), { 'seller.address.zip': undefined }))
})

describe('means of payment', () => {
  const cases: readonly (readonly [page: string, code: string | undefined])[] = [
    ['Rechnung 1\n\nZahlungsart: SEPA-Lastschrift', '59'],
    ['Invoice 1\n\nPayment method: Bank transfer', '30'],
    ['Facture n° 1\n\nMode de règlement : Carte bancaire', '48'],
    ['Invoice 1\n\nPayment method: Bank transfer or cheque', undefined],
    ['Rechnung 1\n\nErteilen Sie uns ein SEPA-Lastschriftmandat.', undefined],
  ]
  for (const [page, code] of cases) it(`${page.split('\n')[2]} is ${code}`, () => holds(page, { 'payment.meansCode': code }))
})

describe('discounts, freight and prepayments told in words', () => {
  const totals = `Facture n° 314
Date : 19/04/2026

Maintenance          1      657,20 €      657,20 €

Total                                     657,20 €
`
  it('a penalty behind "pas d\'escompte" is no discount', () =>
    holds(`${totals}\nPas d'escompte pour paiement anticipé. Tout retard donne lieu à une indemnité de 40 €.`, {
      'totals.allowances': undefined,
    }))
  it('free shipping above an amount is no charge', () =>
    holds(`${totals}\nFree shipping (amount > 300 €)`, { 'totals.charges': undefined }))
  it('what the total exceeds the amount due by was paid before, where it is printed', () =>
    holds(
      `${totals}Payment        Date          Amount\nSEPA           17/04/2026    200,00 €\n\nReste à payer                             457,20 €`,
      {
        'totals.due': '457.20',
        'totals.prepaid': '200.00',
      },
    ))
})

describe('trade name', () => {
  const letterhead = (web: string) => `Beispiel Papier GmbH
Musterweg 1
10115 Berlin
${web}

Rechnung Nr. 17
Rechnungsdatum: 03.05.2026`
  it('is the name without its legal form when the web address says so', () =>
    holds(letterhead('www.beispiel-papier.example'), { 'seller.name': 'Beispiel Papier GmbH', 'seller.tradeName': 'Beispiel Papier' }))
  it('is not made up', () => holds(letterhead('www.online-handel.example'), { 'seller.tradeName': undefined }))
})

describe('day and month', () => {
  const page = (issued: string, due: string) => `Alpha Ltd

Invoice no. 17
Date: ${issued}
Due date: ${due}
Total 12.00`
  it('are told by dates that lie close together in one order only', () => {
    holds(page('04/04/2026', '04/11/2026'), { issueDate: '2026-04-04', dueDate: '2026-04-11' })
    holds(page('04/04/2026', '11/04/2026'), { issueDate: '2026-04-04', dueDate: '2026-04-11' })
  })
  it('both readings stand when nothing tells', () => {
    const dates = readTradePages(readingOfText(page('03/04/2026', 'on receipt'))).filter((c) => c.path === 'issueDate')
    assert.deepEqual(dates.map((c) => c.value).toSorted(), ['2026-03-04', '2026-04-03'])
  })
})

describe('a party without a legal form', () => {
  it('is known by the tax number that closes its block', () =>
    holds(
      `Muster Tyres
Example Chowk, Sampleton
Ph. No. (0000) 2328448
GSTIN/UIN: 27AAPFU0939F1ZV

Tax Invoice

Invoice No. 17

Party: Sample Motors Pvt Ltd`,
      { 'seller.name': 'Muster Tyres', 'buyer.name': 'Sample Motors Pvt Ltd', 'seller.vatId': '27AAPFU0939F1ZV' },
    ))
})

describe('Indian GST registrations', () => {
  it('belong to the party whose block they stand in', () =>
    holds(
      `Muster Tyres
Example Road 5
GSTIN/UIN: 27AAPFU0939F1ZV

Tax Invoice

Invoice No. 17

Buyer (if other than consignee)
Sample Motors Pvt. Ltd.
GSTIN/UIN   29AAGCB7383J1Z4`,
      { 'buyer.name': 'Sample Motors Pvt. Ltd.', 'buyer.vatId': '29AAGCB7383J1Z4', 'seller.vatId': '27AAPFU0939F1ZV' },
    ))
})

describe('a breakdown with two taxes of one base', () => {
  const page = `Tax Invoice

Invoice No. 17

HSN/SAC     Taxable     Central Tax           State Tax             Total
            Value       Rate      Amount      Rate      Amount      Tax Amount
9987        1,000.00    9%        90.00       9%        90.00       180.00
Total       1,000.00              90.00                 90.00       180.00`

  it('has a sum row of base and taxes, which is no total to pay', () => holds(page, { 'totals.gross': undefined, 'totals.net': '1000.00' }))
  it('leaves the total of the document to its own caption', () =>
    holds(page.replace('HSN/SAC', 'Total        1,180.00\n\nHSN/SAC'), {
      'totals.gross': '1180.00',
      'totals.net': '1000.00',
      'totals.tax': '180.00',
    }))
})

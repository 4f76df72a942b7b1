import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { readTradePages } from '../shared/trade/read-pages.ts'

/** Values a person reads on the text; null: the page does not print it. */
function reads(text: string, expected: Readonly<Record<string, string | null>>): void {
  const best = new Map<string, string>()
  for (const { path, value } of [...readTradePages(readingOfText(text))].sort((a, b) => a.score - b.score)) best.set(path, String(value))
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((path) => [path, best.get(path) ?? null])), expected)
}

describe('invoices as programs print them', () => {
  it('reads values over their captions, and charges that stand apart from the total they make', () =>
    reads(
      `
Invoice

INV-35148          April 26, 2026     May 10, 2026
Invoice number     Invoice date       Payment due

Summary
Charges                                            $158.00
Credits                                              $0.00
Total for this invoice                             $158.00

Charges by service
Managed backup                                     $100.00
  Storage                                           $60.00
  Traffic                                           $40.00
On-site installation                                $58.00

Service provider: Nowhere Furniture Co., 88 Specimen Street, Nowhere Falls, OR 00017, US.
`,
      {
        number: 'INV-35148',
        issueDate: '2026-04-26',
        dueDate: '2026-05-10',
        'totals.gross': '158.00',
        'lines[0].name': 'Managed backup',
        'lines[0].net': '100.00',
        'lines[1].name': 'On-site installation',
        'lines[2].name': null,
        'seller.name': 'Nowhere Furniture Co.',
        'seller.address.line1': '88 Specimen Street',
        'seller.address.city': 'Nowhere Falls',
      },
    ))

  it('takes the value under a caption that has one, not the one over it', () =>
    reads(
      `
Rechnung

Beleg-Nr          Belegdatum
RE-2026-11        12.03.2026
Kunden-Nr         Lieferdatum
10482             10.03.2026
`,
      { number: 'RE-2026-11', issueDate: '2026-03-12', deliveryDate: '2026-03-10' },
    ))

  it('reads a breakdown that runs across the page', () =>
    reads(
      `
Rechnung RE-2026-12

Pos   Bezeichnung          Menge   E-Preis   G-Preis   St
1     Mineralwasser           47      1,00     47,00   1
2     Weizenmehl              40      4,45    178,00   2

Netto (1)   MwSt 19 %   Netto (2)   MwSt 7 %   Netto gesamt   MwSt gesamt   Rechnungsbetrag EUR
    47,00        8,93      178,00      12,46         225,00         21,39                246,39
`,
      {
        'taxes[0].rate': '19',
        'taxes[0].base': '47.00',
        'taxes[0].amount': '8.93',
        'taxes[1].rate': '7',
        'taxes[1].base': '178.00',
        'lines[0].taxRate': '19',
        'lines[1].taxRate': '7',
        'totals.gross': '246.39',
      },
    ))

  it('knows the payee by the payment slip, and an order number behind a bare reference', () =>
    reads(
      `
TAX INVOICE
Invented Foods Ltd
Unit 7, Specimen Business Park
Mockbury
ZZ9 2QT

Invoice number   SI-9701                 Makebelieve Supplies Ltd
Reference        PO-17104                48 Invented Road
                                         Neverham
                                         ZZ3 8LN
                                         020 7946 0030

Description              Quantity   Unit Price   Amount GBP
On-site installation           12        97.00     1,164.00

TOTAL GBP                                          1,164.00




PAYMENT ADVICE                     Customer         Invented Foods Ltd
To: Makebelieve Supplies Ltd       Invoice Number   SI-9701
48 Invented Road
`,
      {
        'seller.name': 'Makebelieve Supplies Ltd',
        'seller.address.zip': 'ZZ3 8LN',
        'seller.contact.phone': '020 7946 0030',
        'buyer.name': 'Invented Foods Ltd',
        'buyer.address.line1': 'Unit 7, Specimen Business Park',
        purchaseOrder: 'PO-17104',
      },
    ))

  it('reads a French bill whose dates stand in sentences', () =>
    reads(
      `
Exemple Fournitures SARL
12 rue de l'Exemple, 00120 Villemodèle – 01 99 00 05 12 – info@villemodele.example

Villemodèle, le 27 mars 2026
FACTURE N° FA-2026-544
Prestation réalisée le 24 mars 2026

Prestation                 Qté    Prix unitaire       Montant
Maintenance mensuelle        1          49,86 €       49,86 €

                                         Total        49,86 €

À régler au plus tard le 6 avril 2026 par virement sur le compte FR90 9999 9000 0139 7559 8098 536 (Banque
Exemple, BIC SPECFR99).
`,
      {
        issueDate: '2026-03-27',
        deliveryDate: '2026-03-24',
        dueDate: '2026-04-06',
        'seller.contact.phone': '01 99 00 05 12',
        'payment.bankName': 'Banque Exemple',
      },
    ))
})

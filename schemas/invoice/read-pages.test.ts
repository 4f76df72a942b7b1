import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Candidate } from '../../core/field.ts'
import { layOutPage } from '../../core/layout/index.ts'
import { pageOfText, readingOfText } from '../../core/layout/text-grid.ts'
import { readTradePages } from '../shared/trade/read-pages.ts'

/** Best value per path, as the merge would choose with no other source. */
function best(...pages: readonly string[]): Readonly<Record<string, Candidate['value']>> {
  const chosen = new Map<string, Candidate>()
  for (const c of readTradePages(readingOfText(...pages))) {
    const known = chosen.get(c.path)
    if (!known || known.score < c.score) chosen.set(c.path, c)
  }
  return Object.fromEntries([...chosen].map(([path, c]) => [path, c.value]))
}

function holds(values: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): void {
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((path) => [path, values[path]])), wanted)
}

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8')

describe('whole invoices', () => {
  it('reads a Russian счёт на оплату: sums include VAT, column rules, bank block', () => {
    holds(best(fixture('ru-schet-na-oplatu')), {
      number: '123',
      issueDate: '2026-03-12',
      'seller.name': 'ООО «Ромашка»',
      'seller.inn': '7707083893',
      'seller.kpp': '773601001',
      'buyer.name': 'ООО "Вектор"',
      'buyer.inn': '7736050003',
      'payment.account': '40702810938000000001',
      'payment.corrAccount': '30101810145250000974',
      'payment.bik': '044525974',
      'payment.bankName': 'АО «ТИНЬКОФФ БАНК» г. Москва',
      'contractRef.number': '15/2026',
      currency: 'RUB',
      'totals.gross': '36600.00',
      'totals.tax': '6600.00',
      lineAmountsIncludeTax: true,
      'lines[0].name': 'Бумага офисная А4 SvetoCopy 500 листов',
      'lines[0].quantity': '10',
      'lines[0].unitRaw': 'пач',
      'lines[0].gross': '3500.00',
      'lines[0].net': undefined,
      'lines[1].unitPrice': '16550',
      'lines[2].name': undefined,
    })
  })

  it('reads a счёт-фактура: the row of column numbers is no item, the last row holds net, VAT and gross', () => {
    holds(best(fixture('ru-schet-faktura')), {
      number: '77',
      issueDate: '2026-04-05',
      'seller.name': 'АО "Север"',
      'seller.inn': '7830002293',
      'seller.kpp': '783001001',
      'seller.address.zip': '190000',
      'buyer.name': 'ООО "Юг"',
      'buyer.inn': '6163027810',
      'totals.net': '30000.00',
      'totals.tax': '6600.00',
      'totals.gross': '36600.00',
      'lines[0].name': 'Труба стальная 20х2',
      'lines[0].quantity': '100',
      'lines[0].net': '25000.00',
      'lines[0].tax': '5500.00',
      'lines[0].gross': '30500.00',
      'lines[0].taxRate': '22',
      'lines[2].name': undefined,
    })
  })

  it('reads an American invoice: month first, two addresses side by side, article column', () => {
    holds(best(fixture('en-us')), {
      number: 'INV-2041',
      issueDate: '2026-03-14',
      dueDate: '2026-04-13',
      purchaseOrder: '88213',
      'seller.name': 'ACME Widgets Inc.',
      'seller.address.city': 'Springfield',
      'buyer.name': 'Globex Corporation',
      'buyer.address.zip': '97201',
      'shipTo.name': 'Globex Warehouse',
      'totals.net': '235.00',
      'totals.tax': '18.80',
      'totals.gross': '253.80',
      'totals.prepaid': '50.00',
      'totals.due': '203.80',
      'lines[0].sellerItemId': 'W-100',
      'lines[0].name': 'Blue widget',
      'lines[1].net': '90.00',
    })
  })

  it('reads a French invoice: two rates without a printed sum of the tax', () => {
    holds(best(fixture('fr-facture')), {
      number: '2026-0042',
      issueDate: '2026-01-15',
      dueDate: '2026-02-14',
      'seller.name': 'DUPONT MENUISERIE SARL',
      'seller.vatId': 'FR44732829320',
      'buyer.address.city': 'RENNES',
      'totals.net': '1860.00',
      'totals.tax': undefined,
      'totals.gross': '2097.00',
      'totals.due': '1597.00',
      'taxes[0].amount': '135.00',
      'taxes[1].amount': '102.00',
      'payment.iban': 'FR7630006000011234567890189',
      'lines[0].unitPrice': '450',
      'lines[0].taxRate': '10',
      'lines[1].name': "Main d'œuvre",
    })
  })

  it('reads a German letter: sender line, address window, details at the foot', () => {
    holds(best(fixture('de-letter')), {
      number: '2026-1187',
      issueDate: '2026-02-04',
      deliveryDate: '2026-02-02',
      'seller.name': 'Müller & Söhne GmbH',
      'seller.vatId': 'DE136695976',
      'seller.address.city': 'Stuttgart',
      'buyer.name': 'Beispiel AG',
      'buyer.address.zip': '71032',
      'totals.net': '450.00',
      'totals.tax': '85.50',
      'totals.gross': '535.50',
      'lines[0].quantity': '12.5',
      'lines[0].unit': 'MTK',
      'lines[1].unitRaw': 'Std.',
    })
  })

  it('reads a Dutch invoice', () => {
    holds(best(fixture('nl-factuur')), {
      number: 'F2026-0311',
      issueDate: '2026-03-09',
      dueDate: '2026-03-23',
      'seller.name': 'Bakkerij De Korenaar B.V.',
      'seller.vatId': 'NL815254295B01',
      'buyer.name': 'Cafe Centraal',
      'totals.net': '85.50',
      'totals.tax': '7.70',
      'totals.due': '93.20',
      'lines[1].net': '43.50',
    })
  })

  it('reads an invoice without VAT and with two columns only', () => {
    holds(best(fixture('de-kleinunternehmer')), {
      number: '17/2026',
      issueDate: '2026-05-03',
      dueDate: '2026-05-17',
      'seller.name': 'Muster Fotografie',
      'seller.taxRegId': '231/245/12345',
      'buyer.name': 'Max Mustermann',
      'totals.gross': '1245.00',
      'totals.tax': undefined,
      'lines[0].net': '1200.00',
      'lines[1].name': 'Fahrtkosten',
    })
  })
})

describe('captions', () => {
  it('does not take the delivery date, the order date or the customer number for the invoice', () => {
    const values = best(`
RECHNUNG
Lieferdatum: 01.02.2026
Bestelldatum: 15.01.2026
Kundennummer: 55555
Rechnungsdatum: 03.02.2026
Rechnungsnr.: 777`)
    holds(values, { number: '777', issueDate: '2026-02-03', deliveryDate: '2026-02-01' })
  })

  it('finds values under their captions', () => {
    holds(
      best(`
Klant             Order          Factuurdatum     Factuur          Vervaldatum
K-100             O-200          8-9-2026         VF1005           22-9-2026`),
      { number: 'VF1005', issueDate: '2026-09-08', dueDate: '2026-09-22' },
    )
  })

  it('forgives misread letters on a scanned page only', () => {
    const text = 'Rechnungsnurnmer: 4711'
    assert.equal(best(text).number, undefined)
    const scanned = readTradePages({ pages: [layOutPage(pageOfText(text, 1, 'ocr'))] }).find((c) => c.path === 'number')
    assert.deepEqual([scanned?.value, scanned?.source], ['4711', 'ocr'])
  })
})

describe('totals', () => {
  it('lets the arithmetic choose between two readings of "Total"', () => {
    holds(
      best(`
Total        100,00
MwSt. 19 %    19,00
Total        119,00`),
      { 'totals.net': '100.00', 'totals.tax': '19.00', 'totals.gross': '119.00' },
    )
  })

  it('reads "Gesamtbetrag inkl. MwSt" as gross and "ohne MwSt" as net', () => {
    holds(
      best(`
Gesamtbetrag ohne MwSt.        200,00 €
zzgl. 7 % MwSt.                 14,00 €
Gesamtbetrag inkl. MwSt.       214,00 €`),
      { 'totals.net': '200.00', 'totals.tax': '14.00', 'totals.gross': '214.00' },
    )
  })

  it('writes the amounts of a credit note without the minus sign', () => {
    holds(
      best(`
Avoir AV-2026-0005
Total HT        -200,00 €
TVA 20 %         -40,00 €
Total TTC       -240,00 €`),
      { typeCode: '381', 'totals.net': '200.00', 'totals.tax': '40.00', 'totals.gross': '240.00' },
    )
  })

  it('claims nothing where nothing is printed', () => {
    assert.deepEqual(best('Sehr geehrte Damen und Herren, vielen Dank für Ihr Schreiben.'), {})
  })
})

describe('line items', () => {
  const HEAD = 'Pos  Bezeichnung                     Menge    Einzelpreis     Gesamt'

  it('goes on over a page break with a repeated head and drops the carried-over sum', () => {
    const values = best(
      `
${HEAD}
1    Schrauben M6                       10           1,00      10,00
2    Muttern M6                         10           0,50       5,00
     Übertrag                                                  15,00`,
      `
     Übertrag                                                  15,00
${HEAD}
3    Scheiben                           20           0,10       2,00

     Summe netto                                               17,00
     MwSt. 19 %                                                 3,23
     Gesamtbetrag                                              20,23`,
    )
    holds(values, {
      'lines[2].name': 'Scheiben',
      'lines[2].net': '2.00',
      'lines[3].name': undefined,
      'totals.net': '17.00',
      'totals.gross': '20.23',
    })
  })

  it('goes on over a page break without a head', () => {
    const values = best(
      `
${HEAD}
1    Schrauben M6                       10           1,00      10,00`,
      `
2    Muttern M6                         10           0,50       5,00
     Summe netto                                               15,00`,
    )
    holds(values, { 'lines[1].name': 'Muttern M6', 'lines[1].net': '5.00' })
  })

  const WAYBILL = '№   Наименование товара      Кол-во     Цена    Сумма без НДС   Ставка НДС   Сумма НДС   Сумма с НДС'
  const PAGES = [
    `
${WAYBILL}
1   Бумага А4                    10    100,00         1 000,00          22%      220,00      1 220,00
    Итого                                             1 000,00                   220,00      1 220,00`,
    `
${WAYBILL}
2   Папка                        20     25,00           500,00          22%      110,00        610,00
    Итого                                               500,00                   110,00        610,00
    Всего по накладной                                1 500,00                   330,00      1 830,00`,
  ] as const

  it('reads the sum of every page beside the total of the document', () => {
    holds(best(...PAGES), {
      'totals.net': '1500.00',
      'totals.tax': '330.00',
      'totals.gross': '1830.00',
      'lines[1].name': 'Папка',
      'lines[2].name': undefined,
      'pageSubtotals[0].page': '1',
      'pageSubtotals[0].net': '1000.00',
      'pageSubtotals[0].tax': '220.00',
      'pageSubtotals[0].gross': '1220.00',
      'pageSubtotals[1].net': '500.00',
      'pageSubtotals[1].gross': '610.00',
    })
  })

  it('takes no running sum and no lonely one for page subtotals', () => {
    const none = { 'pageSubtotals[0].page': undefined, 'pageSubtotals[1].page': undefined }
    const running = PAGES[1].replace(
      '500,00                   110,00        610,00\n    Всего',
      '1 500,00                   330,00      1 830,00\n    Всего',
    )
    assert.notEqual(running, PAGES[1])
    holds(best(PAGES[0], running), none)
    holds(best(PAGES[0].replace(/\n {4}Итого.*/, ''), PAGES[1]), none)
    holds(best(PAGES[1]), none)
  })

  it('leaves a subtotal between items out', () => {
    const values = best(`
${HEAD}
1    Drucker                             1         100,00     100,00
2    Toner                               2          25,00      50,00
     Zwischensumme Hardware                                   150,00
3    Installation                        1          80,00      80,00
     Summe netto                                              230,00`)
    holds(values, { 'lines[2].name': 'Installation', 'lines[3].name': undefined })
  })

  it('takes the discount row under an item off its amount', () => {
    const values = best(`
${HEAD}
1    Kunstrasen                          3           4,00      12,00
     abzgl. Rabatt                                             -2,00
2    Steak                               5           5,50      27,50
     Summe netto                                               37,50`)
    holds(values, { 'lines[0].net': '10.00', 'lines[0].allowances': '2.00', 'lines[1].net': '27.50' })
  })

  it('finds the quantity by arithmetic when its heading misleads', () => {
    const values = best(`
Amount   Product                 VAT     Price      Total
2.00     Design                  7%     80.00      160.00
4.00     Printing               19%     10.00       40.00
Net total                                          200.00`)
    holds(values, { 'lines[0].quantity': '2', 'lines[0].unitPrice': '80', 'lines[0].net': '160.00', 'lines[1].quantity': '4' })
  })

  it('joins a wrapped name and keeps the details below it apart', () => {
    const values = best(`
Pos  Bezeichnung                     Menge    Einzelpreis     Gesamt
1    Stahlträger mit Bohrungen und       2          50,00     100,00
     Endplatten
     GTIN: 4012345001235
2    Lieferung                           1          20,00      20,00
     Summe netto                                              120,00`)
    holds(values, { 'lines[0].name': 'Stahlträger mit Bohrungen und Endplatten', 'lines[1].name': 'Lieferung' })
  })
})

describe('evidence', () => {
  it('points at the printed words with the text as printed', () => {
    const candidates = readTradePages(readingOfText('Rechnungsnr.: 4711\n\nGesamtbetrag        1.234,50 €'))
    const gross = candidates.find((c) => c.path === 'totals.gross')
    assert.equal(gross?.value, '1234.50')
    assert.equal(gross?.raw, '1.234,50')
    assert.equal(gross?.source, 'text')
    assert.equal(gross?.evidence[0]?.page, 1)
    assert.ok((gross?.evidence[0]?.box?.x0 ?? 0) > 0.1)
  })
})

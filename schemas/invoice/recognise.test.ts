import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { recogniseInvoice } from './recognise.ts'

const INVOICES = ['ru-schet-na-oplatu', 'ru-schet-faktura', 'en-us', 'fr-facture', 'de-letter', 'nl-factuur', 'de-kleinunternehmer']
const OTHERS: Readonly<Record<string, string>> = {
  contract: `SERVICES AGREEMENT
This Agreement is made on 1 May 2020 between Alpha Inc. and Beta LLC (hereinafter the "Parties").
WHEREAS the parties wish to set out the terms; NOW, THEREFORE the parties agree as follows.`,
  receipt: `SUPER MART SDN BHD
TAX INVOICE
Cashier: 01
Milk              5.00
Total             5.00
CASH             10.00
CHANGE            5.00
THANK YOU PLEASE COME AGAIN`,
  waybill: `Унифицированная форма № ТОРГ-12
ТОВАРНАЯ НАКЛАДНАЯ     22222     12.12.2022
Поставщик ООО "Ромашка", ИНН 7707083893
Отпуск груза произвел                Груз принял`,
  quote: `ANGEBOT Nr. 2026-5
Angebotsdatum: 01.02.2026
Pos  Bezeichnung   Menge   Einzelpreis   Gesamt
1    Fenster         2       100,00      200,00`,
  letter: 'Sehr geehrte Damen und Herren, vielen Dank für Ihre Nachricht vom letzten Montag.',
}

describe('recognising invoices', () => {
  for (const name of INVOICES)
    it(`takes ${name} for an invoice`, () => {
      const text = readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8')
      assert.ok(recogniseInvoice(readingOfText(text)) >= 0.5)
    })
  it('takes captions that name other papers, below its own title, for captions', () =>
    assert.ok(
      recogniseInvoice(
        readingOfText(`Tax Invoice
Invoice No. 8928          Dated 16-Feb-2026
Delivery Note Date        Mode of Payment
Order Confirmation Date   Other Reference
Description of Goods      Amount
Alignment                 423.74`),
      ) >= 0.5,
    ))
  for (const [name, text] of Object.entries(OTHERS))
    it(`takes a ${name} for something else`, () => assert.ok(recogniseInvoice(readingOfText(text)) < 0.5))
})

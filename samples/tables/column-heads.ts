import type { ItemRow, Tongue } from './rows.ts'

export type Key = keyof ItemRow

/** Captions of the columns of an item table, as firms print them. */
export const HEADS: Readonly<Record<Tongue, Readonly<Record<Key, string>>>> = {
  ru: {
    no: '№',
    code: 'Артикул',
    name: 'Наименование',
    unit: 'Ед.',
    quantity: 'Кол-во',
    price: 'Цена',
    rate: 'НДС',
    tax: 'Сумма НДС',
    net: 'Сумма',
    gross: 'Всего с НДС',
  },
  en: {
    no: '#',
    code: 'Item code',
    name: 'Description',
    unit: 'Unit',
    quantity: 'Qty',
    price: 'Unit price',
    rate: 'VAT',
    tax: 'VAT amount',
    net: 'Amount',
    gross: 'Total incl. VAT',
  },
  de: {
    no: 'Pos.',
    code: 'Artikel-Nr.',
    name: 'Bezeichnung',
    unit: 'Einheit',
    quantity: 'Menge',
    price: 'Einzelpreis',
    rate: 'USt.',
    tax: 'USt.-Betrag',
    net: 'Gesamtpreis',
    gross: 'Brutto',
  },
  fr: {
    no: 'N°',
    code: 'Référence',
    name: 'Désignation',
    unit: 'Unité',
    quantity: 'Qté',
    price: 'Prix unitaire HT',
    rate: 'TVA',
    tax: 'Montant TVA',
    net: 'Montant HT',
    gross: 'Total TTC',
  },
}

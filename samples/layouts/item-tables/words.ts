import type { Language } from '../../sample.ts'

/** Headings and remarks that only these tables print; the rest of their words are those of the composed layouts. A bar breaks a heading. */
export interface Words {
  readonly gtin: readonly string[]
  readonly date: readonly string[]
  readonly discount: readonly string[]
  readonly store: readonly string[]
  readonly quantityUnit: readonly string[]
  readonly net: readonly string[]
  readonly gross: readonly string[]
  /** Headings over two lines. */
  readonly tall: Readonly<Record<'name' | 'quantity' | 'price' | 'rate' | 'net' | 'gross', readonly string[]>>
  /** Over price and amount. */
  readonly group: readonly string[]
  readonly sections: readonly string[]
  readonly subtotal: readonly string[]
  readonly carried: readonly (readonly [string, string])[]
  readonly discountRow: readonly string[]
  readonly remarks: readonly string[]
  readonly article: readonly string[]
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    gtin: ['EAN', 'GTIN', 'Barcode', 'EAN code'],
    date: ['Date', 'Service date', 'Period'],
    discount: ['Disc. %', 'Discount', 'Disc.', 'Less %'],
    store: ['Your ref.', 'Cost centre', 'Warehouse', 'Job'],
    quantityUnit: ['Quantity', 'Qty / Unit', 'Qty'],
    net: ['Net amount', 'Amount', 'Line total', 'Net value', 'Amount excl. VAT'],
    gross: ['Amount incl. VAT', 'Gross', 'Total incl. VAT', 'Total'],
    tall: {
      name: ['Description|of goods', 'Item|description'],
      quantity: ['Quantity|supplied', 'Qty|ordered'],
      price: ['Unit|price', 'Price|each', 'Price|per unit', 'Unit price|excl. VAT'],
      rate: ['VAT|rate', 'VAT|%', 'Tax|rate'],
      net: ['Net|amount', 'Line|total', 'Amount|excl. VAT'],
      gross: ['Gross|amount', 'Amount|incl. VAT'],
    },
    group: ['Amounts', 'Value in currency'],
    sections: ['Phase 1: preparation', 'Building B, second floor', 'Deliveries in March'],
    subtotal: ['Subtotal', 'Section total', 'Total of section'],
    carried: [
      ['Carried forward', 'Brought forward'],
      ['Carried over', 'Amount brought forward'],
    ],
    discountRow: ['Less discount', 'Discount'],
    remarks: [
      'Delivered in two lots, see delivery note',
      'As agreed by telephone with your purchasing department, including travel',
      'Colour: graphite',
    ],
    article: ['Item no.:', 'SKU:', 'Art. no.'],
  },
  de: {
    gtin: ['EAN', 'GTIN', 'EAN-Code', 'EAN-Nr.'],
    date: ['Datum', 'Leistungsdatum', 'Zeitraum'],
    discount: ['Rabatt %', 'Rabatt', 'Rab. %', 'Nachlass'],
    store: ['Kostenstelle', 'Ihre Nr.', 'Lager', 'Auftrag'],
    quantityUnit: ['Menge', 'Menge/Einheit', 'Anzahl'],
    net: ['Gesamt netto', 'Betrag', 'Nettobetrag', 'Positionsbetrag', 'Gesamt €'],
    gross: ['Gesamt brutto', 'Bruttobetrag', 'Betrag inkl. MwSt.', 'Gesamt'],
    tall: {
      name: ['Bezeichnung|der Leistung', 'Artikel-|bezeichnung'],
      quantity: ['Liefer-|menge', 'Menge|geliefert'],
      price: ['Einzel-|preis', 'Preis je|Einheit', 'Einzelpreis|netto', 'Preis/|Einheit'],
      rate: ['MwSt.|%', 'USt.-|Satz', 'Steuer-|satz'],
      net: ['Gesamt-|preis', 'Betrag|netto', 'Netto-|betrag'],
      gross: ['Brutto-|betrag', 'Betrag|brutto'],
    },
    group: ['Beträge in EUR', 'Preis und Wert'],
    sections: ['Titel 1: Vorarbeiten', 'Haus B, 2. Obergeschoss', 'Lieferungen im März'],
    subtotal: ['Zwischensumme', 'Summe Titel', 'Zwischensumme Abschnitt'],
    carried: [
      ['Übertrag', 'Übertrag'],
      ['Zwischensumme Übertrag', 'Übertrag von Seite 1'],
    ],
    discountRow: ['abzgl. Rabatt', 'Rabatt'],
    remarks: [
      'Geliefert in zwei Teilen, siehe Lieferschein',
      'Wie mit Ihrem Einkauf telefonisch vereinbart, einschließlich Anfahrt',
      'Farbe: graphit',
    ],
    article: ['Art.-Nr.:', 'Artikelnr.:', 'Art.-Nr.'],
  },
  fr: {
    gtin: ['EAN', 'GTIN', 'Code EAN', 'Code-barres'],
    date: ['Date', 'Période', 'Date prestation'],
    discount: ['Remise %', 'Remise', 'Rem. %', 'Rem.'],
    store: ['Votre réf.', 'Dépôt', 'Chantier', 'Affaire'],
    quantityUnit: ['Quantité', 'Qté/Unité', 'Qté'],
    net: ['Montant HT', 'Total HT', 'Prix total HT', 'Total ligne HT'],
    gross: ['Montant TTC', 'Total TTC', 'Total'],
    tall: {
      name: ['Désignation|des produits', 'Désignation|de la prestation'],
      quantity: ['Quantité|livrée', 'Qté|facturée'],
      price: ['Prix|unitaire', 'Prix unitaire|HT', 'P.U.|HT', 'Prix|unit. HT'],
      rate: ['Taux|TVA', 'TVA|%', 'Taux de|TVA'],
      net: ['Montant|HT', 'Total|HT', 'Prix|total HT'],
      gross: ['Montant|TTC', 'Total|TTC'],
    },
    group: ['Montants en EUR', 'Prix'],
    sections: ['Lot 1 : préparation', 'Bâtiment B, 2e étage', 'Livraisons de mars'],
    subtotal: ['Sous-total', 'Sous-total lot', 'Sous-total section'],
    carried: [
      ['À reporter', 'Report'],
      ['Total à reporter', 'Report de la page 1'],
    ],
    discountRow: ['Remise', 'Rabais'],
    remarks: [
      'Livré en deux fois, voir bon de livraison',
      'Selon accord téléphonique avec votre service achats, déplacement compris',
      'Coloris : graphite',
    ],
    article: ['Réf. :', 'Référence :', 'Code article :'],
  },
  ru: {
    gtin: ['Штрихкод', 'GTIN', 'Штрих-код', 'EAN'],
    date: ['Дата', 'Период', 'Дата оказания'],
    discount: ['Скидка, %', 'Скидка', 'Ск. %'],
    store: ['Склад', 'Объект', 'Страна', 'Заказ'],
    quantityUnit: ['Количество', 'Кол-во, ед.', 'Кол-во'],
    net: ['Сумма без НДС', 'Стоимость без НДС', 'Сумма'],
    gross: ['Сумма с НДС', 'Всего с НДС', 'Стоимость с НДС', 'Сумма'],
    tall: {
      name: ['Наименование|товара', 'Товары|(работы, услуги)'],
      quantity: ['Кол-|во', 'Коли-|чество'],
      price: ['Цена,|руб.', 'Цена за|единицу', 'Цена|без НДС'],
      rate: ['Ставка|НДС', 'НДС,|%', 'Налоговая|ставка'],
      net: ['Сумма|без НДС', 'Стоимость|без НДС'],
      gross: ['Сумма|с НДС', 'Стоимость|с НДС'],
    },
    group: ['Стоимость', 'В рублях'],
    sections: ['Этап 1. Подготовка', 'Корпус Б, второй этаж', 'Поставки за март'],
    subtotal: ['Итого по разделу', 'Промежуточный итог', 'Итого раздел'],
    carried: [
      ['Итого по странице', 'Перенос с предыдущей страницы'],
      ['Перенос на следующую страницу', 'Перенос с предыдущей страницы'],
    ],
    discountRow: ['Скидка', 'Минус скидка'],
    remarks: [
      'Поставка двумя партиями, см. накладную',
      'По согласованию с отделом закупок по телефону, включая выезд на объект',
      'Цвет: графит',
    ],
    article: ['Артикул:', 'Арт.', 'Код:'],
  },
}

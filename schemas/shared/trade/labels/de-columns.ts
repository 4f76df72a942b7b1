import { type ColumnList, columns } from './column.ts'

/** Headings over the columns of line items as printed on German documents. */
export const GERMAN_COLUMNS: ColumnList = [
  columns(
    'position',
    `
    Pos | Pos.-Nr | Pos Nr | Lfd. Nr | Nr | Lfd | Posten | Zeile | lfd. Nummer | Posit. | Pos.-Nummer
  `,
  ),
  columns(
    'name',
    `
    Bezeichnung | Beschreibung | Artikelbezeichnung | Artikelbeschreibung | Leistung | Produkt | Artikel | Position/Bezeichnung |
    Leistungsbeschreibung | Produktbezeichnung | Beschreibung der Leistung | Leistungsbezeichnung | Warenbezeichnung | Tätigkeit |
    Bezeichnung der Leistung | Artikel/Leistung | Bezeichnung / Beschreibung | Artikel-Bezeichnung | Produkt / Dienstleistung |
    Produktname | Ware / Leistung | Ware | Gegenstand | Dienstleistung | Bezeichnung/Leistung | Leistungstext | Positionstext |
    Artikelname | Leistungen | Leistung / Ware | Ware/Dienstleistung | Artikel und Leistung | Leistungsart | Beschreibung/Leistung |
    Lieferung/Leistung
  `,
  ),
  columns(
    'article',
    `
    Art.Nr | Art.-Nr | Artikelnummer | Artikelnr | Artikel-Nr | Art-Nr | Unsere Art.Nr | Bestellnr | Produktnummer | Produkt-Nr |
    Artikel Nr | Artnr | Material | Materialnummer | Art | Teilenummer | Art.-Nr. / Pos | Produktcode | Artikelcode | Sachnummer |
    Art.-Nummer | Artikel-ID | Best.-Nr | Bestellnummer | Warennummer | Teile-Nr | Art.-Code
  `,
  ),
  columns(
    'quantity',
    `
    Menge | Anzahl | Stück | Stk | Mge | Anz | Stunden | Std | Liefermenge | Stückzahl | Stck | Einheiten | Tage | Anzahl Stunden |
    Menge (Stk.) | Umfang
  `,
  ),
  columns(
    'quantityUnit',
    `
    Menge Einheit | Menge/Einheit | Menge Einh.
  `,
  ),
  columns(
    'unit',
    `
    Einheit | Einh | ME | Mengeneinheit | Meng.-einheit | EH | VE | Mengeneinh. | Maßeinheit
  `,
  ),
  columns(
    'unitPrice',
    `
    Einzelpreis | E-Preis | EP | Preis | Stückpreis | Nettopreis | Einzelpreis netto | Preis/Einheit | VK-Preis | Einzelpreis € |
    Einzelpreis EUR | Preis pro Einheit | Preis je Einheit | Einzel | Einzelpreis (netto) | Preis/Stk | Einzelp | Preis netto |
    EP netto | Einzelpreis in EUR | Stundensatz | Stückpreis netto | Listenpreis | E-Preis netto | Netto-Preis | Einzelpreis ohne MwSt |
    EUR/Einheit | €/Einheit | Einzel-Preis | Preis je Stück | Satz | Preis/Einh | EP EUR | Preis EUR | Einheitspreis | Tarif |
    Einzelpr. | Grundpreis | je Einheit | pro Einheit
  `,
  ),
  columns(
    'grossPrice',
    `
    Bruttopreis | Einzelpreis brutto | Stückpreis brutto
  `,
  ),
  columns(
    'amount',
    `
    Gesamt | Gesamtpreis | Betrag | Summe | Gesamtbetrag | Zeilenbetrag | G-Preis | GP | Positionsbetrag | Wert | Gesamt € |
    Gesamt EUR | Entgelt | Betrag EUR | Betrag € | Gesamtpreis EUR | Gesamt (EUR) | Betrag in EUR | Beitrag | Gesamtpreis in EUR |
    Warenwert | Endpreis | Gesamtpreis € | Positionssumme | Betrag (EUR) | Summe EUR | Summe € | Zeilensumme | Pos.-Summe | GP EUR |
    Preis gesamt | Gesamtpr. | Zeilenwert | Positionswert | Gesamt in EUR
  `,
  ),
  columns(
    'net',
    `
    Nettobetrag | Netto | Gesamt netto | Betrag netto | Summe netto | Gesamtpreis netto | Positionsbetrag ohne USt. |
    Zeilenbetrag ohne MwSt | Netto gesamt | Gesamt ohne USt | Nettowert | Netto EUR | Nettosumme | Netto € | Gesamtnetto |
    Gesamt (netto)
  `,
  ),
  columns(
    'gross',
    `
    Bruttobetrag | Brutto | Gesamt brutto | Betrag brutto | Gesamtpreis brutto | Summe brutto | Brutto EUR | Gesamt inkl. MwSt
  `,
  ),
  columns(
    'taxRate',
    `
    USt | USt. % | MwSt | MwSt. % | USt-Satz | MwSt-Satz | Steuersatz | Steuer | USt.-% | MwSt in % | % USt | % MwSt | Ust% | Mwst% |
    Steuer % | USt. in % | Umsatzsteuer | Mehrwertsteuer | St.-Satz | Umsatzsteuersatz | Mehrwertsteuersatz | MwSt-Satz % | USt-Satz %
  `,
  ),
  columns(
    'tax',
    `
    USt-Betrag | MwSt-Betrag | Steuerbetrag
  `,
  ),
  columns(
    'discount',
    `
    Rabatt | Rabatt % | Rab | Rab. % | Rabatt in % | Nachlass
  `,
  ),
  columns(
    'date',
    `
    Datum | Leistungsdatum | Zeitraum | Periode | Leistungszeitraum
  `,
  ),
  columns(
    'other',
    `
    Referenzen | Zu-/Abschlag | Basisbetrag | Preisbasis | Ihre Art.Nr | Art-Nr-Kunde | Gewicht | Lager | Masse | Kostenstelle |
    Auftrag | Kategorie | Packung | Projekt | Typ | Zolltarifnr | Lieferdatum | Charge
  `,
  ),
]

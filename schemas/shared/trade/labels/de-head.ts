import { type CaptionList, captions } from './caption.ts'

/** Captions over numbers, references and dates as printed on German documents. */
export const GERMAN_HEAD: CaptionList = [
  captions(
    'number',
    1,
    `
    Rechnungsnummer | Rechnungsnr | Rechnung Nr | Rechnung Nummer | Rechn.-Nr | Re.-Nr | RG-Nr | RgNr | Beleg-Nr | Belegnummer |
    Rechnungs-Nr | Honorarnote Nr | Gutschriftsnummer | Gutschrift Nr | Gutschriftnummer | Faktura-Nr | Fakturanummer | Fakt.-Nr |
    Dokument-Nr | Dokumentennummer | Dok.-Nr | Rechnungskennung | Rg.-Nummer | Re.-Nummer | Rechnungs-ID | Rechnungskennzeichen |
    Abrechnungsnummer
  `,
  ),
  captions(
    'number',
    0.6,
    `
    Belegnr | Dokumentnummer
  `,
  ),
  captions(
    'number',
    0.5,
    `
    Rechnung | Faktura
  `,
  ),
  captions(
    'title',
    1,
    `
    Rechnung | Handelsrechnung | Mietrechnung | Schlussrechnung | Abschlagsrechnung | Teilrechnung | Anzahlungsrechnung |
    Sammelrechnung | Proforma-Rechnung | Honorarnote | Kostennote | Proformarechnung | Beitragsrechnung | Stromrechnung |
    Monatsrechnung | Honorarrechnung | Endrechnung | Rechnung/Lieferschein | Projektabschlussrechnung | Warenrechnung |
    Korrekturrechnung | Rechnungskorrektur | Faktura | Lieferrechnung | Jahresrechnung | Quartalsrechnung | Dienstleistungsrechnung |
    Werkstattrechnung | Reparaturrechnung | Handwerkerrechnung | Verkaufsrechnung | Barrechnung | Kundenrechnung | Einzelrechnung |
    Auftragsrechnung | Telefonrechnung | Energierechnung | Gasrechnung | Wasserrechnung | Internetrechnung | Mobilfunkrechnung |
    Zwischenrechnung | Vorausrechnung | Vorkasserechnung | Gebührenrechnung | Hotelrechnung | Kostenrechnung | Dauerrechnung |
    Servicerechnung | Arztrechnung | Leistungsrechnung | Wartungsrechnung | Ersatzrechnung | Gesamtrechnung | Rechnung / Faktura |
    Ihre Rechnung | Ausgangsrechnung
  `,
  ),
  captions(
    'creditTitle',
    1,
    `
    Rechnungsgutschrift | Gutschrift | Stornorechnung
  `,
  ),
  captions(
    'issueDate',
    1,
    `
    Rechnungsdatum | Rechnung vom | Datum der Rechnung | Rechnungs-Datum | Ausstellungsdatum | Belegdatum | Rg.-Datum | Re.-Datum |
    Gutschriftsdatum | Rechn.-Datum | RE-Datum | RG-Datum | Erstellt am | Ausgestellt am | Erstellungsdatum | Fakturadatum |
    Faktura vom | Ausstellungstag | Datum der Ausstellung | Dokumentdatum | Dokumentendatum | Rechnungstag | Rechnung erstellt am |
    Datum der Rechnungsstellung | Rechnungsstellung
  `,
  ),
  captions(
    'date',
    0.75,
    `
    Datum
  `,
  ),
  captions(
    'dueDate',
    1,
    `
    Fällig am | Fälligkeitsdatum | Fälligkeit | Fälligkeitstag | Zahlbar bis | Zahlungsziel | Zu zahlen bis | Zahlungsfrist |
    Zahlungstermin | zahlbar bis zum | Fällig | fällig zum | zahlbar bis spätestens | bis spätestens | spätestens bis zum |
    spätestens bis | spätestens am | spätestens zum | Zahlung bis | Zahlung bis zum | Zahlungsfälligkeit | Valuta |
    überweisen Sie bis zum | überweisen Sie bitte bis zum | überweisen Sie bis | begleichen Sie bis zum | netto bis | Fällig bis |
    ohne Abzug bis | ohne Abzug bis zum | Zahlbar ohne Abzug bis | Bezahlen bis | Abbuchung am | Einzug am |
    überweisen Sie den Betrag bis zum | überweisen Sie den Rechnungsbetrag bis zum | fällig bis zum | Zahlbar am | Zahlbar spätestens |
    Zahlung fällig | Zahlung fällig am | Zahlungsdatum | Zahldatum | Zu begleichen bis | Bitte zahlen bis | Bitte zahlen Sie bis |
    Zahlung erbeten bis | Zahlungseingang bis | Bitte begleichen bis | Zahlbar zum | Zahlungsziel bis | Bitte überweisen bis |
    Zu bezahlen bis | Zahltermin
  `,
  ),
  captions(
    'deliveryDate',
    1,
    `
    Lieferdatum | Leistungsdatum | Liefer- und Leistungsdatum | Liefer-/Leistungsdatum | Tag der Lieferung | Lieferung am |
    Leistung am | Datum der Leistung | Datum der Lieferung | Liefertermin | Lieferzeitpunkt | Leistungszeitpunkt |
    Lieferdatum/Leistungsdatum | Leistungstag | Liefertag | Leistungs-/Lieferdatum | Leistungs- und Lieferdatum | Ausgeführt am |
    Übergabe am | Geliefert am | Leistung vom | Lieferung vom | Erbracht am | Leistung erbracht am | Versendet am | Versanddatum |
    Versandt am | Versandtag | Ausgeliefert am | Auslieferung am | Ausführungsdatum | Ausführungstag | Lieferung/Leistung am |
    Erbringungsdatum | Datum der Leistungserbringung | Tag der Leistung | Leistungserbringung am | Lieferung erfolgte am |
    Auslieferungsdatum
  `,
  ),
  captions(
    'period',
    1,
    `
    Leistungszeitraum | Abrechnungszeitraum | Rechnungszeitraum | Liefer-/Leistungszeitraum | Zeitraum | Lieferzeitraum |
    Berechnungszeitraum | Periode | Für den Zeitraum | Abrechnungsperiode | Nutzungszeitraum | Vertragszeitraum | Leistungsperiode |
    Leistungszeit | Verbrauchszeitraum
  `,
  ),
  captions(
    'purchaseOrder',
    1,
    `
    Bestellnummer | Bestell-Nr | Ihre Bestellnummer | Bestellung Nr | Ihre Bestellung | Bestellung | Bestellung Nr. Kunde |
    Ihre Bestell-Nr | Auftragsnummer des Kunden | Kundenbestellnummer | Bestellreferenz | Ihr Auftrag | gemäß Bestellung Nr |
    gemäß Bestellung | Ihre Bestellung Nr | Ihre Auftragsnummer | Kundenauftrag | Kundenauftragsnummer | Ihre Order | Order-Nr |
    Bestellzeichen | Kundenbestellung | Kunden-Bestellnr | Bestell-ID | Best.-Nr | Ihre Best.-Nr | Ihre Ordernummer |
    Auftragsnummer Kunde | Bestellnr. Kunde | Ihre Order-Nr
  `,
  ),
  captions(
    'purchaseOrder',
    0.7,
    `
    Auftrag | Auftragsnummer | Auftrags-Nr | Auftrag Nr
  `,
  ),
  captions(
    'buyerReference',
    0.8,
    `
    Referenz des Käufers | Ihr Zeichen | Leitweg-ID | Ihre Referenz | Kundenreferenz | Käuferreferenz | Ihre Ref | Leitweg-Nr |
    Kundenzeichen | Ihre Kostenstelle | Referenz Kunde | Referenz des Kunden | Ihre Zeichen
  `,
  ),
  captions(
    'buyerReference',
    0.6,
    `
    Kostenstelle
  `,
  ),
  captions(
    'contractRef',
    0.8,
    `
    Vertrag | Vertragsnummer | Vertrag Nr | Vertrags-Nr | Rahmenvertrag | Rahmenvertrag Nr
  `,
  ),
  captions(
    'precedingInvoice',
    1,
    `
    Rechnungsbezug | zur Rechnung | zur Rechnung Nr | Ursprungsrechnung | Originalrechnung | Bezug Rechnung | Korrektur zu Rechnung |
    vorherige Rechnung | Gutschrift zu Rechnung
  `,
  ),
  captions(
    'currency',
    1,
    `
    Währung | Rechnungswährung | Beträge in | Alle Beträge in
  `,
  ),
  captions(
    'customerNumber',
    1,
    `
    Kundennummer | Kunden-Nr | Kundennr | Kunden Nr | Ihre Kundennummer | Debitor | Debitorennummer | Mitgliedsnummer | Ihre Nummer |
    Nummer | Debitoren-Nr | Kdnr | Kd.-Nr | Kd-Nr | Kundenkonto | Ihre Kunden-Nr | Kunden-ID | Kunde Nr | Kundenkennung
  `,
  ),
  captions(
    'orderDate',
    1,
    `
    Bestelldatum | Auftragsdatum | Bestellung vom | gemäß Bestellung vom | Auftrag vom | Ihre Bestellung vom | Ihr Auftrag vom
  `,
  ),
  captions(
    'otherNumber',
    1,
    `
    Lieferscheinnummer | Lieferschein | Lieferschein-Nr | Lieferschein Nr | Lieferung Nr | Lieferavis | Projektnummer | Projekt |
    Projekt-Nr | Angebot | Angebotsnummer | Angebot Nr | Globale Nummer | Seriennummer | Vorgangsnummer | Vorgang | Referenz |
    Unser Zeichen | Weitere Referenz | Buchungsreferenz | Blz | BLZ | Bankleitzahl | Versicherungsnummer | VSNR | Vertragskonto |
    Zählernummer | Mandatsreferenz | Gläubiger-ID | Gläubiger-Identifikationsnummer | Beleg | Mandat | Sendungsnummer | Auftrag intern
  `,
  ),
  captions(
    'otherDate',
    1,
    `
    Druckdatum | Stand | Gültig bis | Lieferscheindatum | Vertragsbeginn | Buchungsdatum | Angebotsdatum | Skonto bis | Geburtsdatum |
    Abreise | Anreise
  `,
  ),
  captions(
    'lineNumber',
    1,
    `
    Seite
  `,
  ),
]

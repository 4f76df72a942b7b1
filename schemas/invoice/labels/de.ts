import { type CaptionList, captions } from './caption.ts'

/** Captions as printed on German documents. */
export const GERMAN: CaptionList = [
  captions(
    'number',
    1,
    `
    Rechnungsnummer | Rechnungsnr | Rechnung Nr | Rechnung Nummer | Rechn.-Nr | Re.-Nr | RG-Nr | RgNr | Beleg-Nr | Belegnummer |
    Rechnungs-Nr | Honorarnote Nr | Gutschriftsnummer | Gutschrift Nr | Gutschriftnummer
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
    Rechnung
  `,
  ),
  captions(
    'title',
    1,
    `
    Rechnung | Handelsrechnung | Mietrechnung | Schlussrechnung | Abschlagsrechnung | Teilrechnung | Anzahlungsrechnung |
    Sammelrechnung | Proforma-Rechnung | Honorarnote | Kostennote | Proformarechnung | Beitragsrechnung | Stromrechnung |
    Monatsrechnung | Honorarrechnung | Endrechnung | Rechnung/Lieferschein | Projektabschlussrechnung | Warenrechnung |
    Korrekturrechnung | Rechnungskorrektur
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
    Gutschriftsdatum | Rechn.-Datum | RE-Datum | RG-Datum
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
    Zahlungstermin | zahlbar bis zum | Fällig | fällig zum | zahlbar bis spätestens | bis spätestens | spätestens bis zum | spätestens bis | spätestens am | spätestens zum | Zahlung bis | Zahlung bis zum |
    Zahlungsfälligkeit | Valuta | überweisen Sie bis zum | überweisen Sie bitte bis zum | überweisen Sie bis | begleichen Sie bis zum |
    netto bis | Fällig bis | ohne Abzug bis | ohne Abzug bis zum | Zahlbar ohne Abzug bis | Bezahlen bis | Abbuchung am | Einzug am |
    überweisen Sie den Betrag bis zum | überweisen Sie den Rechnungsbetrag bis zum | fällig bis zum
  `,
  ),
  captions(
    'deliveryDate',
    1,
    `
    Lieferdatum | Leistungsdatum | Liefer- und Leistungsdatum | Liefer-/Leistungsdatum | Tag der Lieferung | Lieferung am |
    Leistung am | Datum der Leistung | Datum der Lieferung | Liefertermin | Lieferzeitpunkt | Leistungszeitpunkt |
    Lieferdatum/Leistungsdatum | Leistungstag | Liefertag | Leistungs-/Lieferdatum | Leistungs- und Lieferdatum | Ausgeführt am |
    Übergabe am
  `,
  ),
  captions(
    'period',
    1,
    `
    Leistungszeitraum | Abrechnungszeitraum | Rechnungszeitraum | Liefer-/Leistungszeitraum | Zeitraum | Lieferzeitraum |
    Berechnungszeitraum | Periode | Für den Zeitraum
  `,
  ),
  captions(
    'purchaseOrder',
    1,
    `
    Bestellnummer | Bestell-Nr | Ihre Bestellnummer | Bestellung Nr | Ihre Bestellung | Bestellung | Bestellung Nr. Kunde |
    Ihre Bestell-Nr | Auftragsnummer des Kunden | Kundenbestellnummer | Bestellreferenz | Ihr Auftrag | gemäß Bestellung Nr |
    gemäß Bestellung | Ihre Bestellung Nr | Ihre Auftragsnummer | Kundenauftrag | Kundenauftragsnummer
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
    Referenz des Käufers | Ihr Zeichen | Leitweg-ID | Ihre Referenz | Kundenreferenz
  `,
  ),
  captions(
    'contract',
    0.8,
    `
    Vertrag | Vertragsnummer | Vertrag Nr | Vertrags-Nr
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
    'paymentReference',
    0.9,
    `
    Zahlungsreferenz | Verwendungszweck | Referenz (bitte bei Zahlung angeben) | Bei Zahlung bitte angeben
  `,
  ),
  captions(
    'paymentTerms',
    0.9,
    `
    Zahlungsbedingungen | Zahlungsbedingung | Zahlungskonditionen | Zahlungsinformationen | Zahlungsweise | Zahlungsart | Zahlungsform |
    Versandart
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
    'linesNet',
    0.9,
    `
    Positionssumme | Zwischensumme | Summe Positionen | Warenwert | Summe der Positionen | Warenwert netto | Zwischensumme netto
  `,
  ),
  captions(
    'net',
    1,
    `
    Nettobetrag | Summe netto | Netto | Gesamt netto | Nettosumme | Netto gesamt | Gesamtnetto | Rechnungssumme netto |
    Rechnungssumme ohne USt | Rechnungsbetrag netto | Summe (netto) | Gesamtbetrag netto | Nettowert | Gesamtsumme netto | Total netto |
    Netto-Betrag | Nettogesamtbetrag | Nettorechnungsbetrag | Endbetrag netto | Summe ohne MwSt | Summe exkl. MwSt | Gesamt exkl. MwSt |
    Gesamt ohne MwSt | Betrag netto | Summe Netto EUR | Netto-Summe | Gesamtpreis netto | Zwischensumme (netto) |
    Rechnungssumme Netto (excl. USt.) | Rechnungssumme Netto (exkl. USt.) | Auftragssumme netto | Nettoentgelt | Summe Nettobeträge |
    Gesamtbeitrag | Netto Summe | Zwischensumme ohne MwSt
  `,
  ),
  captions(
    'tax',
    1,
    `
    MwSt | USt | Umsatzsteuer | Mehrwertsteuer | zzgl. MwSt | zzgl. USt | zzgl. Umsatzsteuer | zuzüglich Umsatzsteuer | zuzüglich MwSt |
    Zuzügl. USt | Steuerbetrag | MwSt.-Betrag | USt.-Betrag | MwSt Betrag | Summe Umsatzsteuer | USt. Gesamt | Steuerbetrag in |
    Gesamt USt | Summe MwSt | Summe USt | gesetzl. MwSt | gesetzliche MwSt | zzgl. gesetzl. MwSt | enthaltene MwSt | inkl. MwSt |
    darin enthaltene MwSt | Gesamt MwSt | MwSt. gesamt | Umsatzsteuer gesamt | Versicherungsteuer | Versicherungssteuer |
    zuzüglich Mehrwertsteuer | zzgl. Mehrwertsteuer | enthaltene Umsatzsteuer | Steuer | Steuern | Steuer gesamt |
    enthaltene Mehrwertsteuer | plus MwSt | plus USt | gesetzliche Umsatzsteuer | Gesamtbetrag MwSt |
    in diesem Beitrag enthaltene Versicherungsteuer | davon MwSt | darin MwSt | enth. MwSt
  `,
  ),
  captions(
    'gross',
    1,
    `
    Gesamtbetrag brutto | Bruttobetrag | Rechnungsbetrag | Bruttosumme | Gesamtsumme | Endbetrag | Summe inkl. USt | Summe inkl. MwSt |
    Summe brutto | Gesamt brutto | Rechnungssumme | Rechnungssumme Brutto | Rechnungssumme Brutto (inkl. USt.) | Brutto |
    Gesamtbetrag inkl. MwSt | Rechnungsendbetrag | Gesamtrechnungsbetrag | Endsumme | Rechnungsgesamtbetrag | Gesamt inkl. MwSt |
    Brutto gesamt | Gesamtpreis brutto | Gesamtbetrag inkl. USt | Rechnungsbeitrag | Rechnungsbetrag brutto | Betrag brutto |
    Gesamtsumme brutto | Summe (brutto) | Total brutto | Rechnungstotal | Gesamtbrutto | Summe brutto (in Euro) |
    Gesamtsumme inkl. MwSt | Bruttogesamtbetrag | Brutto-Betrag | Bruttorechnungsbetrag | Endbetrag brutto | Gesamtbetrag (brutto) |
    inklusive Versicherungsteuer
  `,
  ),
  captions(
    'total',
    1,
    `
    Gesamtbetrag | Gesamt | Summe | Gesamtpreis | Betrag | Summe EUR | Gesamt EUR
  `,
  ),
  captions(
    'due',
    1,
    `
    Zahlbetrag | Offener Betrag | Zu zahlen | Zu zahlender Betrag | Restbetrag | Fälliger Betrag | Zahlungsbetrag |
    zu zahlender Beitrag | Noch zu zahlen | Zu zahlender Gesamtbetrag | Offener Saldo | Verbleibender Betrag | Restforderung |
    Forderungsbetrag | Zu überweisen | Überweisungsbetrag | Restzahlung | Noch offen | Offener Rechnungsbetrag
  `,
  ),
  captions(
    'prepaid',
    1,
    `
    Bereits bezahlt | Anzahlung | Erhaltene Anzahlungen | Bereits gezahlt | abzgl. Anzahlung | Vorauszahlung | Geleistete Zahlungen |
    Abzüglich Anzahlung | abzüglich bereits bezahlt | Anzahlungen | Teilzahlung | Erhaltene Zahlungen
  `,
  ),
  captions(
    'allowances',
    1,
    `
    Rabatt | abzgl. Rabatt | Nachlass | Sondernachlass | Skonto | Gesamtbetrag der Abschläge | abzgl. Sondernachlass |
    abzüglich Rabatt | Gesamtrabatt | Gutschrift Betrag
  `,
  ),
  captions(
    'charges',
    1,
    `
    Versandkosten | zzgl. Versandkosten | Versand | Frachtkosten | Fracht | Porto | Verpackung | Gesamtbetrag der Zuschläge |
    Porto und Verpackung | Porto & Versand | Mindermengenzuschlag | Bearbeitungsgebühr
  `,
  ),
  captions(
    'rounding',
    1,
    `
    Rundung | Rundungsdifferenz
  `,
  ),
  captions(
    'taxBase',
    1,
    `
    Steuerbasisbetrag | Basisbetrag | Bemessungsgrundlage | Steuerbasis | Basis | Umsatzsteueraufschlüsselung | Steueraufschlüsselung |
    USt. Satz | MwSt-Satz | Steuersatz | USt % | MwSt % | USt-Satz
  `,
  ),
  captions(
    'inWords',
    1,
    `
    In Worten | Betrag in Worten
  `,
  ),
  captions(
    'seller',
    1,
    `
    Verkäufer | Rechnungsersteller | Rechnungssteller | Lieferant | Leistungserbringer | Absender | Rechnungsaussteller | Auftragnehmer
  `,
  ),
  captions(
    'buyer',
    1,
    `
    Käufer | Käufer/Leistungsempfänger | Rechnungsempfänger | Rechnung an | Rechnungsadresse | Rechnungsanschrift | Kunde | Empfänger |
    Leistungsempfänger | Auftraggeber | An | Kunde/Rechnungsempfänger
  `,
  ),
  captions(
    'shipTo',
    1,
    `
    Lieferadresse | Lieferanschrift | Warenempfänger | Abweichender Warenempfänger | Lieferung an | Lieferadresse / Delivery address |
    Leistungsort
  `,
  ),
  captions(
    'payee',
    1,
    `
    Zahlungsempfänger | Abweichender Zahlungsempfänger | Kontoinhaber | Kontoname | Inhaber
  `,
  ),
  captions(
    'otherParty',
    1,
    `
    Steuerbevollmächtigter des Verkäufers | Ansprechpartner | Sachbearbeiter | Kontakt | Bearbeiter | Ihr Ansprechpartner |
    Geschäftsführer | Geschäftsführung | Geschäftsleitung | Versicherungsbüro | Bei Rückfragen | Vorstand | Aufsichtsrat | Rückfragen |
    Vertreter | Geschäftsf | Hinweis | Bemerkungen | Betreff | Spediteur
  `,
  ),
  captions(
    'name',
    0.9,
    `
    Name | Firma | Firmenname
  `,
  ),
  captions(
    'address',
    0.9,
    `
    Anschrift | Adresse | Straße
  `,
  ),
  captions(
    'vatId',
    1,
    `
    USt-IdNr | USt.-Id.-Nr | USt-ID | USt-Identnr | USt.-Identnr | UStId | UStID Nr | Umsatzsteuer-ID |
    Umsatzsteuer-Identifikationsnummer | Umsatzsteuer-ID-Nr | UID | UID-Nr | UID-Nummer | USt-Identifikationsnummer | Ust-Ident-Nr |
    MwSt-Nr | MWST-Nummer | Umsatzsteuer-Id-Nummer | Umsatzsteuer-Identnummer | Umsatzsteuer ID-Nr | Umsatzsteueridentifikationsnummer |
    Unsere USt-IdNr | Ust.IdNr
  `,
  ),
  captions(
    'buyerVatId',
    1,
    `
    Ihre USt-IdNr | Ihre USt.-IdentNr | Ihre UID | Ihre Umsatzsteuer-ID | USt-IdNr Kunde | USt-IdNr. des Kunden | Ihre USt-ID |
    Ihre USt-Id-Nr | Kunden USt-ID | Ihre Ust.Id | Kunden-USt-IdNr | Ihre USt-Identnr | UID Kunde | Ihre UID-Nummer
  `,
  ),
  captions(
    'taxNumber',
    1,
    `
    Steuernummer | Steuernr | Steuer-Nr | St.-Nr | StNr | Steuer Nr | Tax number | Tax no | Finanzamt St.-Nr | St.Nr | Steuer-Nummer |
    Tax reg no
  `,
  ),
  captions(
    'legalId',
    1,
    `
    HRB | HRA | Handelsregister | Handelsregisternummer | Registergericht | HRB Nr | HRA Nr | Handelsreg | Amtsgericht
  `,
  ),
  captions(
    'iban',
    1,
    `
    IBAN-Nr | Kontonummer (IBAN)
  `,
  ),
  captions(
    'bic',
    1,
    `
    Verkäufer-BIC | BIC-Code
  `,
  ),
  captions(
    'account',
    1,
    `
    Kontonummer | Konto-Nr | Kto-Nr | Kontonr | Konto | Kto
  `,
  ),
  captions(
    'bankName',
    1,
    `
    Bank | Bankname | Kreditinstitut | Bankverbindung | Name der Bank
  `,
  ),
  captions(
    'customerNumber',
    1,
    `
    Kundennummer | Kunden-Nr | Kundennr | Kunden Nr | Ihre Kundennummer | Debitor | Debitorennummer | Mitgliedsnummer | Ihre Nummer |
    Nummer | Debitoren-Nr | Kdnr | Kd.-Nr | Kd-Nr
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
    Zählernummer | Mandatsreferenz | Gläubiger-ID | Gläubiger-Identifikationsnummer | Kostenstelle | Beleg | Mandat | Sendungsnummer |
    Auftrag intern | Ausgangsrechnung
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
    'contact',
    1,
    `
    Telefon | Telefax | Mobil | Fon | Handy
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

import { type CaptionList, captions } from './caption.ts'

/** Captions of parties, their numbers and accounts as printed on German documents. */
export const GERMAN_PARTY: CaptionList = [
  captions(
    'seller',
    1,
    `
    Verkäufer | Rechnungsersteller | Rechnungssteller | Lieferant | Leistungserbringer | Absender | Rechnungsaussteller |
    Auftragnehmer | Rechnung von | Aussteller | Dienstleister | Händler | Vermieter | Leistender | Leistender Unternehmer | Anbieter |
    Ersteller | Verkäufer/Lieferant | Unser Unternehmen
  `,
  ),
  captions(
    'seller',
    0.8,
    `
    Von
  `,
  ),
  captions(
    'buyer',
    1,
    `
    Käufer | Käufer/Leistungsempfänger | Rechnungsempfänger | Rechnung an | Rechnungsadresse | Rechnungsanschrift | Kunde | Empfänger |
    Leistungsempfänger | Auftraggeber | An | Kunde/Rechnungsempfänger | Rechnung für | Rechnungsempfängerin | Besteller | Abnehmer |
    Kundin | Fakturaadresse | Rechnung geht an | Mieter | Kundenadresse | Kundenanschrift | Berechnet an | Käufer/Empfänger |
    Leistungsempfänger/in | Empfängeranschrift | Adressat | Rechnungsadressat | Fakturiert an | Faktura an | Erwerber | Ihre Anschrift |
    Rechnungskunde
  `,
  ),
  captions(
    'shipTo',
    1,
    `
    Lieferadresse | Lieferanschrift | Warenempfänger | Abweichender Warenempfänger | Lieferung an | Lieferadresse / Delivery address |
    Leistungsort | Liefern an | Versandadresse | Versand an | Lieferort | Versandanschrift | Lieferempfänger | Geliefert an
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
    Unsere USt-IdNr | Ust.IdNr | USt-ID-Nummer | Umsatzsteuer-Identnr | EU-USt-ID | USt-Identifikationsnr | USt-Nr | VAT-Nr |
    Umsatzsteuer-Identifikations-Nr | MwSt-ID | MwSt.-IdNr | MwSt-Identifikationsnummer
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
    HRB | HRA | Handelsregister | Handelsregisternummer | Registergericht | HRB Nr | HRA Nr | Handelsreg | Amtsgericht |
    Registernummer | HR | HR-Nr | Register-Nr | Handelsregister-Nr | HR-Nummer | Firmenbuchnummer | Firmenbuch |
    Handelsregistereintrag | Firmenbuch-Nr | Reg.-Nr
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
    Kontonummer | Konto-Nr | Kto-Nr | Kontonr | Konto | Kto | Kontonummer Empfänger | Bankkonto
  `,
  ),
  captions(
    'bankName',
    1,
    `
    Bank | Bankname | Kreditinstitut | Bankverbindung | Name der Bank | Hausbank | Bankinstitut | Unsere Bank |
    Geldinstitut | Kreditinst. | Kontoführende Bank | Unsere Bankverbindung
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
    'contact',
    1,
    `
    Telefon | Telefax | Mobil | Fon | Handy | Mail | Tel.-Nr | Rufnummer | Telefonnummer | Durchwahl
  `,
  ),
]

import { type CaptionList, captions } from './caption.ts'

/** Captions of amounts as printed on German documents. */
export const GERMAN_MONEY: CaptionList = [
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
    Gesamtbeitrag | Netto Summe | Zwischensumme ohne MwSt | Summe ohne USt | Total exkl. MwSt | Total exkl. USt | Betrag ohne MwSt |
    Betrag exkl. MwSt | Summe exkl. USt | Gesamt exkl. USt | Gesamt ohne USt | Nettobetrag gesamt | Gesamtnettobetrag |
    Rechnungsbetrag ohne MwSt | Zwischensumme ohne USt | Warenwert ohne MwSt | Betrag ohne USt | Gesamtbetrag ohne MwSt |
    Gesamtbetrag ohne USt | Summe ohne Umsatzsteuer | Summe ohne Mehrwertsteuer | Gesamtsumme ohne MwSt | Gesamtwert netto
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
    in diesem Beitrag enthaltene Versicherungsteuer | davon MwSt | darin MwSt | enth. MwSt | zuzüglich USt | zuzügl. MwSt |
    Umsatzsteuerbetrag | Mehrwertsteuerbetrag | USt-Summe | MwSt-Summe | davon USt | darin USt | enthaltene USt | inkl. USt |
    zuzüglich gesetzlicher Umsatzsteuer | zuzüglich gesetzlicher MwSt | zzgl. gesetzlicher MwSt | zzgl. gesetzlicher USt |
    zzgl. ges. MwSt | zzgl. gesetzlicher Umsatzsteuer | Summe Steuern | Steuersumme | Summe Steuer | gesetzl. USt | gesetzliche USt |
    davon Umsatzsteuer | davon Mehrwertsteuer | inkl. Umsatzsteuer | inkl. Mehrwertsteuer | zuzügl. Umsatzsteuer |
    zzgl. gesetzliche MwSt | darin enthaltene USt | Summe Mehrwertsteuer | enthält MwSt | enthält USt
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
    inklusive Versicherungsteuer | Gesamtbetrag inkl. Umsatzsteuer | Summe inkl. Umsatzsteuer | Summe inkl. Mehrwertsteuer |
    Bruttowert | Total inkl. MwSt | Total inkl. USt | Rechnungsbetrag inkl. MwSt | Betrag inkl. MwSt | Rechnungsbetrag inkl. USt |
    Rechnungssumme inkl. MwSt | Fakturabetrag | Rechnungsbetrag gesamt | Rechnungswert | Gesamtforderung | Gesamtkosten | Gesamtwert |
    Gesamt inkl. USt | Betrag inkl. USt | Gesamtsumme inkl. USt | Gesamtbetrag inkl. Mehrwertsteuer | Gesamtendbetrag |
    Bruttosumme inkl. MwSt | Endpreis brutto
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
    Forderungsbetrag | Zu überweisen | Überweisungsbetrag | Restzahlung | Noch offen | Offener Rechnungsbetrag | Zahlbarer Betrag |
    Bitte zahlen | Noch zu zahlender Betrag | Restsumme | Fälliger Gesamtbetrag | Offene Forderung | Offener Restbetrag |
    Ausstehender Betrag | Zahlsumme | Zahlungsforderung | Noch zu begleichen | Verbleibend | Verbleibende Forderung | Offen |
    Noch zu überweisen | Zu begleichen | Zu begleichender Betrag | Zu bezahlen | Fällige Zahlung
  `,
  ),
  captions(
    'prepaid',
    1,
    `
    Bereits bezahlt | Anzahlung | Erhaltene Anzahlungen | Bereits gezahlt | abzgl. Anzahlung | Vorauszahlung | Geleistete Zahlungen |
    Abzüglich Anzahlung | abzüglich bereits bezahlt | Anzahlungen | Teilzahlung | Erhaltene Zahlungen | Erhaltene Zahlung |
    Bereits geleistet | Bereits erhalten | Abzüglich Zahlung | abzgl. Zahlungen | Geleistete Anzahlung | Geleistete Anzahlungen |
    Abschlagszahlung | Abschlagszahlungen | abzgl. Abschlagszahlung | Bezahlt | Gezahlt | Akonto | Akontozahlung | Bisherige Zahlungen |
    Angezahlt | abzgl. Vorauszahlung | Zahlungseingang | Zahlung erhalten | Erhaltene Anzahlung | abzgl. geleisteter Anzahlungen |
    abzgl. erhaltener Anzahlungen | abzgl. geleisteter Zahlungen | Bereits überwiesen | abzgl. Abschlagszahlungen | Bisher gezahlt
  `,
  ),
  captions(
    'allowances',
    1,
    `
    Rabatt | abzgl. Rabatt | Nachlass | Sondernachlass | Skonto | Gesamtbetrag der Abschläge | abzgl. Sondernachlass |
    abzüglich Rabatt | Gesamtrabatt | Gutschrift Betrag | Preisnachlass | Mengenrabatt | Treuerabatt | abzgl. Nachlass | Abzug
  `,
  ),
  captions(
    'charges',
    1,
    `
    Versandkosten | zzgl. Versandkosten | Versand | Frachtkosten | Fracht | Porto | Verpackung | Gesamtbetrag der Zuschläge |
    Porto und Verpackung | Porto & Versand | Mindermengenzuschlag | Bearbeitungsgebühr | Lieferkosten | Versandpauschale |
    Transportkosten | Verpackung und Versand | Versand und Verpackung | Versandkostenpauschale | zzgl. Porto | zzgl. Versand
  `,
  ),
  captions(
    'rounding',
    1,
    `
    Rundung | Rundungsdifferenz | Rundungsbetrag
  `,
  ),
  captions(
    'taxBase',
    1,
    `
    Steuerbasisbetrag | Basisbetrag | Bemessungsgrundlage | Steuerbasis | Basis | Umsatzsteueraufschlüsselung | Steueraufschlüsselung |
    USt. Satz | MwSt-Satz | Steuersatz | USt % | MwSt % | USt-Satz | Steuerzusammenfassung | Steuerübersicht | MwSt-Übersicht |
    USt-Übersicht | Steuersätze | MwSt-Aufstellung | Steueraufstellung
  `,
  ),
  captions(
    'inWords',
    1,
    `
    In Worten | Betrag in Worten
  `,
  ),
]

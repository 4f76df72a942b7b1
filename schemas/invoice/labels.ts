import type { CaptionSet } from '../../core/extraction/labels/index.ts'

/**
 * What a printed caption announces. Kinds that no field uses (`customerNumber`, `orderDate` …) are there to claim their captions: the longest
 * match wins, so "Lieferdatum" never counts as the invoice date and a customer number never as the invoice number.
 */
export type Caption =
  | 'number'
  | 'title'
  | 'creditTitle'
  | 'issueDate'
  | 'date'
  | 'dueDate'
  | 'deliveryDate'
  | 'period'
  | 'purchaseOrder'
  | 'buyerReference'
  | 'contract'
  | 'precedingInvoice'
  | 'paymentReference'
  | 'paymentTerms'
  | 'currency'
  | 'linesNet'
  | 'net'
  | 'tax'
  | 'gross'
  | 'total'
  | 'due'
  | 'prepaid'
  | 'allowances'
  | 'charges'
  | 'rounding'
  | 'taxBase'
  | 'inWords'
  | 'lineCount'
  | 'seller'
  | 'buyer'
  | 'shipTo'
  | 'payee'
  | 'otherParty'
  | 'name'
  | 'address'
  | 'vatId'
  | 'buyerVatId'
  | 'taxNumber'
  | 'inn'
  | 'kpp'
  | 'legalId'
  | 'iban'
  | 'bic'
  | 'bik'
  | 'account'
  | 'corrAccount'
  | 'bankName'
  | 'customerNumber'
  | 'orderDate'
  | 'otherNumber'
  | 'otherDate'
  | 'contact'
  | 'lineNumber'

const set = (kind: Caption, weight: number, texts: string): CaptionSet<Caption> => ({
  kind,
  weight,
  texts: texts.split('|').map((text) => text.trim()),
})

/** Captions as printed; case, accents, spaces and punctuation do not matter when matching. */
export const CAPTIONS: readonly CaptionSet<Caption>[] = [
  set(
    'number',
    1,
    `
      Rechnungsnummer | Rechnungsnr | Rechnung Nr | Rechnung Nummer | Rechn.-Nr | Re.-Nr | RG-Nr | RgNr | Beleg-Nr | Belegnummer |
      Rechnungs-Nr | Honorarnote Nr | Gutschriftsnummer | Gutschrift Nr | Gutschriftnummer
    `,
  ),
  set(
    'number',
    1,
    `
      Invoice number | Invoice no | Invoice # | Invoice num | Invoice ID | Inv no | Inv # | Tax invoice no | Tax invoice number |
      Bill no | Bill number | Credit note number | Credit note no | Credit memo no | Invoice Nr | Invoice reference |
      Number of invoice
    `,
  ),
  set(
    'number',
    0.6,
    `
      Document number | Document no | Booking ID | Receipt no | Receipt number | Belegnr | Dokumentnummer | Statement number
    `,
  ),
  set(
    'number',
    1,
    `
      Numéro de facture | N° de facture | N° facture | Facture n° | Facture numéro | Facture no | No facture | Num. facture |
      Réf. facture | Référence facture | N° d'avoir | Avoir n° | Numéro de l'avoir | Facture N | N° de la facture
    `,
  ),
  set(
    'number',
    1,
    `
      Номер счета | Счет № | Счет на оплату № | Счет-фактура № | Номер счета-фактуры | № счета | Счет-договор № | Счет-оферта № |
      Инвойс № | Номер инвойса | Номер документа | Счет N | Счет на оплату N | Счет-фактура N
    `,
  ),
  set(
    'number',
    1,
    `
      Factuurnummer | Factuurnr | Factuur nummer | Factuur nr | Número de factura | Nº de factura | Factura nº | Nº factura |
      Factura no | Numero fattura | Fattura n | Fattura nr | N. fattura | Numer faktury | Faktura nr | Faktura VAT nr | Nr faktury |
      Fakturanummer | Fakturanr | Fatura nº | Factuurno | Notanummer | Creditnotanummer
    `,
  ),
  set(
    'number',
    0.5,
    `
      Factuur | Invoice | Rechnung | Facture | Factura | Faktura | Invoice details
    `,
  ),
  set(
    'title',
    1,
    `
      Rechnung | Handelsrechnung | Mietrechnung | Schlussrechnung | Abschlagsrechnung | Teilrechnung | Anzahlungsrechnung |
      Sammelrechnung | Proforma-Rechnung | Honorarnote | Kostennote | Proformarechnung | Beitragsrechnung | Stromrechnung | Monatsrechnung | Honorarrechnung |
      Endrechnung | Rechnung/Lieferschein | Projektabschlussrechnung | Warenrechnung | Korrekturrechnung | Rechnungskorrektur
    `,
  ),
  set(
    'title',
    1,
    `
      Invoice | Tax invoice | Commercial invoice | VAT invoice | Pro forma invoice | Proforma invoice | Sales invoice | Final invoice |
      Bill
    `,
  ),
  set(
    'title',
    1,
    `
      Facture | Facture proforma | Facture d'acompte | Facture de solde | Facture de vente | Note de frais
    `,
  ),
  set(
    'title',
    1,
    `
      Счет | Счет на оплату | Счет-фактура | Счет-договор | Счет-оферта | Инвойс
    `,
  ),
  set(
    'title',
    1,
    `
      Factuur | Verkoopfactuur | Factura | Fattura | Faktura | Faktura VAT | Fatura | Nota | Kopie factuur
    `,
  ),
  set(
    'creditTitle',
    1,
    `
      Credit note | Credit memo | Avoir | Facture d'avoir | Note de crédit | Rechnungsgutschrift | Gutschrift | Stornorechnung |
      Creditnota | Creditfactuur | Nota di credito | Nota de crédito | Faktura korygująca | Корректировочный счет-фактура |
      Кредит-нота
    `,
  ),

  set(
    'issueDate',
    1,
    `
      Rechnungsdatum | Rechnung vom | Datum der Rechnung | Rechnungs-Datum | Ausstellungsdatum | Belegdatum | Rg.-Datum | Re.-Datum |
      Gutschriftsdatum | Rechn.-Datum | RE-Datum | RG-Datum
    `,
  ),
  set(
    'issueDate',
    1,
    `
      Invoice date | Date of invoice | Date of issue | Issue date | Date issued | Issued on | Billing date | Bill date |
      Tax invoice date | Credit note date | Inv date | Invoiced on | Invoice date / tax point | Tax point | Tax date | Document date |
      Issued
    `,
  ),
  set(
    'issueDate',
    1,
    `
      Date de facture | Date de la facture | Date facture | Date de facturation | Date d'émission | Date d'établissement | Facture du |
      Date émission | Date de l'avoir | Date d'avoir | Facturé le | Émise le | Date de création
    `,
  ),
  set(
    'issueDate',
    1,
    `
      Дата счета | Дата выставления | Дата выставления счета | Дата счета-фактуры | Дата составления | Дата документа | Дата инвойса |
      Дата выписки
    `,
  ),
  set(
    'issueDate',
    1,
    `
      Factuurdatum | Factuur datum | Datum factuur | Fecha de factura | Fecha factura | Fecha de emisión | Data fattura |
      Data emissione | Data wystawienia | Data faktury | Fakturadato | Fakturadatum | Data de emissão | Notadatum
    `,
  ),
  set(
    'date',
    0.75,
    `
      Datum | Date | Дата | Fecha | Data | Dato | Dated
    `,
  ),
  set(
    'dueDate',
    1,
    `
      Fällig am | Fälligkeitsdatum | Fälligkeit | Fälligkeitstag | Zahlbar bis | Zahlungsziel | Zu zahlen bis | Zahlungsfrist |
      Zahlungstermin | zahlbar bis zum | Fällig | fällig zum | zahlbar bis spätestens | bis spätestens | Zahlung bis |
      Zahlung bis zum | Zahlungsfälligkeit | Valuta | überweisen Sie bis zum | überweisen Sie bitte bis zum | überweisen Sie bis |
      begleichen Sie bis zum | netto bis | Fällig bis | ohne Abzug bis | ohne Abzug bis zum | Zahlbar ohne Abzug bis | Bezahlen bis |
      Abbuchung am | Einzug am | überweisen Sie den Betrag bis zum | überweisen Sie den Rechnungsbetrag bis zum | fällig bis zum
    `,
  ),
  set(
    'dueDate',
    1,
    `
      Due date | Date due | Payment due | Payment due date | Due on | Due by | Pay by | Payable by | Payment due by | Payable until |
      remit until | Please pay by | Invoice due date | Due | Payment date | Maturity date | Payment due on | Last date for payment |
      Total due by | Amount due by | Please remit by | Total amount due on | Payable on or before | Pay before | please pay before |
      Expiration date | Invoice due
    `,
  ),
  set(
    'dueDate',
    1,
    `
      Date d'échéance | Échéance | Échéance le | Date limite de paiement | Date limite de paiement le | À régler avant le |
      À payer avant le | Payable avant le | Date de règlement | À régler le | Payable le | Date de paiement | Échéance de paiement |
      Règlement avant le | Date échéance | Date d'exigibilité | Prélèvement à partir du | Payable au plus tard le
    `,
  ),
  set(
    'dueDate',
    1,
    `
      Срок оплаты | Оплатить до | Оплата до | Счет действителен до | Срок оплаты до | Дата оплаты | Оплатить не позднее |
      Срок платежа | Счет действителен до | К оплате до
    `,
  ),
  set(
    'dueDate',
    1,
    `
      Vervaldatum | Te betalen voor | Uiterste betaaldatum | Betaaldatum | Betalen voor | uiterlijk | Vervaldag |
      Fecha de vencimiento | Vencimiento | Data scadenza | Scadenza | Termin płatności | Forfallsdato | Förfallodatum | Forfaldsdato |
      Data de vencimento
    `,
  ),
  set(
    'deliveryDate',
    1,
    `
      Lieferdatum | Leistungsdatum | Liefer- und Leistungsdatum | Liefer-/Leistungsdatum | Tag der Lieferung | Lieferung am |
      Leistung am | Datum der Leistung | Datum der Lieferung | Liefertermin | Lieferzeitpunkt | Leistungszeitpunkt |
      Lieferdatum/Leistungsdatum | Leistungstag | Liefertag | Leistungs-/Lieferdatum | Leistungs- und Lieferdatum | Ausgeführt am |
      Übergabe am
    `,
  ),
  set(
    'deliveryDate',
    1,
    `
      Delivery date | Date of delivery | Date of supply | Supply date | Service date | Date of service | Delivered on | Ship date |
      Shipping date | Shipped on | Date shipped
    `,
  ),
  set(
    'deliveryDate',
    1,
    `
      Date de livraison | Livraison le | Livré le | Date de prestation | Date de la prestation | Date d'exécution |
      Date de la livraison | Date de l'opération
    `,
  ),
  set(
    'deliveryDate',
    1,
    `
      Дата поставки | Дата отгрузки | Дата оказания услуг | Дата передачи | Leverdatum | Fecha de entrega | Data consegna |
      Data sprzedaży | Data dostawy | Leveringsdato | Leveransdatum | Datum levering
    `,
  ),
  set(
    'period',
    1,
    `
      Leistungszeitraum | Abrechnungszeitraum | Rechnungszeitraum | Liefer-/Leistungszeitraum | Zeitraum | Lieferzeitraum |
      Berechnungszeitraum | Billing period | Invoice period | Service period | Period | Période | Période de facturation |
      Period of service | Период | Расчетный период | Период оказания услуг | Factuurperiode | Periode | Für den Zeitraum |
      for the billing period | Statement period
    `,
  ),

  set(
    'purchaseOrder',
    1,
    `
      Bestellnummer | Bestell-Nr | Ihre Bestellnummer | Bestellung Nr | Ihre Bestellung | Bestellung | Bestellung Nr. Kunde |
      Ihre Bestell-Nr | Auftragsnummer des Kunden | Kundenbestellnummer | Bestellreferenz | Ihr Auftrag | gemäß Bestellung Nr |
      gemäß Bestellung | Ihre Bestellung Nr | Ihre Auftragsnummer | Kundenauftrag | Kundenauftragsnummer
    `,
  ),
  set(
    'purchaseOrder',
    1,
    `
      Purchase order | PO number | P.O. number | PO no | PO # | P.O. # | P.O. no | Your order | Customer PO | Purchase order number |
      Purchase order no | PO | P.O. | Customer order | Customer order no | Your order no | Your order number | Customer order number |
      Your PO | Buyer order no | Purchase order ref
    `,
  ),
  set(
    'purchaseOrder',
    0.7,
    `
      Order | Order no | Order number | Order # | Order ID | Your reference | Your ref | Commande | Auftrag | Votre référence |
      Auftragsnummer | Auftrags-Nr | Auftrag Nr | V/Réf | Votre réf | Uw referentie | Ordernummer | Заказ
    `,
  ),
  set(
    'purchaseOrder',
    1,
    `
      Bon de commande | N° de commande | N° commande | Numéro de commande | Votre commande | Commande n° | Référence commande |
      Commande client | N° de bon de commande | Réf. commande | Votre commande n° | BC n° | Заказ № | Номер заказа |
      Заказ покупателя № | Inkooporder | Inkoopordernummer | Uw ordernummer | Número de pedido | Pedido | Numero ordine | Ordine n |
      Numer zamówienia | Bestelnummer | Uw bestelling | Uw order | Nº de pedido
    `,
  ),
  set(
    'buyerReference',
    0.8,
    `
      Referenz des Käufers | Ihr Zeichen | Leitweg-ID | Ihre Referenz | Buyer reference | Customer reference | Customer ref |
      Référence client | Réf. client | Uw kenmerk | Kundenreferenz | Votre réf
    `,
  ),
  set(
    'contract',
    0.8,
    `
      Vertrag | Vertragsnummer | Vertrag Nr | Vertrags-Nr | Contract | Contract number | Contract no | Contrat | Contrat n° |
      N° de contrat | Réf. marché | Agreement ref | Договор | Договор № | Основание | Contractnummer | Numéro de contrat | Marché n°
    `,
  ),
  set(
    'precedingInvoice',
    1,
    `
      Facture liée | Facture d'origine | Rechnungsbezug | zur Rechnung | zur Rechnung Nr | Original invoice | Original invoice number |
      Original invoice no | Related invoice | Ursprungsrechnung | Originalrechnung | Bezug Rechnung | Facture d'acompte n° |
      к счету-фактуре № | Исправление № | Avoir sur facture | sur facture n° | Corrects invoice | Korrektur zu Rechnung |
      vorherige Rechnung | Gutschrift zu Rechnung | Betreffende factuur | Facture concernée | Original facture
    `,
  ),
  set(
    'paymentReference',
    0.9,
    `
      Zahlungsreferenz | Verwendungszweck | Payment reference | Référence de paiement | Назначение платежа | Betalingskenmerk |
      Referenz (bitte bei Zahlung angeben) | Structured communication | Communication structurée | Reference for payment |
      Bei Zahlung bitte angeben | KID | OCR-nummer | Betaalkenmerk
    `,
  ),
  set(
    'paymentTerms',
    0.9,
    `
      Zahlungsbedingungen | Zahlungsbedingung | Zahlungskonditionen | Payment terms | Terms of payment | Terms |
      Conditions de paiement | Conditions de règlement | Modalités de paiement | Условия оплаты | Betalingsconditie |
      Betalingstermijn | Zahlungsinformationen | Betaalconditie | Betalingsvoorwaarden | Condiciones de pago | Zahlungsweise |
      Zahlungsart | Payment method | Mode de paiement | Mode de règlement | Modes de règlement | Zahlungsform | Payment mode |
      Versandart
    `,
  ),
  set(
    'currency',
    1,
    `
      Währung | Rechnungswährung | Beträge in | Currency | Invoice currency | Devise | Monnaie | Валюта | Valuta factuur | Moneda |
      Alle Beträge in | Валюта: наименование, код | Montants en | Montants exprimés en | All amounts in | Amounts in | Munteenheid
    `,
  ),

  set(
    'linesNet',
    0.9,
    `
      Positionssumme | Zwischensumme | Summe Positionen | Warenwert | Sum of lines | Lines total | Items total | Total lignes |
      Sous-total | Sous total | Subtotaal | Summe der Positionen | Goods total | Warenwert netto | Zwischensumme netto |
      Somme des lignes
    `,
  ),
  set(
    'net',
    1,
    `
      Nettobetrag | Summe netto | Netto | Gesamt netto | Nettosumme | Netto gesamt | Gesamtnetto | Rechnungssumme netto |
      Rechnungssumme ohne USt | Rechnungsbetrag netto | Summe (netto) | Gesamtbetrag netto | Nettowert | Gesamtsumme netto |
      Total netto | Netto-Betrag | Nettogesamtbetrag | Nettorechnungsbetrag | Endbetrag netto | Summe ohne MwSt | Summe exkl. MwSt |
      Gesamt exkl. MwSt | Gesamt ohne MwSt | Betrag netto | Summe Netto EUR | Netto-Summe | Gesamtpreis netto | Zwischensumme (netto) |
      Rechnungssumme Netto (excl. USt.) | Rechnungssumme Netto (exkl. USt.) | Auftragssumme netto | Nettoentgelt | Summe Nettobeträge |
      Gesamtbeitrag | Netto Summe | Zwischensumme ohne MwSt
    `,
  ),
  set(
    'net',
    1,
    `
      Subtotal | Sub total | Sub-total | Net total | Total net | Net amount | Net | Total excl. VAT | Total excluding VAT |
      Total ex VAT | Total before tax | Amount before tax | Taxable amount | Total (excl. VAT) | Net value | Total exclusive of VAT |
      Subtotal excl. VAT | Subtotal in | Subtotal without VAT | Total without VAT | Total net amount | Total excl. tax |
      Total w/o tax | Net subtotal | Net price | Subtotal (excl. VAT) | Total excluding tax | Invoice net total | Total exc VAT |
      Total excl. of VAT | Total taxable amount | Net invoice total | Subtotal less discount | Nett total | Goods net |
      Total net value | Total untaxed | Untaxed amount | Amount net
    `,
  ),
  set(
    'net',
    1,
    `
      Total HT | Montant HT | Total hors taxes | Total H.T. | Montant total HT | Total net HT | Sous-total HT | Net HT | Total HT net |
      Total général HT | Montant hors taxes | Total hors TVA | Total HTVA | Base HT | Total hors taxe | Montant net HT |
      Prix total HT | Total HT après remise | Net commercial | Montant total hors taxes | Total EUR HT
    `,
  ),
  set(
    'net',
    1,
    `
      Итого без НДС | Сумма без НДС | Всего без НДС | Стоимость без НДС | Итого без учета НДС | Сумма без учета НДС |
      Всего без учета НДС | Стоимость товаров без налога | Итого без налога | Итого (без НДС)
    `,
  ),
  set(
    'net',
    1,
    `
      Totaal excl. btw | Totaal exclusief btw | Subtotaal excl. btw | Bedrag excl. btw | Totaal excl. | Netto bedrag | Nettobedrag |
      Base imponible | Totale imponibile | Imponibile | Razem netto | Wartość netto | Totaal netto | Grondslag | Total sin IVA |
      Suma netto | Netto totaal | Totale netto | Subtotaal (excl. btw)
    `,
  ),
  set(
    'tax',
    1,
    `
      MwSt | USt | Umsatzsteuer | Mehrwertsteuer | zzgl. MwSt | zzgl. USt | zzgl. Umsatzsteuer | zuzüglich Umsatzsteuer |
      zuzüglich MwSt | Zuzügl. USt | Steuerbetrag | MwSt.-Betrag | USt.-Betrag | MwSt Betrag | Summe Umsatzsteuer | USt. Gesamt |
      Steuerbetrag in | Gesamt USt | Summe MwSt | Summe USt | gesetzl. MwSt | gesetzliche MwSt | zzgl. gesetzl. MwSt |
      enthaltene MwSt | inkl. MwSt | darin enthaltene MwSt | Gesamt MwSt | MwSt. gesamt | Umsatzsteuer gesamt | Versicherungsteuer |
      Versicherungssteuer | zuzüglich Mehrwertsteuer | zzgl. Mehrwertsteuer | enthaltene Umsatzsteuer | Steuer | Steuern |
      Steuer gesamt | enthaltene Mehrwertsteuer | plus MwSt | plus USt | gesetzliche Umsatzsteuer | Gesamtbetrag MwSt |
      in diesem Beitrag enthaltene Versicherungsteuer | davon MwSt | darin MwSt | enth. MwSt
    `,
  ),
  set(
    'tax',
    1,
    `
      VAT | Tax | VAT amount | Total VAT | VAT total | Tax total | Total tax | Sales tax | Tax amount | GST | Total taxes | plus VAT |
      Value added tax | HST | Total GST | GST amount | Output VAT | VAT @ | VAT at | Tax (VAT) | Total VAT amount | Includes VAT |
      Including VAT | Incl. VAT | of which VAT
    `,
  ),
  set(
    'tax',
    1,
    `
      TVA | Montant TVA | Total TVA | Total taxes | Montant de la TVA | T.V.A. | Total T.V.A. | Montant total TVA | Dont TVA |
      TVA totale | Montant TVA total | Taxes | Taxe | Total de la TVA | TVA à | Montant total de la TVA | Montant taxe
    `,
  ),
  set(
    'tax',
    1,
    `
      НДС | Сумма НДС | В том числе НДС | Итого НДС | в т.ч. НДС | Сумма налога | Всего НДС | В том числе налог | в тч НДС | Налог |
      Сумма НДС итого | Включая НДС | Итого сумма НДС | НДС всего
    `,
  ),
  set(
    'tax',
    1,
    `
      BTW | BTW bedrag | Totaal BTW | Btw-bedrag | IVA | Cuota IVA | Totale IVA | Importo IVA | VAT kwota | Kwota VAT | Razem VAT |
      MVA | Moms | Total IVA | Imposta | Btw totaal | Importe IVA | PTU
    `,
  ),
  set(
    'gross',
    1,
    `
      Gesamtbetrag brutto | Bruttobetrag | Rechnungsbetrag | Bruttosumme | Gesamtsumme | Endbetrag | Summe inkl. USt |
      Summe inkl. MwSt | Summe brutto | Gesamt brutto | Rechnungssumme | Rechnungssumme Brutto | Rechnungssumme Brutto (inkl. USt.) |
      Brutto | Gesamtbetrag inkl. MwSt | Rechnungsendbetrag | Gesamtrechnungsbetrag | Endsumme | Rechnungsgesamtbetrag |
      Gesamt inkl. MwSt | Brutto gesamt | Gesamtpreis brutto | Gesamtbetrag inkl. USt | Rechnungsbeitrag | Rechnungsbetrag brutto |
      Betrag brutto | Gesamtsumme brutto | Summe (brutto) | Total brutto | Rechnungstotal | Gesamtbrutto | Summe brutto (in Euro) |
      Gesamtsumme inkl. MwSt | Bruttogesamtbetrag | Brutto-Betrag | Bruttorechnungsbetrag | Endbetrag brutto | Gesamtbetrag (brutto) |
      inklusive Versicherungsteuer
    `,
  ),
  set(
    'gross',
    1,
    `
      Grand total | Invoice total | Total incl. VAT | Total including VAT | Total invoice amount | Total inc VAT | Total (incl. VAT) |
      Total with VAT | Gross total | Total gross | Gross amount | Total invoice | Total amount | Total inclusive of VAT | Total in |
      Total for this invoice | Invoice amount | Gross | Total incl. tax | Total including tax | Total gross amount | Total inc. GST |
      Total incl. GST | Amount incl. VAT | Total value | Total sum | Invoice value | Total charges | Total credit |
      Total Amount incl. VAT | Total price
    `,
  ),
  set(
    'gross',
    1,
    `
      Total TTC | Montant TTC | Net à payer TTC | Total T.T.C. | Montant total TTC | Total toutes taxes comprises | Total facture |
      Total général | Montant EUR TTC | Total général TTC | Montant de la facture | Total à payer TTC | Total TVAC | Montant total |
      TTC | Total TVA comprise | Total TVA incluse | Prix total TTC | Total EUR TTC
    `,
  ),
  set(
    'gross',
    1,
    `
      Всего к оплате | Итого к оплате | Итого с НДС | Всего с НДС | Сумма к оплате | Стоимость с НДС | Итого с учетом НДС |
      Всего с учетом НДС | Сумма с НДС | Общая сумма | Всего по счету | Итого по счету | Итого сумма | Общая стоимость |
      Стоимость товаров с налогом | Сумма счета | Итоговая сумма | Общая сумма с НДС
    `,
  ),
  set(
    'gross',
    1,
    `
      Totaal incl. btw | Totaal inclusief btw | Factuur totaal | Factuurtotaal | Totaal bedrag | Totaalbedrag | Factuurbedrag |
      Total con IVA | Importe total | Total factura | Totale fattura | Totale documento | Razem brutto | Wartość brutto | Do zapłaty |
      Totaal factuur | Totale | Totaalbedrag incl. btw | Bedrag incl. btw | Suma brutto | Totale da pagare | Total a pagar |
      Totaal incl.
    `,
  ),
  set(
    'total',
    1,
    `
      Total | Gesamtbetrag | Gesamt | Summe | Totaal | Итого | Всего | Total général | Gesamtpreis | Sum | Betrag | Amount | Montant |
      Сумма | Total EUR | Summa | Razem | Total (EUR) | Total USD | Total GBP | Total CHF | Summe EUR | Gesamt EUR | Total Euro |
      Total amount of the invoice | TOTAL €
    `,
  ),
  set(
    'due',
    1,
    `
      Zahlbetrag | Offener Betrag | Zu zahlen | Zu zahlender Betrag | Restbetrag | Fälliger Betrag | Zahlungsbetrag |
      zu zahlender Beitrag | Noch zu zahlen | Zu zahlender Gesamtbetrag | Offener Saldo | Verbleibender Betrag | Restforderung |
      Forderungsbetrag | Zu überweisen | Überweisungsbetrag | Restzahlung | Noch offen | Offener Rechnungsbetrag
    `,
  ),
  set(
    'due',
    1,
    `
      Amount due | Balance due | Total due | Amount payable | Due payable | Total payable | Residual | Balance | Outstanding |
      Balance to pay | Total amount due | Amount to pay | To pay | Payable | Total to pay | Pay this amount | Outstanding balance |
      Total amount payable | Payable amount | Remaining balance | Amount outstanding | Please pay | Invoice balance | Net payable |
      Balance outstanding | Amount owing | Remaining due | Current balance
    `,
  ),
  set(
    'due',
    1,
    `
      Solde à payer | Net à payer | Montant à payer | Reste à payer | Somme à payer | Reste dû | Solde dû | Solde | Total à payer |
      À payer | Net à régler | Montant dû | Montant à régler | Reste à régler | Total dû | Solde restant dû | Total à régler |
      Montant du prélèvement
    `,
  ),
  set(
    'due',
    1,
    `
      К оплате | Остаток к оплате | Осталось оплатить | Te betalen | Openstaand bedrag | Nog te betalen | Te voldoen |
      Pozostało do zapłaty | Netto a pagare | Saldo | Te betalen bedrag | Totaal te betalen | Importe a pagar | Razem do zapłaty |
      Att betala | At betale | Å betale | Da pagare
    `,
  ),
  set(
    'prepaid',
    1,
    `
      Bereits bezahlt | Anzahlung | Erhaltene Anzahlungen | Bereits gezahlt | abzgl. Anzahlung | Vorauszahlung | Geleistete Zahlungen |
      Paid | Amount paid | Prepaid | Deposit | Less deposit | Advance payment | Payments | Payment received | Less payments |
      Already paid | Acompte | Acompte versé | Déjà payé | Déjà réglé | Montant déjà payé | Acomptes versés | Аванс | Предоплата |
      Оплачено | Зачтено аванса | Reeds betaald | Aanbetaling | Voorschot | Acomptes | Amount prepaid | Total paid |
      Abzüglich Anzahlung | abzüglich bereits bezahlt | Anzahlungen | Paid amount | Paid to date | Teilzahlung | Erhaltene Zahlungen |
      Down payment | Avance | Zapłacono | Paiement reçu | Montant payé | Règlement reçu
    `,
  ),
  set(
    'allowances',
    1,
    `
      Rabatt | abzgl. Rabatt | Nachlass | Sondernachlass | Skonto | Gesamtbetrag der Abschläge | Discount | Less discount |
      Total discount | Remise | Remise globale | Rabais | Escompte | Скидка | Korting | Descuento | Sconto | Rabat |
      abzgl. Sondernachlass | abzüglich Rabatt | Remise commerciale | Total remises | Remise totale | Сумма скидки | Gesamtrabatt |
      Credits | Gutschrift Betrag | Coupon
    `,
  ),
  set(
    'charges',
    1,
    `
      Versandkosten | zzgl. Versandkosten | Versand | Frachtkosten | Fracht | Porto | Verpackung | Gesamtbetrag der Zuschläge |
      Shipping | Shipping cost | Freight | Delivery charge | Handling | Postage | Shipping & handling | Shipping and handling |
      Frais de port | Port | Frais de livraison | Transport | Доставка | Verzendkosten | Gastos de envío | Spese di trasporto |
      Porto und Verpackung | Port et emballage | Frais de transport | Delivery | Porto & Versand | Surcharge | Mindermengenzuschlag |
      Bearbeitungsgebühr
    `,
  ),
  set(
    'rounding',
    1,
    `
      Rundung | Rundungsdifferenz | Rounding | Arrondi | Округление | Afronding | Rounding adjustment
    `,
  ),
  set(
    'taxBase',
    1,
    `
      Steuerbasisbetrag | Basisbetrag | Bemessungsgrundlage | Base | Tax base | Base TVA | Base de TVA | Steuerbasis | Basis |
      Umsatzsteueraufschlüsselung | Steueraufschlüsselung | VAT breakdown | VAT rate | Tax rate | Taux TVA | Taux de TVA | Taux |
      USt. Satz | MwSt-Satz | Steuersatz | Ставка НДС | Налоговая ставка | BTW % | USt % | MwSt % | VAT % | Tax % | % TVA | TVA % |
      НДС % | % НДС | VAT code | Code TVA | USt-Satz | Btw-tarief
    `,
  ),
  set(
    'inWords',
    1,
    `
      Сумма прописью | In Worten | Amount in words | Montant en lettres | Arrêté la présente facture à la somme de |
      Arrêtée la présente facture à la somme de | Betrag in Worten | In words | Słownie | Total in words
    `,
  ),
  set(
    'lineCount',
    1,
    `
      Всего наименований
    `,
  ),

  set(
    'seller',
    1,
    `
      Verkäufer | Rechnungsersteller | Rechnungssteller | Lieferant | Leistungserbringer | Absender | Rechnungsaussteller |
      Auftragnehmer | Seller | Vendor | Supplier | From | Bill from | Billed by | Issued by | Sold by | Service provider | Émetteur |
      Vendeur | Fournisseur | Prestataire | Поставщик | Продавец | Исполнитель | Подрядчик | Leverancier | Verkoper | Proveedor |
      Vendedor | Emisor | Fornitore | Cedente | Sprzedawca | Поставщик (Исполнитель) | Продавец (Исполнитель) | Invoice from |
      Remit from | Your details from | Exporter | Émise par | Shipper/Exporter | Cedente/prestatore | Wystawca
    `,
  ),
  set(
    'buyer',
    1,
    `
      Käufer | Käufer/Leistungsempfänger | Rechnungsempfänger | Rechnung an | Rechnungsadresse | Rechnungsanschrift | Kunde |
      Empfänger | Leistungsempfänger | Auftraggeber | An | Bill to | Bill to address | Billed to | Invoice to | Invoiced to | Sold to |
      Customer | Buyer | Client | To | Billing address | Invoice address | Bill-to | Customer name | Guest name | Billing to |
      Issued to | Purchaser | Charge to | Account of | Sold-to | Prepared for | For | Attention | Billing details | Customer details |
      Client name | Bill to name | Sold to party
    `,
  ),
  set(
    'buyer',
    1,
    `
      Facturé à | Adresse de facturation | Destinataire | Acheteur | Facturer à | Nom de l'abonné | Client facturé | Покупатель |
      Заказчик | Плательщик | Клиент | Покупатель (Заказчик) | Factuuradres | Klant | Koper | Factuur aan | Aan | Afnemer | Comprador |
      Cliente | Cessionario | Acquirente | Nabywca | Facturar a | Facturado a | Fatturato a | Spett.le | Intestatario |
      Cessionario/committente | Kunde/Rechnungsempfänger | Adressé à | Facturation | Gefactureerd aan | Debiteur | Datos del cliente |
      Заказчик (Покупатель) | Klientas | Odbiorca faktury | À l’attention de
    `,
  ),
  set(
    'shipTo',
    1,
    `
      Lieferadresse | Lieferanschrift | Warenempfänger | Abweichender Warenempfänger | Lieferung an | Ship to | Delivery address |
      Deliver to | Shipping address | Shipped to | Ship-to | Adresse de livraison | Livré à | Livraison | Грузополучатель |
      Грузополучатель и его адрес | Afleveradres | Leveringsadres | Dirección de envío | Destinazione | Odbiorca |
      Adresse de l'installation | Lieferadresse / Delivery address | Leistungsort | Destination | Bezorgadres | Livrer à |
      Lieu de livraison
    `,
  ),
  set(
    'payee',
    1,
    `
      Zahlungsempfänger | Abweichender Zahlungsempfänger | Kontoinhaber | Kontoname | Account holder | Account name | Payee |
      Beneficiary | Bénéficiaire | Titulaire du compte | Получатель | Pay to | Remit to | Begunstigde | Ten name van | t.n.v. |
      Name of account | Beneficiary name | Titular | Beneficiario | Inhaber | All Payment to be made in favor of |
      Payment to be made to | Make all checks payable to | Make checks payable to | Titulaire
    `,
  ),
  set(
    'otherParty',
    1,
    `
      Грузоотправитель | Грузоотправитель и его адрес | Steuerbevollmächtigter des Verkäufers | Ansprechpartner | Sachbearbeiter |
      Contact commercial | Sales contact | Contact person | Contact | Kontakt | Bearbeiter | Ihr Ansprechpartner | Geschäftsführer |
      Geschäftsführung | Geschäftsleitung | Versicherungsbüro | Bei Rückfragen | Vorstand | Aufsichtsrat | Hotel details | Rückfragen |
      Your contact | Votre contact | Votre interlocuteur | Interlocuteur | Agent | Vertreter | Contactpersoon | Salesperson |
      Directors | Geschäftsf | Sales rep | Vendeur contact | Руководитель | Главный бухгалтер | Бухгалтер | Менеджер | Ответственный |
      Notes | Hinweis | Bemerkungen | Remarks | Comments | Betreff | Subject | Objet | Onderwerp | Order by | Ordered by | Carrier |
      Spediteur | Transporteur
    `,
  ),
  set(
    'name',
    0.9,
    `
      Name | Firma | Firmenname | Company | Company name | Nom | Raison sociale | Наименование | Организация | Naam | Bedrijf |
      Nombre | Razón social | Ragione sociale | Nazwa | Société | Bedrijfsnaam
    `,
  ),
  set(
    'address',
    0.9,
    `
      Anschrift | Adresse | Address | Адрес | Юридический адрес | Adres | Dirección | Indirizzo | Straße | Street | Postal address |
      Registered address | Адрес места нахождения | Domicilio | Почтовый адрес
    `,
  ),

  set(
    'vatId',
    1,
    `
      USt-IdNr | USt.-Id.-Nr | USt-ID | USt-Identnr | USt.-Identnr | UStId | UStID Nr | Umsatzsteuer-ID |
      Umsatzsteuer-Identifikationsnummer | Umsatzsteuer-ID-Nr | UID | UID-Nr | UID-Nummer | USt-Identifikationsnummer | Ust-Ident-Nr |
      MwSt-Nr | MWST-Nummer | Umsatzsteuer-Id-Nummer | Umsatzsteuer-Identnummer | Umsatzsteuer ID-Nr |
      Umsatzsteueridentifikationsnummer | Unsere USt-IdNr | Ust.IdNr
    `,
  ),
  set(
    'vatId',
    1,
    `
      VAT ID | VAT number | VAT no | VAT reg no | VAT registration number | VAT registration no | VAT Reg. Nr | VAT ID no |
      VAT identification number | Tax ID | VAT Nr | VAT-ID | VAT reg | VATIN | EU VAT | GSTIN | GST no | GST number | ABN | EIN |
      Tax identification number | VAT reg number | Our VAT number | VAT | GST Reg No | GST registration no | GST ID |
      Tax registration number | TRN | Company VAT
    `,
  ),
  set(
    'vatId',
    1,
    `
      N° TVA | TVA | TVA intracommunautaire | N° TVA intracommunautaire | Numéro de TVA | N° de TVA | N° de TVA intracommunautaire |
      N° TVA intra | TVA intracom | TVA intra | N° TVA Intra-communautaire | N° de TVA intra communautaire | Identifiant TVA |
      Id. TVA | Numéro TVA | Numéro de TVA intracommunautaire | N° id. TVA | TVA FR | N° identification TVA |
      Code TVA intracommunautaire | Numéro TVA intracommunautaire | N° Intracommunautaire
    `,
  ),
  set(
    'vatId',
    1,
    `
      BTW-nummer | BTW nummer | BTW nr | Btw-id | BTW | NIF | CIF | NIF/CIF | P.IVA | Partita IVA | NIP | Btw-identificatienummer |
      BTW-nr | Ons BTW nummer | P. IVA | C.I.F. | N.I.F. | VAT UE | DIČ | CVR | Org.nr | Ondernemingsnummer | MVA nr
    `,
  ),
  set(
    'buyerVatId',
    1,
    `
      Ihre USt-IdNr | Ihre USt.-IdentNr | Ihre UID | Ihre Umsatzsteuer-ID | USt-IdNr Kunde | USt-IdNr. des Kunden | Customer VAT |
      Customer VAT number | Your VAT number | Your VAT no | Customer VAT ID | Buyer VAT | N° TVA client | TVA client | Votre n° TVA |
      N° de TVA client | N° TVA du client | Uw BTW nummer | BTW nummer klant | Ihre USt-ID | Ihre USt-Id-Nr | Client VAT |
      Your VAT ID | Kunden USt-ID | Ihre Ust.Id | Kunden-USt-IdNr | Votre TVA | Votre numéro de TVA | Your VAT | Customer VAT no |
      Customer Tax ID | Ihre USt-Identnr | Uw btw-nr | Customer VAT Reg No | Votre N° TVA intracommunautaire |
      Votre numéro de TVA intracommunautaire | TVA intra client | UID Kunde | Ihre UID-Nummer | N° TVA intra client | Btw-nr klant
    `,
  ),
  set(
    'taxNumber',
    1,
    `
      Steuernummer | Steuernr | Steuer-Nr | St.-Nr | StNr | Steuer Nr | Tax number | Tax no | Finanzamt St.-Nr | St.Nr |
      Steuer-Nummer | Tax reg no
    `,
  ),
  set(
    'inn',
    1,
    `
      ИНН | ИНН/КПП | ИНН продавца | ИНН покупателя | ИНН/КПП продавца | ИНН/КПП покупателя | ИНН КПП
    `,
  ),
  set(
    'kpp',
    1,
    `
      КПП
    `,
  ),
  set(
    'legalId',
    1,
    `
      SIRET | SIREN | RCS | N° SIRET | Siret | N° SIREN | HRB | HRA | Handelsregister | Handelsregisternummer | Registergericht |
      ОГРН | ОГРНИП | KvK | KVK nummer | Company number | Company no | Company registration number | Registered number |
      Company reg no | Company registration | Registration number | Reg. no | KvK-nr | Chamber of commerce | Registration no | CIN |
      REGON | HRB Nr | HRA Nr | Handelsreg | Kamer van Koophandel | Amtsgericht | KvK-nummer | CRN | Company reg |
      Registered in England No | Siret n° | RCS n°
    `,
  ),
  set(
    'iban',
    1,
    `
      IBAN | IBAN-Nr | IBAN No | Kontonummer (IBAN) | IBAN number | IBAN Code
    `,
  ),
  set(
    'bic',
    1,
    `
      BIC | SWIFT | BIC/SWIFT | SWIFT/BIC | Verkäufer-BIC | SWIFT code | SWIFT-BIC | BIC-Code | BIC code | Swift-Code | BIC (SWIFT) |
      SWIFT (BIC)
    `,
  ),
  set(
    'bik',
    1,
    `
      БИК
    `,
  ),
  set(
    'account',
    1,
    `
      р/с | Расчетный счет | Расч. счет | Счет получателя | Сч. № | Сч № | р/счет | Kontonummer | Konto-Nr | Kto-Nr | Kontonr |
      Account number | Account no | Konto | N° de compte | Rekeningnummer | Kto | Account | Bank account | A/C no | Rek. nr |
      Rekening | Numéro de compte | Rachunek | Numer konta
    `,
  ),
  set(
    'corrAccount',
    1,
    `
      к/с | Корр. счет | Корсчет | Корреспондентский счет | кор. счет | к/счет | Кор/счет
    `,
  ),
  set(
    'bankName',
    1,
    `
      Bank | Bankname | Banque | Банк | Банк получателя | Bank name | Kreditinstitut | Bankverbindung | Наименование банка |
      Nom de la banque | Banco | Banca | Geldinstitut | Name der Bank | Bank details | Domiciliation
    `,
  ),
  set(
    'customerNumber',
    1,
    `
      Kundennummer | Kunden-Nr | Kundennr | Kunden Nr | Ihre Kundennummer | Customer number | Customer no | Customer ID | Customer # |
      Account ID | Client ID | N° client | Numéro client | Code client | Id client | Id.client | Numéro de dossier | Numéro de ligne |
      Réf client | Номер клиента | Код клиента | Klantnummer | Klantnr | Debiteurnummer | Debitor | Debitorennummer | Mitgliedsnummer |
      Ihre Nummer | Nummer | Client no | Client number | Numéro de client | Debitoren-Nr | Customer code | Cust. no | Klant nr |
      Klantcode | Debiteurnr | N° de client | N° compte client | Compte client | Kdnr | Kd.-Nr | Kd-Nr
    `,
  ),
  set(
    'orderDate',
    1,
    `
      Bestelldatum | Auftragsdatum | Order date | Date of order | Date de commande | Дата заказа | Orderdatum | Bestellung vom |
      gemäß Bestellung vom | Commande du | Auftrag vom | Date commande | Besteldatum | PO date | Purchase order date |
      Ihre Bestellung vom | Ihr Auftrag vom
    `,
  ),
  set(
    'otherNumber',
    1,
    `
      Lieferscheinnummer | Lieferschein | Lieferschein-Nr | Lieferschein Nr | Lieferung Nr | Lieferavis | Delivery note |
      Delivery note no | Delivery number | Bon de livraison | BL n° | N° de BL | Накладная | Накладная № | Projektnummer | Project |
      Projekt | Projekt-Nr | Angebot | Angebotsnummer | Angebot Nr | Quote no | Quote | Devis | Devis n° | N° devis | Quotation |
      Globale Nummer | GTIN | EAN | Seriennummer | Serial number | Vorgangsnummer | Vorgang | Reference | Referenz | Référence |
      Our reference | Our ref | Unser Zeichen | Notre référence | N/Réf | Weitere Referenz | Buchungsreferenz | Pakbonnummer | Pakbon |
      Ons kenmerk | Kenmerk | Blz | BLZ | Bankleitzahl | Sort code | Sort-Code | Code banque | ОКПО | ОКВЭД |
      к платежно-расчетному документу | К платежно-расчетному документу № | Документ об отгрузке | IFSC code | Billing ID |
      Domain name | APE | Code APE | NAF | Versicherungsnummer | VSNR | Vertragskonto | Zählernummer | Mandatsreferenz | Gläubiger-ID |
      Gläubiger-Identifikationsnummer | Incoterms | Tracking no | Ticket | Account number | Kostenstelle | Projectnummer |
      Reference no | Ref | Réf | Beleg | Creditor identifier | Mandate reference | Mandat | Routing number | Réf. interne | Dossier |
      Affaire | Sendungsnummer | Job no | Job | Auftrag intern | Ausgangsrechnung
    `,
  ),
  set(
    'otherDate',
    1,
    `
      Druckdatum | Print date | Check in | Check out | Stand | Gültig bis | Valid until | Действителен до | Lieferscheindatum |
      Delivery note date | Date du devis | Date d'impression | Vertragsbeginn | Buchungsdatum | Angebotsdatum | Date d’adhésion |
      Skonto bis | Date of birth | Geburtsdatum | Data wpływu | Quote date | Abreise | Anreise | Arrival | Departure
    `,
  ),
  set(
    'contact',
    1,
    `
      Telefon | Tel | Phone | Fax | Telefax | E-Mail | Email | Mail | Internet | Web | URL | Website | Téléphone | Tél | Portable |
      Mobil | Mobile | Телефон | Тел | Эл. почта | Site | Telefoon | Fon | Handy | Courriel | Homepage | Cell
    `,
  ),
  set(
    'lineNumber',
    1,
    `
      Seite | Page | Страница | Стр | Pagina | Лист
    `,
  ),
]

import type { Language } from '../../sample.ts'

/** What a caption stands for. `col…` are headings of the item table. */
export type Slot =
  | 'title'
  | 'number'
  | 'issueDate'
  | 'dueDate'
  | 'deliveryDate'
  | 'purchaseOrder'
  | 'buyerReference'
  | 'seller'
  | 'buyer'
  | 'vatId'
  | 'taxRegId'
  | 'legalId'
  | 'phone'
  | 'email'
  | 'bank'
  | 'account'
  | 'net'
  | 'tax'
  | 'gross'
  | 'due'
  | 'prepaid'
  | 'taxTable'
  | 'colNo'
  | 'colItem'
  | 'colName'
  | 'colQuantity'
  | 'colUnit'
  | 'colPrice'
  | 'colRate'
  | 'colTax'
  | 'colAmount'
  | 'payTo'

/** The same thing in the words of different firms and programs, common ones and rare ones. A layout keeps one of each. */
export const CAPTIONS: Readonly<Record<Language, Readonly<Record<Slot, readonly string[]>>>> = {
  en: {
    title: ['INVOICE', 'Tax Invoice', 'Invoice', 'VAT INVOICE', 'Sales Invoice', 'Bill'],
    number: ['Invoice No.', 'Invoice #', 'Invoice number', 'Inv. no', 'Document no.', 'Our ref. (invoice)', 'Bill number', 'Doc #'],
    issueDate: ['Date', 'Invoice date', 'Date of issue', 'Issued', 'Issued on', 'Billing date', 'Doc. date', 'Tax point'],
    dueDate: ['Due date', 'Payment due', 'Due', 'Pay by', 'Payable by', 'Due on', 'Settle by'],
    deliveryDate: ['Delivery date', 'Date of supply', 'Shipped', 'Service date', 'Supplied on'],
    purchaseOrder: ['PO number', 'Your order', 'P.O. #', 'Customer PO', 'Purchase order', 'Order ref.'],
    buyerReference: ['Customer ref.', 'Your reference', 'Cost centre', 'Reference', 'Account code'],
    seller: ['From', 'Seller', 'Supplier', 'Issued by', 'Vendor', 'Billed by'],
    buyer: ['Bill to', 'To', 'Invoice to', 'Customer', 'Billed to', 'Sold to', 'Client', 'Buyer'],
    vatId: ['VAT No.', 'VAT reg. no.', 'VAT number', 'VAT ID', 'VAT registration'],
    taxRegId: ['EIN', 'Tax ID', 'Federal tax ID', 'Employer ID no.'],
    legalId: ['Company no.', 'Registered in England no.', 'Co. reg. no.', 'Company registration'],
    phone: ['Tel.', 'Phone', 'T', 'Call us'],
    email: ['E-mail', 'Email', 'E', 'Mail'],
    bank: ['Bank', 'Bank name', 'Bankers', 'Paying bank'],
    account: ['Account', 'Account no.', 'Acct. #', 'A/C'],
    net: ['Subtotal', 'Net total', 'Total excl. VAT', 'Net amount', 'Total before tax', 'Goods total'],
    tax: ['VAT', 'Tax', 'VAT amount', 'Total tax', 'Plus VAT'],
    gross: ['Total', 'Grand total', 'Invoice total', 'Total incl. VAT', 'TOTAL AMOUNT', 'Total payable'],
    due: ['Amount due', 'Balance due', 'To pay', 'Outstanding', 'Please pay'],
    prepaid: ['Paid', 'Deposit received', 'Less payments', 'Amount paid'],
    taxTable: ['VAT summary', 'Tax breakdown', 'VAT analysis', 'Tax details'],
    colNo: ['#', 'No.', 'Line', 'Item'],
    colItem: ['Code', 'SKU', 'Item code', 'Part no.', 'Ref.'],
    colName: ['Description', 'Item description', 'Product', 'Details', 'Goods / services', 'Particulars'],
    colQuantity: ['Qty', 'Quantity', 'Units', 'Qty.', 'Q-ty'],
    colUnit: ['Unit', 'UoM', 'Per', 'U/M'],
    colPrice: ['Price', 'Unit price', 'Rate', 'Price each', 'Unit cost', 'Each'],
    colRate: ['VAT %', 'VAT', 'VAT rate', 'Tax %', 'Tax rate'],
    colTax: ['VAT amount', 'Tax', 'VAT sum'],
    colAmount: ['Amount', 'Total', 'Line total', 'Net', 'Value', 'Ext. price', 'Extended'],
    payTo: ['Payment details', 'How to pay', 'Bank details', 'Remit to', 'Please transfer to'],
  },
  de: {
    title: ['RECHNUNG', 'Rechnung', 'Faktura', 'Ihre Rechnung', 'Warenrechnung'],
    number: ['Rechnungsnummer', 'Rechnungs-Nr.', 'Rechnung Nr.', 'Rg.-Nr.', 'Belegnummer', 'Beleg-Nr.', 'Faktura-Nr.', 'Nummer'],
    issueDate: ['Datum', 'Rechnungsdatum', 'Belegdatum', 'Ausgestellt am', 'Rg.-Datum', 'vom', 'Erstellt am'],
    dueDate: ['Fällig am', 'Zahlbar bis', 'Fälligkeit', 'Zahlungsziel', 'Zahlung bis', 'Fälligkeitsdatum'],
    deliveryDate: ['Lieferdatum', 'Leistungsdatum', 'Geliefert am', 'Leistung erbracht am', 'Versanddatum'],
    purchaseOrder: ['Bestellnummer', 'Ihre Bestellung', 'Bestell-Nr.', 'Auftrag des Kunden', 'Ihre Order'],
    buyerReference: ['Ihr Zeichen', 'Kostenstelle', 'Referenz', 'Ihre Referenz', 'Leitweg-ID'],
    seller: ['Rechnungssteller', 'Lieferant', 'Verkäufer', 'Absender', 'Leistungserbringer'],
    buyer: ['Rechnung an', 'Kunde', 'Rechnungsempfänger', 'Käufer', 'Empfänger', 'Auftraggeber', 'Rechnungsanschrift'],
    vatId: ['USt-IdNr.', 'USt.-ID', 'Umsatzsteuer-ID', 'UID', 'USt-Ident-Nr.'],
    taxRegId: ['Steuernummer', 'St.-Nr.', 'Steuer-Nr.', 'StNr'],
    legalId: ['Handelsregister', 'HR', 'Registernummer', 'Amtsgericht Musterstadt'],
    phone: ['Tel.', 'Telefon', 'Fon', 'T'],
    email: ['E-Mail', 'Mail', 'E'],
    bank: ['Bank', 'Kreditinstitut', 'Bankverbindung', 'Geldinstitut'],
    account: ['Konto', 'Kontonummer', 'Kto.'],
    net: ['Nettobetrag', 'Zwischensumme', 'Summe netto', 'Gesamt netto', 'Warenwert', 'Nettosumme'],
    tax: ['MwSt.', 'USt.', 'Mehrwertsteuer', 'zzgl. USt.', 'Umsatzsteuer', 'zuzüglich MwSt'],
    gross: ['Gesamtbetrag', 'Rechnungsbetrag', 'Endbetrag', 'Summe brutto', 'Gesamtsumme', 'Bruttobetrag', 'Endsumme'],
    due: ['Zahlbetrag', 'Zu zahlen', 'Offener Betrag', 'Restbetrag', 'Noch zu zahlen'],
    prepaid: ['Anzahlung', 'Bereits gezahlt', 'abzgl. Anzahlung', 'Erhaltene Zahlung'],
    taxTable: ['Steueraufstellung', 'MwSt-Übersicht', 'Steuerzusammenfassung', 'Umsatzsteuer im Einzelnen'],
    colNo: ['Pos.', 'Pos', 'Nr.', '#', 'Lfd.'],
    colItem: ['Art.-Nr.', 'Artikelnummer', 'Artikel', 'Best.-Nr.', 'Code'],
    colName: ['Bezeichnung', 'Beschreibung', 'Leistung', 'Artikelbezeichnung', 'Text', 'Ware / Leistung'],
    colQuantity: ['Menge', 'Anzahl', 'Mge.', 'Stückzahl'],
    colUnit: ['Einheit', 'ME', 'Einh.', 'EH'],
    colPrice: ['Einzelpreis', 'E-Preis', 'Preis', 'Stückpreis', 'EP', 'Preis/Einheit'],
    colRate: ['MwSt.', 'USt. %', 'USt-Satz', 'St. %', 'MwSt %'],
    colTax: ['MwSt-Betrag', 'Steuer', 'USt.-Betrag'],
    colAmount: ['Gesamt', 'Betrag', 'Gesamtpreis', 'Summe', 'G-Preis', 'GP', 'Wert'],
    payTo: ['Bankverbindung', 'Bitte überweisen Sie auf', 'Zahlung an', 'Unsere Bankdaten', 'Zahlungsinformationen'],
  },
  fr: {
    title: ['FACTURE', 'Facture', 'Facture de vente', 'Votre facture', 'Facture client'],
    number: ['N° de facture', 'Facture n°', 'Numéro', 'Réf. facture', 'Pièce n°', 'N° pièce', 'Numéro de facture'],
    issueDate: ['Date', 'Date de facture', "Date d'émission", 'Émise le', 'Facturé le', 'En date du'],
    dueDate: ['Échéance', "Date d'échéance", 'À payer avant le', 'Payable le', 'Règlement avant le', 'Date limite de paiement'],
    deliveryDate: ['Date de livraison', 'Livré le', 'Date de prestation', 'Date de la vente', 'Expédié le'],
    purchaseOrder: ['Bon de commande', 'Votre commande', 'N° commande', 'Commande client', 'Réf. commande'],
    buyerReference: ['Votre référence', 'Réf. client', 'Code service', 'Centre de coût', 'Référence'],
    seller: ['Émetteur', 'Vendeur', 'Fournisseur', 'De', 'Prestataire'],
    buyer: ['Facturé à', 'Client', 'Destinataire', 'Adresse de facturation', 'Acheteur', 'À'],
    vatId: ['N° TVA', 'TVA intracommunautaire', 'N° TVA intracom.', 'Identifiant TVA', 'TVA'],
    taxRegId: ['Identifiant fiscal', 'N° fiscal'],
    legalId: ['SIREN', 'RCS Villemodèle', 'N° SIREN', 'Siren'],
    phone: ['Tél.', 'Téléphone', 'T'],
    email: ['E-mail', 'Courriel', 'Mél'],
    bank: ['Banque', 'Domiciliation', 'Établissement'],
    account: ['Compte', 'N° compte'],
    net: ['Total HT', 'Montant HT', 'Sous-total', 'Net HT', 'Total hors taxes', 'Base HT'],
    tax: ['TVA', 'Montant TVA', 'Total TVA', 'Taxes', 'Dont TVA'],
    gross: ['Total TTC', 'Montant TTC', 'Total à payer TTC', 'Net TTC', 'TOTAL', 'Total toutes taxes comprises'],
    due: ['Net à payer', 'Reste à payer', 'Solde dû', 'À régler', 'Solde à payer'],
    prepaid: ['Acompte', 'Déjà réglé', 'Acompte versé', 'Paiement reçu'],
    taxTable: ['Détail de la TVA', 'Récapitulatif TVA', 'Ventilation TVA'],
    colNo: ['N°', '#', 'Ligne', 'Pos.'],
    colItem: ['Réf.', 'Référence', 'Code', 'Article', 'Code article'],
    colName: ['Désignation', 'Description', 'Libellé', 'Prestation', 'Produit', 'Intitulé'],
    colQuantity: ['Qté', 'Quantité', 'Nombre', 'Q.'],
    colUnit: ['Unité', 'U.', 'Unit.'],
    colPrice: ['Prix unitaire HT', 'P.U. HT', 'PU', 'Prix unit.', 'Prix unitaire', 'P.U.'],
    colRate: ['TVA', 'TVA %', 'Taux TVA', 'Taux', '% TVA'],
    colTax: ['Montant TVA', 'TVA €'],
    colAmount: ['Montant HT', 'Total HT', 'Total', 'Montant', 'Prix total HT', 'Total ligne'],
    payTo: ['Coordonnées bancaires', 'Règlement par virement', 'RIB', 'Modalités de règlement', 'Merci de virer sur'],
  },
  ru: {
    title: ['СЧЁТ', 'Счёт на оплату', 'СЧЕТ НА ОПЛАТУ', 'Счет', 'Счёт-договор', 'Инвойс'],
    number: ['Номер счёта', 'Счёт №', '№ счёта', 'Номер', '№', 'Номер документа', '№ док.'],
    issueDate: ['Дата', 'Дата счёта', 'от', 'Дата выставления', 'Выставлен', 'Дата документа', 'Дата составления'],
    dueDate: ['Срок оплаты', 'Оплатить до', 'Оплата до', 'Действителен до', 'Счёт действителен до', 'Оплатить не позднее'],
    deliveryDate: ['Дата поставки', 'Дата отгрузки', 'Отгружено', 'Дата оказания услуг', 'Срок поставки'],
    purchaseOrder: ['Заказ', 'Номер заказа', 'Заявка №', 'Ваш заказ', 'Заказ клиента'],
    buyerReference: ['Код клиента', 'Номер клиента', 'Ваш код', 'Лицевой счёт'],
    seller: ['Поставщик', 'Продавец', 'Исполнитель', 'Получатель', 'Организация', 'Подрядчик'],
    buyer: ['Покупатель', 'Заказчик', 'Плательщик', 'Клиент', 'Кому', 'Абонент'],
    vatId: ['ИНН'],
    taxRegId: ['КПП'],
    legalId: ['ОГРН', 'ОГРН'],
    phone: ['Тел.', 'Телефон', 'тел'],
    email: ['E-mail', 'Эл. почта', 'Почта'],
    bank: ['Банк', 'Банк получателя', 'Банк поставщика', 'Обслуживающий банк'],
    account: ['Р/с', 'Расчётный счёт', 'р/счет', 'Счёт №', 'Сч. №', 'Расч. счёт'],
    net: ['Итого без НДС', 'Сумма без НДС', 'Стоимость без налога', 'Всего без НДС', 'Итого'],
    tax: ['НДС', 'Сумма НДС', 'в т.ч. НДС', 'Налог', 'В том числе НДС', 'НДС к уплате'],
    gross: ['Итого с НДС', 'Всего к оплате', 'Итого к оплате', 'Всего с НДС', 'ИТОГО', 'Сумма счёта', 'Общая сумма'],
    due: ['К оплате', 'Остаток к оплате', 'К доплате', 'Сумма к оплате'],
    prepaid: ['Аванс', 'Оплачено', 'Предоплата', 'Ранее оплачено'],
    taxTable: ['Расшифровка НДС', 'НДС по ставкам', 'Сведения о налоге'],
    colNo: ['№', '№ п/п', 'N', 'п/п'],
    colItem: ['Артикул', 'Код', 'Код товара', 'Арт.'],
    colName: ['Наименование', 'Товары (работы, услуги)', 'Наименование товара', 'Товар', 'Описание', 'Номенклатура'],
    colQuantity: ['Кол-во', 'Количество', 'Кол.', 'К-во'],
    colUnit: ['Ед.', 'Ед. изм.', 'Единица', 'Изм.'],
    colPrice: ['Цена', 'Цена за ед.', 'Цена, руб.', 'Цена без НДС', 'Тариф'],
    colRate: ['НДС', 'Ставка НДС', 'НДС, %', '% НДС'],
    colTax: ['Сумма НДС', 'НДС, руб.'],
    colAmount: ['Сумма', 'Стоимость', 'Сумма, руб.', 'Всего', 'Итого'],
    payTo: ['Реквизиты для оплаты', 'Платёжные реквизиты', 'Банковские реквизиты', 'Оплату произвести на счёт'],
  },
}

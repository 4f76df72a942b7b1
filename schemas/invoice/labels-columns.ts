import type { CaptionSet } from '../../core/extraction/labels/index.ts'

/** Columns of the line items. `other` claims headings that no field uses. */
export type Column =
  | 'position'
  | 'name'
  | 'article'
  | 'gtin'
  | 'quantity'
  | 'unit'
  | 'quantityUnit'
  | 'unitPrice'
  | 'grossPrice'
  | 'amount'
  | 'net'
  | 'gross'
  | 'taxRate'
  | 'tax'
  | 'discount'
  | 'date'
  | 'other'

const set = (kind: Column, texts: string): CaptionSet<Column> => ({ kind, weight: 1, texts: texts.split('|').map((text) => text.trim()) })

/** Headings as printed over the columns of line items. */
export const COLUMN_CAPTIONS: readonly CaptionSet<Column>[] = [
  set(
    'position',
    'Pos | Position | Pos.-Nr | Pos Nr | Lfd. Nr | Nr | No | № | № п/п | п/п | #  | Item no | Line | Line no | N° | Num | Poz | Lp | Номер по порядку | N | Lfd | Posten',
  ),
  set(
    'name',
    `Bezeichnung | Beschreibung | Artikelbezeichnung | Artikelbeschreibung | Leistung | Produkt | Artikel | Text | Position/Bezeichnung | Leistungsbeschreibung |
    Produktbezeichnung | Beschreibung der Leistung | Leistungsbezeichnung | Warenbezeichnung | Tätigkeit | Bezeichnung der Leistung | Artikel/Leistung |
    Bezeichnung / Beschreibung | Artikel-Bezeichnung | Produkt / Dienstleistung | Produktname |
    Description | Item | Item description | Product | Service | Details | Particulars | Description of goods | Product description | Items | Goods | Activity |
    Description of goods and services | Services | Product name | Product/Service | Description of services | Item name | Item & description | Goods and services | Service description | Subscription | Product / Service |
    Désignation | Libellé | Produit | Article | Prestation | Description des articles | Intitulé | Désignation des produits | Désignation des prestations | Nature | Prestations | Produits |
    Наименование | Товар | Товары (работы, услуги) | Товар (работа, услуга) | Наименование товара | Наименование товара (работы, услуги) | Наименование товаров | Наименование работ, услуг | Услуга | Номенклатура |
    Наименование товара, работ, услуг | Наименование товаров, работ, услуг | Описание | Товары, работы, услуги | Наименование товара (описание выполненных работ, оказанных услуг), имущественного права | Наименование товаров (работ, услуг) | Работы, услуги | Наименование услуги | Наименование услуг | Наименование работ (услуг) |
    Omschrijving | Artikelomschrijving | Descripción | Concepto | Descrizione | Opis | Nazwa | Nazwa towaru | Nazwa towaru lub usługi | Producto | Prodotto | Beskrivelse | Beskrivning | Descrição | Nazwa usługi | Dienst | Product omschrijving`,
  ),
  set(
    'article',
    `Art.Nr | Art.-Nr | Artikelnummer | Artikelnr | Artikel-Nr | Art-Nr | Unsere Art.Nr | Bestellnr | Produktnummer | Produkt-Nr | Artikel Nr | Artnr | Material | Materialnummer | Art | ID | Teilenummer | Art.-Nr. / Pos | Produktcode |
    SKU | Item code | Item # | Code | Product code | Part no | Part number | Item number | Article no | Article | Ref | Reference | Stock code | Catalogue no | Product no | Product ID | Item ID | Article number | Part # | Model | Product # | Item Ref |
    Réf | Référence | Code article | Réf. article | Références | Code produit | Артикул | Код | Код товара | Код товара/работ, услуг | Код вида товара | Artikelcode | Código | Codice | Kod | Referencia | Artikelref | Indeks`,
  ),
  set('gtin', 'EAN | GTIN | Barcode | EAN-Code | EAN/GTIN | Штрихкод'),
  set(
    'quantity',
    `Menge | Anzahl | Stück | Stk | Mge | Anz | Quantity | Qty | Qté | Quantité | Quant | Hours | Hrs | Units | Qty. | No. of units | Кол-во | Количество | Кол. | Количество (объем) | Aantal | Hoeveelheid | Cantidad | Cant | Quantità | Q.tà | Ilość | Nombre | Nb | Qte |
    Stunden | Std | Antal | Quantidade | Qtd | Объем | Liefermenge | Heures | Nbre | Uren | Jours | Days | Amount of units | QTY Ordered | Quantity ordered | QUANT. | Кол`,
  ),
  set('quantityUnit', 'Menge Einheit | Menge/Einheit | Quantity/Unit | Кол-во, ед. | Menge Einh.'),
  set(
    'unit',
    `Einheit | Einh | ME | Mengeneinheit | Meng.-einheit | Unit | UoM | U/M | Unité | Unités | Ед. | Ед. изм. | Единица измерения | Ед.изм | Единица | Eenheid | Unidad | U.M. | J.m. | Jm | UM | Meas. unit | EH | VE | наименование ед. | условное обозначение (национальное) | Unit of measure`,
  ),
  set(
    'unitPrice',
    `Einzelpreis | E-Preis | EP | Preis | Stückpreis | Nettopreis | Einzelpreis netto | Preis/Einheit | VK-Preis | Einzelpreis € | Einzelpreis EUR | Preis pro Einheit | Preis je Einheit | Einzel | Einzelpreis (netto) | Preis/Stk | Einzelp | Preis netto | EP netto | Einzelpreis in EUR | Stundensatz | Stückpreis netto | Listenpreis | E-Preis netto | Netto-Preis | Einzelpreis ohne MwSt | EUR/Einheit | €/Einheit | Einzel-Preis |
    Unit price | Price | Rate | Unit cost | Price per unit | Price/unit | Unit price net | Net price | Price each | Each | Unit Price (EUR) | Cost | Unit net price | Unit price excl. VAT | Hourly rate | Price (EUR) | Net unit price | Unit rate | Price ex VAT | Unit price (net) | Item price | Price excl. VAT |
    Prix unitaire | P.U. | PU | PU HT | P.U. HT | Prix unitaire HT | Prix unit | Prix unit. HT | Prix U. HT | Prix | P.U. net | Tarif | PU net | PU net HT | Prix U | PUHT | Prix unitaire net | Px unitaire | Px unit | Prix/unité | Tarif HT | Montant unitaire | P.U. H.T. |
    Цена | Цена за единицу | Цена (тариф) за единицу измерения | Цена, руб | Цена за ед. | Цена без НДС | Тариф | Цена, руб. коп | Цена за единицу измерения | Цена руб | Цена за ед | Цена (руб.) | Цена ед. |
    Prijs | Stukprijs | Stuksprijs | Eenheidsprijs | Prijs per stuk | Precio | Precio unitario | Precio unit | Prezzo | Prezzo unitario | Cena | Cena netto | Cena jedn | Cena jednostkowa netto | Pris | Á-pris | Preço unitário | P. Unit | Prezzo unit | Tarief | Stukprijs excl. btw`,
  ),
  set(
    'grossPrice',
    'Bruttopreis | Einzelpreis brutto | Unit price incl. VAT | PU TTC | P.U. TTC | Prix unitaire TTC | Цена с НДС | Prix TTC | Цена с учетом НДС | Prijs incl. btw | Price incl. VAT | Stückpreis brutto | Unit price gross | Prijs incl.',
  ),
  set(
    'amount',
    `Gesamt | Gesamtpreis | Betrag | Summe | Gesamtbetrag | Zeilenbetrag | G-Preis | GP | Positionsbetrag | Wert | Gesamt € | Gesamt EUR | Entgelt | Betrag EUR | Betrag € | Total € | Gesamtpreis EUR | Gesamt (EUR) | Betrag in EUR | Beitrag | Total EUR | Gesamtpreis in EUR | Warenwert | Endpreis | Gesamtpreis € | Positionssumme | Betrag (EUR) | Summe EUR | Summe € | EUR |
    Amount | Total | Line total | Total price | Extended price | Ext. price | Subtotal | Total amount | Amount (€) | Amount EUR | Amount USD | Amount (EUR) | Sum | Total (EUR) | Amount ($) | Amount (£) | Amount GBP | Value | Extension | Ext price | Line amount | Extended | Total cost | Ext. Amount | Ext | Amount due | Charges | Amt |
    Montant | Total ligne | Prix total | Valeur | Montant total | Total net | Сумма | Стоимость | Сумма, руб | Всего | Сумма, руб. коп | Сумма руб | Сумма (руб.) | Bedrag | Totaal | Regeltotaal | Totaalbedrag | Importe | Importo | Wartość | Totale | Suma | Totaal bedrag | Beløb | Belopp | Valor | Итого`,
  ),
  set(
    'net',
    `Nettobetrag | Netto | Gesamt netto | Betrag netto | Summe netto | Gesamtpreis netto | Positionsbetrag ohne USt. | Zeilenbetrag ohne MwSt | Netto gesamt | Gesamt ohne USt | Nettowert | Netto EUR | Nettosumme | Netto € | Gesamtnetto | Gesamt (netto) |
    Net | Net amount | Total net | Total excl. VAT | Price w/o tax | Net total | Amount excl. VAT | Net value | Total ex VAT | Line net | Taxable value | Total (excl. VAT) | Amount ex VAT | Excl. VAT | Taxable amount | Net Worth | Net price total | Total net price |
    Montant HT | Total HT | Prix HT | Prix total HT | Montant net HT | Net HT | Total net HT | Total H.T. | Montant H.T. | MT HT | HT | Mt HT | Montant EUR HT | Total € HT |
    Сумма без НДС | Стоимость без НДС | Стоимость товаров (работ, услуг), имущественных прав без налога - всего | Стоимость товаров (работ, услуг), имущественных прав, без налога — всего | Сумма без учета НДС | Стоимость без налога | Всего без НДС | Сумма без учета НДС, руб. коп | Wartość netto | Bedrag excl. btw | Totaal excl. btw | Netto bedrag | Imponibile | Totaal excl | Bedrag excl | Excl. btw | Base imponible`,
  ),
  set(
    'gross',
    `Bruttobetrag | Brutto | Gesamt brutto | Betrag brutto | Gesamtpreis brutto | Summe brutto | Gross | Gross amount | Total incl. VAT | Total gross | Amount incl. VAT | Gross Worth | Total (incl. VAT) | Incl. VAT | Total inc VAT |
    Montant TTC | Total TTC | Montant EUR TTC | Prix total TTC | TTC | Total T.T.C. | Сумма с НДС | Стоимость с НДС | Стоимость товаров (работ, услуг), имущественных прав с налогом - всего | Всего с НДС | Сумма с учетом НДС | Стоимость с налогом | Сумма с учетом НДС, руб. коп |
    Wartość brutto | Bedrag incl. btw | Totaal incl. btw | Total con IVA | Totaal incl | Incl. btw | Brutto EUR`,
  ),
  set(
    'taxRate',
    `USt | USt. % | MwSt | MwSt. % | USt-Satz | MwSt-Satz | Steuersatz | Steuer | USt.-% | MwSt in % | % USt | % MwSt | Ust% | Mwst% | Steuer % | USt. in % | VAT | VAT % | VAT rate | Tax | Tax % | Tax rate | % VAT | VAT(%) | GST % | VAT [%] | GST | % Tax |
    TVA | TVA % | Taux TVA | % TVA | Taux | Taux de TVA | T.V.A. | TVA (%) | НДС, % | Ставка НДС | НДС % | Налоговая ставка | % НДС | Ставка | НДС ставка | BTW | BTW % | % BTW | Btw-tarief | IVA | IVA % | VAT % | Stawka VAT | MVA | Moms | Moms % | Tasso IVA | Aliq. IVA | BTW tarief | Aliquota | VAT code | Stawka | НДС`,
  ),
  set(
    'tax',
    'USt-Betrag | MwSt-Betrag | VAT amount | Tax amount | Montant TVA | Сумма НДС | Сумма налога | BTW bedrag | Сумма налога, предъявляемая покупателю | Kwota VAT | Steuerbetrag | VAT sum | GST amount | Сумма налога, предъявляемая покупателю (руб.)',
  ),
  set(
    'discount',
    'Rabatt | Rabatt % | Rab | Rab. % | Rabatt in % | Nachlass | Discount | Disc | Disc. % | Discount % | Remise | Rem | Remise % | % Rem | Скидка | Скидка, % | Korting | Descuento | Dto | Sconto | Rabat | Disc % | Sc. % | Kort. % | % Dto | Remise (%) | Korting %',
  ),
  set(
    'date',
    'Datum | Date | Дата | Leistungsdatum | Period | Zeitraum | Période | Fecha | Data | Interval | Periode | Service date | Period of service | Leistungszeitraum',
  ),
  set(
    'other',
    `Referenzen | Zu-/Abschlag | Basisbetrag | Preisbasis | Ihre Art.Nr | Art-Nr-Kunde | Gewicht | Weight | Poids | Warehouse | Lager | Country | Страна происхождения | Номер ГТД | Вес | Masse | Kostenstelle | Auftrag | Serial no | Batch | Charge | PE | Место | Вид упаковки | масса брутто | мест, штук | в одном месте | код по ОКЕИ |
    В том числе сумма акциза | Акциз | Регистрационный номер декларации на товары | Kategorie | Category | Packung | Volume | Projekt | Type | Typ | Colli | Zolltarifnr | HS code | HSN | HSN/SAC | SAC | HTS | Lot | Garantie | Warranty | Discount code`,
  ),
]

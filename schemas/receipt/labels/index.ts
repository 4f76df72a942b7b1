import { type CaptionSet, captionIndex } from '../../../core/extraction/labels/index.ts'

/** What a printed caption of a till slip announces. `other` claims sums that no field holds, so that they are never taken for the total. */
export type Caption =
  | 'total'
  | 'rounded'
  | 'subtotal'
  | 'discount'
  | 'rounding'
  | 'tax'
  | 'cash'
  | 'card'
  | 'change'
  | 'other'
  | 'date'
  | 'number'
  | 'taxId'
  | 'phone'
  | 'items'
  | 'drive'
  | 'fiscalDocument'
  | 'sign'
  | 'register'
  | 'taxSystem'
  | 'place'
  | 'heading'

const set = (kind: Caption, weight: number, texts: string): CaptionSet<Caption> => ({
  kind,
  weight,
  texts: texts.split('|').map((one) => one.trim()),
})

/** Captions of till slips as printed in English, Malaysian, German, French and Russian shops. */
const CAPTIONS: readonly CaptionSet<Caption>[] = [
  set(
    'total',
    1,
    'total|grand total|total amount|total amt|total due|amount due|total payable|total sales|total sale|net total|nett total|net amt|nett amt|net amount|nett amount|total rm|total incl gst|total incl of gst|total inclusive of gst|total inclusive gst|total sales inclusive of gst|total sales inclusive gst|total incl tax|total with tax|to pay|balance due|total amount collected|total (inclusive of gst)|total paid|total price|bill total|total charge|total amount due|amount payable|jumlah|jumlah besar',
  ),
  set(
    'total',
    1,
    'summe|summe eur|gesamt|gesamtbetrag|gesamtsumme|zu zahlen|zu zahlen euro|zu zahlen eur|zahlbetrag|endbetrag|total eur|betrag|betrag eur|rechnungsbetrag|endsumme',
  ),
  set(
    'total',
    1,
    'total ttc|à payer|net à payer|montant|montant dû|montant ttc|total à payer|totaal|te betalen|totale|importe total|importe|suma|razem',
  ),
  set('total', 1, 'итог|итого|итого к оплате|к оплате|всего|всего к оплате|сумма|сумма чека|сумма к оплате|итого по чеку|итог чека'),
  set(
    'rounded',
    1,
    'total rounded|rounded total|total after rounding|total after rounding adj|total rounding|rounding total|total with rounding|gerundet',
  ),
  set(
    'subtotal',
    1,
    'subtotal|sub total|sub total amount|sub-total|total excluding gst|total excl gst|total (excluding gst)|total sales excluding gst|total before tax|total before gst|total excl of gst|total without gst|gross amt|gross amount|gross total|zwischensumme|sous total|sous-total|total ht|подытог|промежуточный итог|сумма без скидки|taxable amount|amount before tax|item total|subtotaal',
  ),
  set(
    'discount',
    1,
    'discount|total discount|disc|rabatt|preisnachlass|remise|скидка|сумма скидки|скидка по чеку|you saved|total savings|ersparnis',
  ),
  set(
    'rounding',
    1,
    'rounding|rounding adj|rounding adjustment|round adj|round off|rounding amt|rounding amount|rundung|arrondi|округление|скидка округления',
  ),
  set(
    'tax',
    1,
    'gst|gst 6%|total gst|gst amount|gst amt|gst included|gst(6%)|tax|tax total|total tax|sales tax|vat|service tax|sst|inc 6% gst|inclusive 6% gst|incl gst|mwst|mwst betrag|ust|mehrwertsteuer|enthaltene mwst|tva|dont tva|ндс|в т ч ндс|в том числе ндс|сумма ндс|сумма ндс 20%|сумма ндс 10%|сумма ндс 22%|ндс 20%|ндс 10%|ндс 22%|iva|btw|svr tax|service charge',
  ),
  set(
    'cash',
    1,
    'cash|cash rm|rm cash|cash tendered|tendered|amount tendered|cash received|cash payment|cash paid|paid cash|bar|bar eur|bargeld|gegeben|gegeben bar|espèces|contant|efectivo|наличными|наличные|нал|получено|получено наличными|внесено|оплата наличными|tunai|paid|payment|paid amount|amount paid',
  ),
  set(
    'card',
    1,
    'card|credit card|debit card|visa|mastercard|master card|visa card|maestro|american express|amex|ec karte|girocard|ec-cash|kartenzahlung|kreditkarte|karte|gegeben mastercard|gegeben visa|gegeben girocard|carte bancaire|carte bleue|cb|pinnen|bankpas|безналичными|безналичные|банковской картой|картой|карта|электронными|оплата картой|платежная карта|эквайринг|touch n go|boost',
  ),
  set(
    'change',
    1,
    'change|change due|change rm|cash change|your change|balance|rückgeld|wechselgeld|zurück|rendu|rendu monnaie|wisselgeld|cambio|сдача|baki',
  ),
  set(
    'other',
    1,
    'total qty|total quantity|total item|total items|total item(s)|total item count|item count|items|item(s)|qty(s)|tot qty|quantity out|no of items|number of items|total pcs|pax|points|punkte|gst summary|tax summary|tax amount|amount(rm)|tax(rm)|amt(rm)|posten|anzahl artikel|anzahl|artikel|umsatz|auf den umsatz von|netto|brutto|allgemein|кол во товаров|количество позиций|бонусы|начислено бонусов|баланс бонусов|total 0% supplies|total 6% supplies|total savings|old balance|opening balance|получено бонусов|сумма без ндс|сумма ндс не облагается|без ндс',
  ),
  set(
    'date',
    1,
    'date|datum|date time|invoice date|bill date|receipt date|trans date|дата|дата время|дата/время|дата выдачи|date/time|tarikh|paid time|printed',
  ),
  set(
    'number',
    1,
    'receipt no|receipt number|receipt #|receipt|rcpt no|rcpt|invoice no|invoice #|invoice number|inv no|inv-no|bill no|bill #|bill|tax invoice no|cash inv no|slip no|transaction no|trans no|ticket no|doc no|document no|bon nr|bonnr|bon-nr|beleg nr|beleg-nr|belegnummer|quittung nr|ticket|n° ticket|чек №|чек|номер чека|кассовый чек №|check no|order no|cs no',
  ),
  set(
    'taxId',
    1,
    'gst id|gst id no|gst no|gst reg no|gst reg number|gst registration no|gst|tax id|vat no|vat reg no|vat number|vat registration number|ust-idnr|ust id nr|ust-id|ust-id-nr|uid nr|uid|steuernummer|steuer nr|st nr|st-nr|tva intracom|n° tva|siret|инн|btw nr|nif|cif|p.iva|partita iva|tin|sst id|sst no|sst reg no',
  ),
  set('phone', 1, 'tel|tel no|telephone|phone|tel/fax|tel & fax no|telefon|ph|hp|тел|телефон|fon|fax'),
  set(
    'items',
    1,
    'desc/item|item description|description|qty price amount|qty description|u price|наименование товара|bezeichnung|artikelbezeichnung',
  ),
  set('drive', 1, 'фн|фн №|n фн|№ фн|заводской номер фн|ф н'),
  set('fiscalDocument', 1, 'фд|фд №|№ фд|n фд|ф д|фискальный документ'),
  set('sign', 1, 'фп|фпд|фп №|ф п|фпд №|фискальный признак'),
  set('register', 1, 'рн ккт|рег н ккт|регистрационный номер ккт|рн кассы|эн ккт|рег номер ккт'),
  set('taxSystem', 1, 'сно|система налогообложения|применяемая сно'),
  set('place', 1, 'адрес расчетов|адрес расчётов|место расчетов|место расчётов|адрес|торговая точка'),
  set(
    'heading',
    1,
    'tax invoice|receipt|invoice|cash bill|cash receipt|simplified tax invoice|cash sales|official receipt|sales receipt|kundenbeleg|kassenbon|quittung|rechnung|ticket de caisse|reçu|кассовый чек|товарный чек|чек|приход|возврат прихода|кассовый чек / приход|welcome|добро пожаловать|herzlich willkommen|bienvenue|customer copy|kassenbeleg|bar-verkauf',
  ),
]

export const CAPTION_INDEX = captionIndex(CAPTIONS)

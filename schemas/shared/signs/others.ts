import type { ClassSigns } from '../../../core/classification/index.ts'

/** Papers that come with the accounting ones and are none of them: offers, orders, reminders, statements, letters. */
export const OTHER_SIGNS: ClassSigns = {
  titles: [
    /^(?:angebot|kostenvoranschlag|auftragsbestätigung|lieferschein|bestellung|mahnung|kontoauszug|zahlungserinnerung|preisliste)(?!\p{L})/iu,
    /^(?:quote|quotation|estimate|purchase order|order confirmation|sales order|delivery note|packing (?:list|slip)|(?:account |bank )?statement|remittance(?: advice)?|payment reminder|price list|minutes|curriculum vitae|dear\s)/iu,
    /^(?:devis|bon de (?:commande|livraison)|relevé|offerte|pakbon|rappel)(?!\p{L})/iu,
    /^(?:коммерческое предложение|платежное поручение|плат[её]жное поручение|выписка|заказ|заявка|доверенность|письмо|уведомление|претензия|прайс-лист|спецификация|приказ|акт сверки|служебная записка|уважаем\p{L}+)(?!\p{L})/iu,
  ],
  words: [
    /dear (?:sir|madam|mr|ms|customer)|sincerely|kind regards|best regards/iu,
    /sehr geehrte|mit freundlichen grüßen/iu,
    /уважаем\p{L}+|с уважением|прошу (?:вас|согласовать|выделить)|сообщаем/iu,
    /gültig bis|valid until|предложение действительно|срок действия предложения|offer is valid/iu,
    /opening balance|closing balance|сальдо|входящий остаток|исходящий остаток|anfangssaldo/iu,
    /delivery address|ship via|packed by|packages|lieferadresse/iu,
  ],
}

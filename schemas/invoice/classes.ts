import type { DocumentClass } from '../define.ts'

/** An УПД is an invoice with the transfer of the goods on the same sheet: the same fields answer. */
export const invoiceClasses: readonly DocumentClass[] = [
  {
    name: 'invoice',
    caption: { en: 'Invoice', ru: 'Счёт' },
    signs: {
      titles: [
        /^(?:(?:ihre|unsere|kopie|duplikat|schluss|teil|abschlags|anzahlungs)\s?)?\p{L}*rechnung(?!s?(?:korrektur|adresse|empfänger))/iu,
        /^(?:tax |commercial |vat |sales |pro ?forma |final |electronic |your )?invoice(?!\s+to\b)|^bill$/iu,
        /^(?:votre )?facture(?!\s+à\b)|^(?:verkoop)?factuur|^fattura|^factura/iu,
        /^(?:сч[её]т|инвойс)(?:-фактура|-договор|-оферта)?(?:\s+на\s+оплату|\s*№|\s+N|$)/iu,
      ],
      words: [
        /rechnungs?-?\s?(?:nr|nummer|datum|betrag)|invoice\s?(?:no|number|date|#|total)|facture n°|(?:numéro|n°|date) (?:de )?(?:la )?facture|factuur\s?(?:nummer|datum)/iu,
        /bill(?:ed)? to|invoice to|facturé à|rechnungsempfänger|rechnung an\b|rechnungsadresse|покупатель|käufer/iu,
        /\biban\b|р\/с|расч[её]тный сч[её]т|\bбик\b|bankverbindung|swift|\bifsc\b|sort code|routing (?:no|number)|bank details/iu,
        /zahlbar|fällig|due date|date due|amount due|payment terms|in favou?r of|payable to|échéance|к оплате|à payer/iu,
        /einzelpreis|unit price|prix unitaire|menge|quantit|кол-?во|количество/iu,
      ],
    },
  },
  {
    name: 'credit_note',
    caption: { en: 'Credit note', ru: 'Кредит-нота' },
    signs: {
      titles: [
        /^(?:tax |sales |vat )?credit (?:note|memo|invoice)/iu,
        /^(?:gutschrift|rechnungskorrektur|stornorechnung|korrekturrechnung)/iu,
        /^(?:avoir|note de crédit|facture d['’]avoir|creditnota|creditfactuur|nota di credito|nota de crédito|abono)/iu,
        /^(?:кредит-?нота|кредитовое авизо|корректировочный сч[её]т)/iu,
      ],
      words: [
        /credit (?:note|memo)\s?(?:no|number|date|#)|gutschrifts?-?(?:nr|nummer|datum)|avoir n°|creditnota/iu,
        /original invoice|original-?rechnung|ursprüngliche rechnung|zu rechnung nr|facture d['’]origine|к сч[её]ту(?:-фактуре)? №/iu,
        /(?<!\p{L})(?:credit note|credit memo|gutschrift|avoir|creditnota|кредит-?нота|корректировочный сч[её]т)(?!\p{L})/iu,
        /amount credited|credit(?:ed)? to your account|gutgeschrieben|gutschriftbetrag|à votre crédit|сумма к уменьшению/iu,
      ],
    },
  },
  {
    name: 'upd',
    caption: { en: 'UPD (universal transfer document)', ru: 'УПД' },
    signs: {
      titles: [/^универсальный\s+передаточн|^упд(?!\p{L})|^универсальный$/iu],
      words: [
        /универсальный\s+передаточный|передаточный\s+документ/iu,
        /основание\s+передачи|данные\s+о\s+транспортировке\s+и\s+грузе/iu,
        /товар\s*\(груз\)\s*(?:передал|получил)|дата\s+(?:отгрузки|получения)\s*\(?при[её]мки|дата\s+отгрузки/iu,
        /статус\s?:?\s*[12]|сч[её]т-фактура\s+и\s+передаточный/iu,
        /ответственный\s+за\s+правильность\s+оформления\s+факта\s+хозяйственной/iu,
      ],
    },
  },
]

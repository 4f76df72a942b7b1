import type { DocumentClass } from '../define.ts'

export const receiptClasses: readonly DocumentClass[] = [
  {
    name: 'receipt',
    caption: { en: 'Receipt', ru: 'Чек' },
    signs: {
      titles: [
        /^(?:cash |sales |official |customer )?receipt(?!\p{L})|^cash (?:bill|sales)/iu,
        /^(?:kassenbon|kassenbeleg|quittung|kundenbeleg|-?k-u-n-d-e-n)/iu,
        /^(?:ticket de caisse|reçu|ticket)(?!\p{L})/iu,
        /^(?:кассовый|товарный)\s+чек|^чек\s*(?:№|$)/iu,
      ],
      words: [
        /(?<!\p{L})(?:change|rückgeld|wechselgeld|rendu|сдача)(?!\p{L})/iu,
        /(?<!\p{L})(?:cash|bar|card|visa|mastercard|kartenzahlung|espèces|наличными|безналичными|tender(?:ed)?)(?!\p{L})/iu,
        /cashier|kassierer|bediener|kasse\b|bon-?\s?nr|terminal-?id|(?:customer(?:['’]?s)?|merchant) copy|кассир|смена|касса|server\b|table\s?[:#\d]|pos\s?\d/iu,
        /come again|vielen dank für ihren einkauf|спасибо за покупку|goods sold are not|merci de votre visite|have a nice day|thank you/iu,
        /gst summary|total \d+\s?% supplies|rounding adj|round(?:ing|ed)|inclusive of gst|total qty|item\(s\)|summe eur|zu zahlen|(?<!\p{L})итог(?!\p{L})/iu,
        /(?<!\p{L})(?:фпд?|рн\s?ккт|зн\s?ккт|фн|фд)(?!\p{L})\s?[:№]?\s?\d/iu,
      ],
    },
  },
]

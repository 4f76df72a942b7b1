import { captionKey } from '../../core/extraction/labels/index.ts'
import type { Line, Page, Reading } from '../../core/reading.ts'

interface Sign {
  readonly pattern: RegExp
  readonly weight: number
}

// Titles: matched at the start of short lines in the upper part of the first two pages.
const TITLES: readonly Sign[] = [
  {
    pattern:
      /^(?:(?:ihre|unsere|kopie|duplikat|zweitschrift)\s(?:der\s)?)?(?:rechnung|\p{L}*(?<!ab|be|durch|hoch|um|ver|zu|^(?:an|auf|aus|ein|vor|zurück))-?rechnung(?!\p{L}))|^(?:honorar|kosten)note/iu,
    weight: 3,
  },
  {
    pattern:
      /^(?:tax |commercial |vat |sales |pro ?forma |final |service |customer |electronic |interim |e-|your |amazon [\p{L} ]+)?invoice(?!\s+to\b)|^bill$/iu,
    weight: 3,
  },
  { pattern: /^(?:votre )?(?:facture|avoir)(?!\s+à\b)|^note d['’]honoraires/iu, weight: 3 },
  { pattern: /^(?:kopie |verkoop|credit)?factuur/iu, weight: 3 },
  { pattern: /^(?:сч[её]т(?:-фактура|-договор|-оферта)?|инвойс)(?:\s+на\s+оплату|\s*№|\s+N|$)/iu, weight: 3 },
  { pattern: /^сч[её]т-фактура/iu, weight: 3 },
  {
    pattern:
      /^(?:credit note|credit memo|gutschrift|rechnungskorrektur|note de crédit|creditnota|fattura|factura|faktura|fatura|nota di credito)/iu,
    weight: 3,
  },
]
const AGAINST: readonly Sign[] = [
  { pattern: /^(?:[\p{L} ]{0,30}\b)?(?:agreement|contract|amendment|договор|соглашение|контракт|vertrag|contrat)\b/iu, weight: 3.5 },
  {
    pattern: /^(?:товарная накладная|транспортная накладная|универсальный передаточный|акт\b|накладная|торг-12|унифицированная форма)/iu,
    weight: 5,
  },
  {
    pattern:
      /^(?:angebot|kostenvoranschlag|auftragsbestätigung|lieferschein|bestellung|mahnung|kontoauszug|zahlungserinnerung|quittung|kassenbon)\b/iu,
    weight: 3,
  },
  {
    pattern:
      /^(?:quote|quotation|estimate|purchase order|order confirmation|delivery note|packing (?:list|slip)|statement|bank statement|remittance|receipt|payment receipt|cash receipt|cash bill|statement of account)\b/iu,
    weight: 3,
  },
  {
    pattern:
      /^(?:devis|bon de (?:commande|livraison)|relevé|reçu|ticket|offerte|pakbon|коммерческое предложение|кассовый чек|чек|выписка|платежное поручение|exhibit|упд)\b/iu,
    weight: 3,
  },
]
// Words anywhere on the first two pages.
const WORDS: readonly Sign[] = [
  {
    pattern:
      /rechnungs?-?\s?(?:nr|nummer|datum|betrag)|fakturan|faktura-?\s?(?:nr|datum)|beleg-?(?:nr|nummer|datum)|invoice\s?(?:no|number|date|#|total)|(?:numéro|n°|date) (?:de )?(?:la )?facture|facture n°|factuur\s?(?:nummer|datum|nr)|сч[её]т(?:-фактура)?\s?(?:на оплату)?\s?(?:№|n\b)|beitragsrechnung/iu,
    weight: 1.6,
  },
  {
    pattern:
      /bill(?:ed)? to|invoice to|facturé à|rechnungsempfänger|rechnung an\b|rechnungsadresse|покупатель|käufer|factuuradres|adresse de facturation/iu,
    weight: 0.8,
  },
  { pattern: /\biban\b|р\/с|расч[её]тный сч[её]т|\bбик\b|bankverbindung|swift|kontonummer/iu, weight: 0.7 },
  { pattern: /ust-?\.?\s?id|vat (?:no|number|id|reg)|tva|steuernummer|\bинн\b|btw|mwst|umsatzsteuer|\bvat\b/iu, weight: 0.5 },
  {
    pattern:
      /zahlbar|fällig|due date|date due|amount due|payment terms|échéance|vervaldatum|overweisen|überweisen|к оплате|balance due|à payer/iu,
    weight: 0.7,
  },
  { pattern: /einzelpreis|unit price|prix unitaire|stückpreis|nettopreis|menge|quantit|hoeveelheid|кол-?во|количество/iu, weight: 0.5 },
]
const WORDS_AGAINST: readonly Sign[] = [
  {
    pattern:
      /\bcash\b.*\bchange\b|\bchange\b\s*[:\d]|wechselgeld|rückgeld|\bsumme eur\b|cashier|kassierer|bediener|kasse\b|\bbon-?nr|terminal-?(?:id|nr)|rounding adj|round(?:ing|d) (?:amt|adj)|сдача|кассир|\bккт\b|\bфн\b|gst summary|come again|not returnable|rendu monnaie|payment mode|total items?\b|total qty|inclusive of gst|incl\.? (?:of )?gst/iu,
    weight: 1.3,
  },
  // Till slips state the way of payment and give change.
  {
    pattern: /\bsdn\.? ?bhd\b[\s\S]*\b(?:cash|change|rounding|rounded)\b|\b(?:cash|tender(?:ed)?|payment)\b[\s\S]{0,80}\bchange\b/iu,
    weight: 2,
  },
  {
    pattern:
      /\bwitnesseth\b|\bwhereas\b|hereinafter|in witness whereof|now, therefore|the parties (?:hereto|agree)|стороны договорились|именуем|предмет договора|vertragsparteien|les parties conviennent/iu,
    weight: 3,
  },
  { pattern: /товарная накладная|груз принял|отпуск груза|масса груза|универсальный передаточный документ|торг-?12/iu, weight: 3 },
]

/** Probability that the reading is an invoice or a credit note: titles first, then the words such papers have. */
export function recogniseInvoice(reading: Reading): number {
  const pages = reading.pages.slice(0, 2)
  const words = pages.reduce((n, page) => n + page.lines.reduce((m, line) => m + line.words.length, 0), 0)
  if (words < 8) return 0
  const all = pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n')
  const titles = pages.flatMap((page) => titleLines(page, 0).map(textOf))
  // "Bestellung", "Quote" in the size of the text is a caption, not a title.
  const headings = pages.flatMap((page) => othersTitles(page))
  let score = -1.9
  score += strongest(titles, TITLES, false) - strongest(headings, AGAINST, true)
  for (const { pattern, weight } of WORDS) if (pattern.test(all)) score += weight
  for (const { pattern, weight } of WORDS_AGAINST) if (pattern.test(all)) score -= weight
  if (reading.pages.length > 15) score -= 1
  if (narrow(reading.pages[0]!)) score -= 1.5
  return 1 / (1 + Math.exp(-score))
}

// "Vertrag: 4711", "Contract No. 12", "Bestellung : B1" point to another paper; they are not this one's title.
const CAPTIONED = /^[\p{L}\s-]{3,30}(?:\.{3,}|\s?:|\s(?:no|nr|n°|№|ref)\b)/iu

function strongest(lines: readonly string[], signs: readonly Sign[], bare: boolean): number {
  return Math.max(
    0,
    ...lines.map((line) => signs.find(({ pattern }) => pattern.test(line) && !(bare && CAPTIONED.test(line)))?.weight ?? 0),
  )
}

/** Short lines of the upper part of a page. */
function titleLines(page: Page, size: number): readonly Line[] {
  const heights = page.lines.flatMap((line) => line.words.map((w) => w.box.y1 - w.box.y0)).sort((a, b) => a - b)
  const usual = heights[Math.floor(heights.length / 2)] ?? 0
  const tall = (line: Line) => height(line) >= size * usual || line.words.length > 2
  return page.lines.filter((line) => tall(line) && line.box.y0 < (page.index === 1 ? 0.6 : 0.3) && line.words.length <= 12)
}

/** Headings of another paper. Below a title of an invoice that is as tall they are captions: "Delivery Note", "Order" in a form's grid. */
function othersTitles(page: Page): readonly string[] {
  const own = titleLines(page, 0).filter((line) => TITLES.some(({ pattern }) => pattern.test(textOf(line))))
  const under = (line: Line) => own.some((title) => title.box.y1 <= line.box.y0 && height(title) >= 0.8 * height(line))
  return titleLines(page, 1.15)
    .filter((line) => !under(line))
    .map(textOf)
}

function height(line: Line): number {
  return Math.max(...line.words.map((w) => w.box.y1 - w.box.y0))
}

/** Without letter spacing ("R E C H N U N G"). */
function textOf({ text }: Line): string {
  return /^(?:\p{L} ){4,}\p{L}$/u.test(text.trim()) ? captionKey(text) : text.trim()
}

/** A till slip is a strip: much taller than wide. */
function narrow(page: Page): boolean {
  return page.heightPx / page.widthPx > 1.75
}

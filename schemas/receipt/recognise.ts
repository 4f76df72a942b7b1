import { readCode } from '../../core/codes/index.ts'
import type { Page, Reading } from '../../core/reading.ts'

const SIGNS: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  { pattern: /кассовый\s+чек|(?<!\p{L})(?:фпд?|рн\s?ккт|зн\s?ккт)(?!\p{L})\s?[:№]?\s?\d|фискальн|(?<!\p{L})сно(?!\p{L})/iu, weight: 3 },
  { pattern: /(?<!\p{L})(?:change|rückgeld|wechselgeld|rendu|сдача|баланс карты|baki)(?!\p{L})/iu, weight: 1.2 },
  {
    pattern: /(?<!\p{L})(?:cash|bar|card|visa|mastercard|kartenzahlung|espèces|наличными|безналичными|tender(?:ed)?)(?!\p{L})/iu,
    weight: 0.8,
  },
  {
    pattern: /cashier|kassierer|bediener|kasse\b|bon-?\s?nr|terminal-?id|кассир|смена|касса|till|register\s?#|server\b|table\s?[:#\d]/iu,
    weight: 1,
  },
  {
    pattern:
      /come again|thank you|vielen dank für ihren einkauf|спасибо за покупку|goods sold are not|merci de votre visite|have a nice day/iu,
    weight: 1,
  },
  { pattern: /gst summary|rounding adj|round(?:ing|ed)|inclusive of gst|total qty|item\(s\)|summe eur|zu zahlen|итог\b/iu, weight: 1.2 },
  { pattern: /kassenbon|kundenbeleg|quittung|receipt\b|ticket de caisse|reçu|bill\s?#|parking/iu, weight: 0.8 },
]
const AGAINST: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  {
    pattern:
      /\biban\b|р\/с|расч[её]тный сч[её]т|bankverbindung|\bifsc\b|sort code|routing (?:no|number)|payment terms|zahlungsziel|due date|fällig/iu,
    weight: 2,
  },
  { pattern: /whereas|hereinafter|agreement|предмет договора|стороны|накладная|сч[её]т на оплату|акт\b/iu, weight: 3 },
]

/** Probability that the reading is a till slip: the words of tills, and that it is a strip of few words. */
export function recogniseReceipt(reading: Reading): number {
  const [page] = reading.pages
  if (!page || page.lines.length < 3) return 0
  if (reading.pages.some(({ codes = [] }) => codes.some(({ text }) => readCode(text)?.kind === 'ru-receipt'))) return 0.99
  const all = page.lines.map(({ text }) => text).join('\n')
  let score = -3
  for (const { pattern, weight } of SIGNS) if (pattern.test(all)) score += weight
  for (const { pattern, weight } of AGAINST) if (pattern.test(all)) score -= weight
  score += strip(page)
  if (reading.pages.length > 2) score -= 3
  return 1 / (1 + Math.exp(-score))
}

/** A strip is much taller than wide, or its text takes a narrow column of the page. */
function strip({ widthPx, heightPx, lines }: Page): number {
  const width = Math.max(...lines.map(({ box }) => box.x1)) - Math.min(...lines.map(({ box }) => box.x0))
  const ratio = heightPx / (widthPx * Math.max(0.05, width))
  return ratio > 1.9 ? 1.5 : ratio > 1.6 ? 0.8 : 0
}

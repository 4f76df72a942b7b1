import type { TextLine } from '../../../../core/extraction/labels/index.ts'
import type { BodyRow } from '../../../../core/extraction/tables/index.ts'
import type { Caption } from '../labels/index.ts'
import type { TradeText } from './context.ts'

const TOTALS: readonly Caption[] = [
  'linesNet',
  'net',
  'tax',
  'gross',
  'total',
  'due',
  'prepaid',
  'charges',
  'allowances',
  'rounding',
  'taxBase',
  'lineCount',
  'inWords',
  'paymentTerms',
  'bankName',
]
export const CARRIED =
  /übertrag|zwischensumme|carried (?:forward|over)|brought forward|à reporter|\breport\b|sous-total|subtotal|перенос|subtotaal/iu
/** The sum of one page's items: neither an item nor a total of the document, whatever it is printed beside. */
export const PAGE_SUM =
  /(?:итого|всего|сумма)\s+(?:по|на)\s+(?:\p{L}+\s+)?(?:стр(?:аниц\p{L}+|\.)?|лист\p{L}+)|seitensumme|summe (?:dieser )?seite|page (?:sub)?total|total (?:de (?:la|cette) )?page/iu

/** A row that says little but a totals caption and figures. */
export function isTotalsRow(invoice: TradeText, row: readonly TextLine[]): boolean {
  const letters = row.reduce((n, line) => n + lettersIn(line.text), 0)
  const hits = row.flatMap((line) =>
    invoice.hitsOn(line).filter((h, i, all) => TOTALS.includes(h.kind) && all.findIndex((o) => o.from === h.from) === i),
  )
  const covered = hits.reduce((n, hit) => n + lettersIn(hit.line.text.slice(hit.from, hit.to)), 0)
  const figures = row.some((line) => /\d/.test(line.text))
  return letters > 0 && covered >= 0.55 * letters && (figures || covered === letters) && covered >= 3
}

const SUMS: readonly Caption[] = ['linesNet', 'net', 'tax', 'gross', 'total', 'due', 'prepaid', 'taxBase']

/** Captions that never name goods: "Umsatzsteuer", "Nettobetrag"; freight and discounts may. */
export function summary(invoice: TradeText, row: BodyRow): boolean {
  const first = row.lines.flatMap((line) => invoice.hitsOn(line))[0]
  return first !== undefined && SUMS.includes(first.kind)
}

/** "Prices include VAT    Invoice total EUR 49.99": a remark in the place of a name, and beside the figure the caption of a sum. */
export function sumBesideRemark(invoice: TradeText, row: BodyRow): boolean {
  const lines = row.lines.toSorted((a, b) => a.at.x0 - b.at.x0)
  const figure = lines.findIndex((line) => invoice.amounts(line).some((amount) => amount.decimals))
  const caption = lines[figure - 1]
  if (figure < 2 || !caption || /\d/.test(caption.text)) return false
  const hit = invoice.hitsOn(caption).find(({ kind, from }) => SUMS.includes(kind) && from === 0)
  return hit !== undefined && lettersIn(caption.text.slice(hit.from, hit.to)) >= 0.7 * lettersIn(caption.text)
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}]/gu, '').length
}

/** A sum that goes on to the next page or comes from the one before. */
export function carriedOver(text: string): boolean {
  return /übertrag|carried|brought|reporter|перенос/iu.test(text)
}

/** 1, 1а, 2, 2а, 3 … printed under the head of a Russian form. */
export function isColumnNumbers(row: BodyRow): boolean {
  const tokens = row.lines.flatMap((l) => l.text.split(/\s+/)).filter((t) => t !== '')
  if (tokens.length < 4 || !tokens.every((t) => /^\d{1,2}\p{L}?\.?$/u.test(t))) return false
  const numbers = tokens.map((t) => Number.parseInt(t, 10))
  // Forms leave out columns they do not print.
  return numbers[0] === 1 && numbers.every((n, i) => i === 0 || (n >= numbers[i - 1]! && n <= numbers[i - 1]! + 3)) && numbers.at(-1)! > 3
}

import { findAmounts } from '../../../../core/candidates/index.ts'
import type { Span } from '../../../../core/extraction/labels/index.ts'
import type { RowCell } from '../../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { type DocumentLocale, parseDecimal, parseQuantity, parseRate, unitOf } from '../../../../core/values/index.ts'
import { type ItemValue, product, spansOf } from './item-value.ts'

export function money(cell: RowCell | null, locale: DocumentLocale): ItemValue | null {
  if (!cell) return null
  const found = findAmounts(cell.text, locale).at(-1)
  return found ? { value: found.value, spans: spansOf(cell) } : null
}

/** A price with three decimals can be read two ways: the one that fits quantity and amount is meant. */
export function priceIn(cell: RowCell | null, locale: DocumentLocale, quantity: string | null, amount: string | null): ItemValue | null {
  if (!cell) return null
  const number = /-?\d[\d.,'’ \u00a0\u202f]*/.exec(cell.text)?.[0].trim()
  if (number === undefined) return null
  const parsed = parseDecimal(number, { decimal: locale.decimal })
  const readings = parsed.kind === 'value' ? [parsed.value] : parsed.kind === 'ambiguous' ? parsed.candidates : []
  const fitting =
    quantity === null || amount === null
      ? undefined
      : readings.find((p) => product(new Decimal(quantity), new Decimal(p), new Decimal(amount)))
  const value = fitting ?? readings[0]
  return value === undefined ? null : { value, spans: spansOf(cell) }
}

export function quantityIn(
  cell: RowCell | null,
  locale: DocumentLocale,
): { value: string; spans: readonly Span[]; unit: ItemValue | null } | null {
  if (!cell) return null
  const text = withUnit(cell, cell.text.replace(/^[x×*]\s*/i, '').trim())
  const parsed = parseQuantity(text, { decimal: locale.decimal })
  const read = parsed.kind === 'value' ? parsed.value : parsed.kind === 'ambiguous' ? parsed.candidates[0]! : null
  if (!read) return null
  const spans = spansOf(cell)
  return { value: read.value, spans, unit: read.unit && read.unit.raw.length <= 12 ? { value: read.unit.raw, spans } : null }
}

const LOOK_ALIKE: Readonly<Record<string, string>> = { 5: 'S', 0: 'O', 1: 'l', 8: 'B', 6: 'G' }

/** OCR reads "6 5tk" for "6 Stk": a digit that makes a known unit of what stands behind the number is a letter. */
function withUnit({ parts }: RowCell, text: string): string {
  const [, number, digit, rest] = /^(\d[\d.,]*) ([50186])(\p{L}\S*)$/u.exec(text) ?? []
  if (parts[0]?.line.source !== 'ocr' || !number || !digit || !rest) return text
  const unit = `${LOOK_ALIKE[digit]}${rest}`
  return unitOf(unit).code === null ? text : `${number} ${unit}`
}

export function rateIn(cell: RowCell | null): ItemValue | null {
  if (!cell || cell.text.trim() === '') return null
  const parsed = parseRate(cell.text.replace(/[()[\]]/g, ' ').trim())
  return parsed.kind === 'rate' && Number(parsed.rate) <= 40 ? { value: parsed.rate, spans: spansOf(cell) } : null
}

/** By the printed rate, or by «Без НДС» in its place. */
export function categoryIn(cell: RowCell | null): ItemValue | null {
  if (!cell || cell.text.trim() === '') return null
  const parsed = parseRate(cell.text.replace(/[()[\]]/g, ' ').trim())
  if (parsed.kind === 'invalid' || (parsed.kind === 'rate' && Number(parsed.rate) > 40)) return null
  return { value: parsed.category, spans: spansOf(cell) }
}

export function textIn(cell: RowCell | null): ItemValue | null {
  const text = cell?.text.trim() ?? ''
  return cell && text !== '' && text.length <= 40 && /[\p{L}\d]/u.test(text) && !/^\p{L}+:$/u.test(text)
    ? { value: text, spans: spansOf(cell) }
    : null
}

/** OCR loses the comma of "275,00": quantity × price brings it back. */
export function withPoint(amount: ItemValue, quantity: string | null, price: RowCell | null, locale: DocumentLocale): ItemValue {
  if (amount.spans[0]?.line.source !== 'ocr' || quantity === null || !price || !/^-?\d{3,}$/.test(amount.value)) return amount
  const unit = priceIn(price, locale, null, null)
  const value = new Decimal(amount.value).div(100)
  return unit && product(new Decimal(quantity), new Decimal(unit.value), value) ? { ...amount, value: value.toFixed(2) } : amount
}

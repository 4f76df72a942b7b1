import { findAmounts } from '../../../core/candidates/index.ts'
import type { Span } from '../../../core/extraction/labels/index.ts'
import type { Band, BodyRow, RowCell } from '../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../core/rules/index.ts'
import { type DocumentLocale, parseDecimal, parseQuantity, parseRate, unitOf } from '../../../core/values/index.ts'
import type { Column } from '../labels/index.ts'
import { discountIn } from './item-discount.ts'
import { position } from './item-extent.ts'
import { itemName } from './item-name.ts'
import type { PrintedItem } from './items.ts'

export interface ItemValue {
  readonly value: string
  readonly spans: readonly Span[]
}

/** Values of one item. `amount`: what the amount column prints, net or gross being decided later. */
export interface ItemValues {
  readonly no: ItemValue | null
  readonly name: ItemValue | null
  readonly description: ItemValue | null
  readonly article: ItemValue | null
  readonly gtin: ItemValue | null
  readonly quantity: ItemValue | null
  readonly unit: ItemValue | null
  readonly unitPrice: ItemValue | null
  readonly amount: ItemValue | null
  readonly net: ItemValue | null
  readonly gross: ItemValue | null
  readonly tax: ItemValue | null
  readonly taxRate: ItemValue | null
  readonly taxCategory: ItemValue | null
  /** Printed in a row of its own under the item: its amount is still to be reduced. */
  readonly allowance: ItemValue | null
  /** Printed in a column: the amount is reduced already. */
  readonly discount: ItemValue | null
}

/** An item of which nothing is printed yet. */
export const NO_VALUES: ItemValues = {
  no: null,
  name: null,
  description: null,
  article: null,
  gtin: null,
  quantity: null,
  unit: null,
  unitPrice: null,
  amount: null,
  net: null,
  gross: null,
  tax: null,
  taxRate: null,
  taxCategory: null,
  allowance: null,
  discount: null,
}

const NUMERIC: readonly Column[] = [
  'quantity',
  'quantityUnit',
  'unitPrice',
  'grossPrice',
  'amount',
  'net',
  'gross',
  'tax',
  'position',
  'other',
]

/** Reads every item's cells; where a heading was misleading, quantity × price = amount tells the columns apart. */
export function itemValues(items: readonly PrintedItem[], locale: DocumentLocale): readonly ItemValues[] {
  const values = items.map((item) => {
    const table = items.filter((other) => other.bands === item.bands)
    return valuesOf(item, table, columnRoles(table, item.bands, locale), locale)
  })
  return numbered(values)
}

/** "1KR3M", "2SFK5": position and article printed so close that they became one word. The running number proves it. */
function numbered(items: readonly ItemValues[]): readonly ItemValues[] {
  const glued =
    items.length > 1 && items.every((item, i) => item.no === null && new RegExp(`^${i + 1}\\p{Lu}`, 'u').test(item.article?.value ?? ''))
  if (!glued) return items
  return items.map((item, i) => ({
    ...item,
    no: { value: String(i + 1), spans: item.article!.spans },
    article: { ...item.article!, value: item.article!.value.slice(String(i + 1).length) },
  }))
}

type Roles = Partial<
  Record<'quantity' | 'unitPrice' | 'amount' | 'net' | 'gross' | 'tax' | 'taxRate' | 'unit' | 'article' | 'gtin' | 'discount', number>
>

/** Column index per role, checked on the figures of all rows under one head. */
function columnRoles(items: readonly PrintedItem[], bands: readonly Band<Column>[], locale: DocumentLocale): Roles {
  const first = (...kinds: readonly Column[]) => {
    const at = kinds.map((kind) => bands.findIndex((b) => b.kind === kind)).find((i) => i >= 0)
    return at
  }
  const last = (kind: Column) => {
    const at = bands.findLastIndex((b) => b.kind === kind)
    return at < 0 ? undefined : at
  }
  const numbers = bands.map((_, c) => items.map((item) => numberIn(item.anchor.cells[c]!, locale)))
  const filled = (c: number) => numbers[c]!.filter((n) => n !== null).length
  const roles: Roles = {}
  const set = (role: keyof Roles, at: number | undefined) => {
    if (at !== undefined) roles[role] = at
  }
  set('amount', last('amount'))
  set('net', last('net'))
  set('gross', last('gross'))
  set('tax', last('tax'))
  set('taxRate', first('taxRate'))
  set('unit', first('unit'))
  set('article', first('article') ?? codeColumn(items, bands))
  set('gtin', first('gtin'))
  set('discount', first('discount'))
  set('quantity', first('quantity', 'quantityUnit'))
  set('unitPrice', first('unitPrice', 'grossPrice'))
  const total = roles.net ?? roles.amount ?? roles.gross
  if (total === undefined) return roles
  const candidates = bands.flatMap((b, c) => (c !== total && (b.kind === null || NUMERIC.includes(b.kind)) && filled(c) > 0 ? [c] : []))
  const fits = (q: number, p: number) =>
    items.filter((_, r) => product(numbers[q]![r] ?? null, numbers[p]![r] ?? null, numbers[total]![r] ?? null)).length
  const now = roles.quantity !== undefined && roles.unitPrice !== undefined ? fits(roles.quantity, roles.unitPrice) : 0
  let best = { q: roles.quantity, p: roles.unitPrice, score: now + 0.5 }
  for (const q of candidates)
    for (const p of candidates) {
      if (q === p) continue
      // Keep what the headings said about one of the two, if they said anything.
      if (roles.unitPrice !== undefined && filled(roles.unitPrice) > 0 && p !== roles.unitPrice) continue
      const score = fits(q, p)
      if (score > best.score && score >= Math.max(1, items.length * 0.5)) best = { q, p, score }
    }
  set('quantity', best.q)
  set('unitPrice', best.p)
  return roles
}

/** "Item | Description": with two name columns, the left one that holds single words is the article. */
function codeColumn(items: readonly PrintedItem[], bands: readonly Band<Column>[]): number | undefined {
  const names = bands.flatMap((b, i) => (b.kind === 'name' ? [i] : []))
  const left = names[0]
  if (names.length < 2 || left === undefined) return undefined
  const texts = items.map((item) => item.anchor.cells[left]!.text.trim()).filter((text) => text !== '')
  return texts.length > 0 && texts.every((text) => !/\s/.test(text)) ? left : undefined
}

function product(q: Decimal | null, p: Decimal | null, a: Decimal | null): boolean {
  return (
    q !== null &&
    p !== null &&
    a !== null &&
    !q.isZero() &&
    q
      .times(p)
      .minus(a)
      .abs()
      .lte(Decimal.max('0.02', a.abs().times('0.0005')))
  )
}

function numberIn(cell: RowCell, locale: DocumentLocale): Decimal | null {
  const text = cell.text.trim()
  const bare = /^-?[\d.,' \u00a0]+$/.test(text) ? parseDecimal(text, { decimal: locale.decimal }) : null
  if (bare && bare.kind !== 'invalid') return new Decimal(bare.kind === 'value' ? bare.value : bare.candidates[0]!)
  const found = findAmounts(text, locale)[0]
  return found ? new Decimal(found.value) : null
}

function valuesOf(item: PrintedItem, table: readonly PrintedItem[], roles: Roles, locale: DocumentLocale): ItemValues {
  const { anchor } = item
  const cell = (at: number | undefined) => (at === undefined ? null : anchor.cells[at]!)
  const amountCells = {
    amount: money(cell(roles.amount), locale),
    net: money(cell(roles.net), locale),
    gross: money(cell(roles.gross), locale),
  }
  const printed = amountCells.net ?? amountCells.amount ?? amountCells.gross
  const quantity = quantityIn(cell(roles.quantity), locale)
  const total = printed && withPoint(printed, quantity?.value ?? null, cell(roles.unitPrice), locale)
  const price = priceIn(cell(roles.unitPrice), locale, quantity?.value ?? null, total?.value ?? null)
  const rate = rateIn(cell(roles.taxRate))
  const { name, description } = itemName(item, table)
  const allowance = item.adjustments.map((row) => money(lastFigure(row), locale)).find((v) => v !== null) ?? null
  return {
    no: positionOf(item),
    name,
    description,
    article: codeIn(item, roles.article) ?? captionedArticle(item),
    gtin: textIn(cell(roles.gtin)),
    quantity: quantity && { value: quantity.value, spans: quantity.spans },
    unit: unitIn(item, roles.unit) ?? quantity?.unit ?? null,
    unitPrice: price,
    amount: amountCells.amount && amountCells.amount === printed ? total : amountCells.amount,
    net: amountCells.net && amountCells.net === printed ? total : amountCells.net,
    gross: amountCells.gross && amountCells.gross === printed ? total : amountCells.gross,
    tax: money(cell(roles.tax), locale),
    taxRate: rate,
    taxCategory: categoryIn(cell(roles.taxRate)),
    allowance,
    discount: discountIn(cell(roles.discount), [quantity, price, total], locale),
  }
}

const ARTICLE =
  /(?:(?:art(?:ikel)?\.?\s?-?\s?(?:nr|no|nummer|code)\.?(?:\s?-?\s?lief(?:erant)?\.?(?:en)?)?|sku|item (?:no|code|number)\.?|product code|réf(?:érence)?\.?|артикул|арт\.|artikelcode)\s*[:№#]\s*|(?<!\p{L})арт\.\s+(?=[\p{L}\d./_-]{4}))([\p{L}\d][\p{L}\d./_-]*\d[\p{L}\d./_-]*|\d+)/iu

/** "Art.-Nr.: 4711" among the item's lines of text, in whatever column. */
function captionedArticle(item: PrintedItem): ItemValue | null {
  const rows = [...item.above, item.anchor, ...item.below]
  for (let column = 0; column < item.bands.length; column++) {
    const parts = rows.flatMap((row) => row.cells[column]!.parts)
    const found = ARTICLE.exec(parts.map((p) => p.word.word.text).join(' '))
    const part = found && parts.find((p) => p.word.word.text.includes(found[1]!))
    if (found && part) return { value: found[1]!, spans: [{ line: part.line, from: part.word.from, to: part.word.to }] }
  }
  return null
}

/** OCR loses the comma of "275,00": quantity × price brings it back. */
function withPoint(amount: ItemValue, quantity: string | null, price: RowCell | null, locale: DocumentLocale): ItemValue {
  if (amount.spans[0]?.line.source !== 'ocr' || quantity === null || !price || !/^-?\d{3,}$/.test(amount.value)) return amount
  const unit = priceIn(price, locale, null, null)
  const value = new Decimal(amount.value).div(100)
  return unit && product(new Decimal(quantity), new Decimal(unit.value), value) ? { ...amount, value: value.toFixed(2) } : amount
}

function positionOf(item: PrintedItem): ItemValue | null {
  const at = item.bands.findIndex((b) => b.kind === 'position')
  const row = [item.anchor, ...item.below, ...item.above].find((r) => position(r, item.bands) !== '')
  return row && at >= 0 ? { value: position(row, item.bands), spans: spansOf(row.cells[at]!) } : null
}

function money(cell: RowCell | null, locale: DocumentLocale): ItemValue | null {
  if (!cell) return null
  const found = findAmounts(cell.text, locale).at(-1)
  return found ? { value: found.value, spans: spansOf(cell) } : null
}

function lastFigure(row: BodyRow): RowCell | null {
  return row.cells.findLast((cell) => /\d[.,]\d{2}/.test(cell.text)) ?? null
}

/** A price with three decimals can be read two ways: the one that fits quantity and amount is meant. */
function priceIn(cell: RowCell | null, locale: DocumentLocale, quantity: string | null, amount: string | null): ItemValue | null {
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

function quantityIn(
  cell: RowCell | null,
  locale: DocumentLocale,
): { value: string; spans: readonly Span[]; unit: ItemValue | null } | null {
  if (!cell) return null
  const text = cell.text.replace(/^[x×*]\s*/i, '').trim()
  const parsed = parseQuantity(text, { decimal: locale.decimal })
  const read = parsed.kind === 'value' ? parsed.value : parsed.kind === 'ambiguous' ? parsed.candidates[0]! : null
  if (!read) return null
  const spans = spansOf(cell)
  return { value: read.value, spans, unit: read.unit && read.unit.raw.length <= 12 ? { value: read.unit.raw, spans } : null }
}

function rateIn(cell: RowCell | null): ItemValue | null {
  if (!cell || cell.text.trim() === '') return null
  const parsed = parseRate(cell.text.replace(/[()[\]]/g, ' ').trim())
  return parsed.kind === 'rate' && Number(parsed.rate) <= 40 ? { value: parsed.rate, spans: spansOf(cell) } : null
}

/** By the printed rate, or by «Без НДС» in its place. */
function categoryIn(cell: RowCell | null): ItemValue | null {
  if (!cell || cell.text.trim() === '') return null
  const parsed = parseRate(cell.text.replace(/[()[\]]/g, ' ').trim())
  if (parsed.kind === 'invalid' || (parsed.kind === 'rate' && Number(parsed.rate) > 40)) return null
  return { value: parsed.category, spans: spansOf(cell) }
}

/** A unit, over two lines in a narrow column («усл.» «ед.»). */
function unitIn(item: PrintedItem, at: number | undefined): ItemValue | null {
  const cell = at === undefined ? null : item.anchor.cells[at]!
  const text = cell?.text.trim() ?? ''
  if (!cell || text === '' || text.length > 14 || /^\d+[.,]\d/.test(text)) return null
  const more = item.below[0]?.cells[at!]
  const goesOn = more !== undefined && /\.$/.test(text) && /^\p{Ll}[\p{L}.]{0,8}$/u.test(more.text.trim())
  return goesOn
    ? { value: `${text} ${more.text.trim()}`, spans: [...spansOf(cell), ...spansOf(more)] }
    : { value: text, spans: spansOf(cell) }
}

/** An item number; one broken after its hyphen goes on in the next row («A617-» «297»). */
function codeIn(item: PrintedItem, at: number | undefined): ItemValue | null {
  const first = textIn(at === undefined ? null : item.anchor.cells[at]!)
  const more = at === undefined ? undefined : item.below[0]?.cells[at]
  if (!first || !more || !/[-/_]$/.test(first.value) || !/^[\p{L}\d][\p{L}\d./_-]*$/u.test(more.text.trim())) return first
  return { value: first.value + more.text.trim(), spans: [...first.spans, ...spansOf(more)] }
}

function textIn(cell: RowCell | null): ItemValue | null {
  const text = cell?.text.trim() ?? ''
  return cell && text !== '' && text.length <= 40 && /[\p{L}\d]/u.test(text) && !/^\p{L}+:$/u.test(text)
    ? { value: text, spans: spansOf(cell) }
    : null
}

/** Rec 20 code of a printed unit, null when unknown. */
export function unitCode(printed: string): string | null {
  return unitOf(printed).code
}

export function spansOf(cell: RowCell): readonly Span[] {
  const spans: { line: Span['line']; from: number; to: number }[] = []
  for (const { line, word } of cell.parts) {
    const last = spans.at(-1)
    if (last && last.line === line) last.to = word.to
    else spans.push({ line, from: word.from, to: word.to })
  }
  return spans
}

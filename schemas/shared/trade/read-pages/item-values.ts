import type { Band, RowCell } from '../../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { type DocumentLocale, unitOf } from '../../../../core/values/index.ts'
import type { Column } from '../labels/index.ts'
import { columnRoles, type Roles } from './column-roles.ts'
import { adjustmentsOf } from './item-adjustments.ts'
import { categoryIn, money, priceIn, quantityIn, rateIn, textIn, withPoint } from './item-cells.ts'
import { captionedArticle, codeIn } from './item-code.ts'
import { discountIn } from './item-discount.ts'
import { position } from './item-extent.ts'
import { itemName, type NameRoom, nameRoom } from './item-name.ts'
import { type ItemValue, product, spansOf } from './item-value.ts'
import type { PrintedItem } from './items.ts'
import { splitByColon } from './worded-name.ts'

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
  /** Taken off the item and added to it, in a column or in rows under it, without signs. */
  readonly allowance: ItemValue | null
  readonly charge: ItemValue | null
  /** The printed amount is after allowance and charge. */
  readonly adjusted: boolean
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
  charge: null,
  adjusted: true,
}

/** Reads every item's cells; where a heading was misleading, quantity × price = amount tells the columns apart. */
export function itemValues(items: readonly PrintedItem[], locale: DocumentLocale): readonly ItemValues[] {
  // The pages of a table share what their columns mean, whatever the borders of each.
  const headings = (bands: readonly Band<Column>[]) => JSON.stringify(bands.map(({ kind, text }) => [kind, text]))
  const roles = new Map(
    [...Map.groupBy(items, ({ bands }) => headings(bands))].map(([key, all]) => [key, columnRoles(all, all[0]!.bands, locale)]),
  )
  const tables = new Map(
    [...Map.groupBy(items, ({ bands }) => bands)].map(([bands, rows]) => [
      bands,
      { roles: roles.get(headings(bands))!, nameRoom: nameRoom(rows) },
    ]),
  )
  const values = items.map((item) => valuesOf(item, tables.get(item.bands)!, locale))
  const positions = items.every(({ bands }) => bands.some(({ kind }) => kind === 'position'))
  return splitByColon(numbered(positions ? withoutPositions(values) : values))
}

/** "1Деревянная игрушка": OCR gives the position to the name where its column is narrow. The running number proves it. */
function withoutPositions(items: readonly ItemValues[]): readonly ItemValues[] {
  const glued = items.every(({ no, name }, i) => no === null && new RegExp(`^${i + 1}\\p{Lu}`, 'u').test(name?.value ?? ''))
  if (!glued) return items
  return items.map((item, i) => {
    const no = String(i + 1)
    return { ...item, no: { value: no, spans: item.name!.spans }, name: { ...item.name!, value: item.name!.value.slice(no.length) } }
  })
}

/** "1KR3M", "2 SFK5": position and article printed so close that they became one word or one cell. The running number proves it. */
function numbered(items: readonly ItemValues[]): readonly ItemValues[] {
  const glued =
    items.length > 1 && items.every((item, i) => item.no === null && new RegExp(`^${i + 1} ?\\p{Lu}`, 'u').test(item.article?.value ?? ''))
  if (!glued) return items
  return items.map((item, i) => ({
    ...item,
    no: { value: String(i + 1), spans: item.article!.spans },
    article: { ...item.article!, value: item.article!.value.slice(String(i + 1).length).trim() },
  }))
}

/** What the items under one head have in common. */
interface ItemTable {
  readonly roles: Roles
  readonly nameRoom: NameRoom
}

function valuesOf(item: PrintedItem, { roles, nameRoom: room }: ItemTable, locale: DocumentLocale): ItemValues {
  const { anchor } = item
  const cell = (at: number | undefined) => (at === undefined ? null : anchor.cells[at]!)
  const amountCells = {
    amount: money(cell(roles.amount), locale),
    net: money(cell(roles.net), locale),
    gross: money(cell(roles.gross), locale),
  }
  const printed = amountCells.net ?? amountCells.amount ?? amountCells.gross
  const counted = quantityIn(cell(roles.quantity), locale)
  const joined = counted ? null : countedUnit(cell(roles.unit), locale)
  const priced = counted || joined || !printed ? null : countedPrice(cell(roles.unitPrice), printed, locale)
  const quantity = counted ?? joined ?? priced?.quantity ?? null
  const total = printed && withPoint(printed, quantity?.value ?? null, cell(roles.unitPrice), locale)
  const price = priced ? priced.price : priceIn(cell(roles.unitPrice), locale, quantity?.value ?? null, total?.value ?? null)
  const rate = rateIn(cell(roles.taxRate))
  const { name, description } = itemName(item, room)
  const figures = [quantity, price, total]
  const { allowance, charge, included } = adjustmentsOf(item, figures, locale)
  return {
    no: positionOf(item),
    name,
    description,
    article: codeIn(item, roles.article) ?? captionedArticle(item),
    gtin: textIn(cell(roles.gtin)),
    quantity: quantity && { value: quantity.value, spans: quantity.spans },
    unit: (joined ? null : unitIn(item, roles.unit)) ?? quantity?.unit ?? null,
    unitPrice: price,
    amount: amountCells.amount && amountCells.amount === printed ? total : amountCells.amount,
    net: amountCells.net && amountCells.net === printed ? total : amountCells.net,
    gross: amountCells.gross && amountCells.gross === printed ? total : amountCells.gross,
    tax: money(cell(roles.tax), locale),
    taxRate: rate,
    taxCategory: categoryIn(cell(roles.taxRate)),
    allowance: allowance ?? discountIn(cell(roles.discount), figures, locale),
    charge,
    adjusted: included || (!allowance && !charge),
  }
}

function positionOf(item: PrintedItem): ItemValue | null {
  const at = item.bands.findIndex((b) => b.kind === 'position')
  const row = [item.anchor, ...item.below, ...item.above].find((r) => position(r, item.bands) !== '')
  return row && at >= 0 ? { value: position(row, item.bands), spans: spansOf(row.cells[at]!) } : null
}

/** "12,5 кг" under the heading of the units: counts set to the right and units set to the left of their border stand as one. */
function countedUnit(cell: RowCell | null, locale: DocumentLocale): ReturnType<typeof quantityIn> {
  return cell && /^\d[\d.,' \u00a0]*\s?\p{L}/u.test(cell.text.trim()) ? quantityIn(cell, locale) : null
}

/** "3 882.00" under the heading of the prices: quantity and price that stand as one, proven by the amount. */
function countedPrice(cell: RowCell | null, amount: ItemValue, locale: DocumentLocale) {
  const words = cell?.parts ?? []
  if (!cell || words.length < 2) return null
  const of = (parts: RowCell['parts']): RowCell => ({ text: parts.map(({ word }) => word.word.text).join(' '), parts })
  const quantity = quantityIn(of(words.slice(0, 1)), locale)
  const price = priceIn(of(words.slice(1)), locale, quantity?.value ?? null, amount.value)
  const proven = quantity && price && product(new Decimal(quantity.value), new Decimal(price.value), new Decimal(amount.value))
  return proven ? { quantity, price } : null
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

/** Rec 20 code of a printed unit, null when unknown. */
export function unitCode(printed: string): string | null {
  return unitOf(printed).code
}

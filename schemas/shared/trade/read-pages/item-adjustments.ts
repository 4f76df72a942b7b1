import type { Band, BodyRow, RowCell } from '../../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { DocumentLocale } from '../../../../core/values/index.ts'
import type { Column } from '../labels/index.ts'
import type { TradeText } from './context.ts'
import { AMOUNT } from './item-anchor.ts'
import { money } from './item-cells.ts'
import { position } from './item-extent.ts'
import type { ItemValue } from './item-value.ts'
import type { PrintedItem } from './items.ts'

const ALLOWANCE =
  /^[^\p{L}\d]*(?:минус\s|за\s+вычетом\s|moins\s|minus\s)?(?:abz(?:gl|üglich)|rabatt|abschlag|nachlass|discount|less(?!\p{L})|remise|rabais|ristourne|скидка|korting)/iu
const CHARGE = /^[^\p{L}\d]*(?:zuschlag|aufschlag|zzgl\.? zuschlag|surcharge|majoration|наценка|надбавка|toeslag)/iu
const PERCENT = /(\d{1,2}(?:[.,]\d{1,2})?)\s?%/

/** A row under an item that changes its amount: worded so, with an amount, and no item itself (no number, no quantity beside a price). */
export function isAdjustment(row: BodyRow, bands: readonly Band<Column>[], invoice: TradeText): boolean {
  const text = row.cells
    .filter((_, i) => !AMOUNT.includes(bands[i]!.kind ?? 'other'))
    .map((cell) => cell.text)
    .filter((part) => part !== '')
    .join(' ')
  if ((!ALLOWANCE.test(text) && !CHARGE.test(text)) || position(row, bands) !== '') return false
  const filled = (...kinds: readonly Column[]) =>
    bands.some((band, i) => kinds.includes(band.kind ?? 'other') && /\d/.test(row.cells[i]!.text))
  return !(filled('quantity', 'quantityUnit') && filled('unitPrice', 'grossPrice')) && lastAmount(row, invoice) !== null
}

/** "Discount 5 %" right under the items: five per cent of all of them, not of the last one. */
export function isOfAllItems(row: BodyRow, anchors: readonly BodyRow[], invoice: TradeText): boolean {
  const printed = PERCENT.exec(row.lines.map(({ text }) => text).join(' '))?.[1]
  const amounts = anchors.map((anchor) => lastAmount(anchor, invoice))
  const given = lastAmount(row, invoice)
  if (printed === undefined || anchors.length < 2 || given === null || amounts.some((a) => a === null)) return false
  const share = (of: Decimal) => of.times(printed.replace(',', '.')).div(100).minus(given.abs()).abs().lte('0.02')
  const sum = amounts.reduce<Decimal>((all, amount) => all.plus(amount!), new Decimal(0))
  return share(sum) && !share(amounts.at(-1)!)
}

function lastAmount(row: BodyRow, invoice: TradeText): Decimal | null {
  const found = row.lines.flatMap((line) => invoice.amounts(line).filter((a) => a.decimals)).at(-1)
  return found ? new Decimal(found.value) : null
}

/** Sums of what the rows under an item take off and add. `included`: the printed amount of the item is already after them. */
export interface Adjustments {
  readonly allowance: ItemValue | null
  readonly charge: ItemValue | null
  readonly included: boolean
}

/** Quantity × price tells whether the printed amount is before or after the rows under it; without them it is taken to be before them. */
export function adjustmentsOf(
  item: PrintedItem,
  [quantity, price, amount]: readonly ({ readonly value: string } | null)[],
  locale: DocumentLocale,
): Adjustments {
  const rows = item.adjustments.map((row) => ({ charge: isCharge(row), value: money(lastFigure(row), locale) }))
  const allowance = summed(rows.flatMap(({ charge, value }) => (charge || !value ? [] : [value])))
  const charge = summed(rows.flatMap(({ charge, value }) => (charge && value ? [value] : [])))
  if (!quantity || !price || !amount || (!allowance && !charge)) return { allowance, charge, included: false }
  const full = new Decimal(quantity.value).times(price.value)
  const after = full.minus(allowance?.value ?? 0).plus(charge?.value ?? 0)
  const is = (figure: Decimal) => figure.minus(amount.value).abs().lte('0.02')
  // Where neither fits, the rows were not understood: the amount stays as printed.
  return is(full) || is(after) ? { allowance, charge, included: is(after) } : NONE
}

const NONE: Adjustments = { allowance: null, charge: null, included: true }

function isCharge(row: BodyRow): boolean {
  return row.cells.some((cell) => CHARGE.test(cell.text))
}

function lastFigure(row: BodyRow): RowCell | null {
  return row.cells.findLast((cell) => /\d[.,]\d{2}/.test(cell.text)) ?? null
}

/** Whatever sign is printed: the caption says whether it is taken off or added. */
function summed(values: readonly ItemValue[]): ItemValue | null {
  if (values.length === 0) return null
  const sum = values.reduce((all, { value }) => all.plus(new Decimal(value).abs()), new Decimal(0))
  return { value: sum.toFixed(2), spans: values.flatMap(({ spans }) => spans) }
}

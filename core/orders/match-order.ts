import { plainIdentifier } from '../identifiers/index.ts'
import { LIKE, nameLikeness } from '../master-data/name-likeness.ts'
import { Decimal } from '../rules/decimal.ts'
import type { Order, OrderLine, Tolerances } from './order.ts'
import type { LineMatch, OrderCheck, OrderMatch } from './order-match.ts'

/** A billed line as far as an order can know it. Decimal strings; the price is net of tax. */
export interface BilledLine {
  readonly itemIds: readonly string[]
  readonly name: string | null
  readonly quantity: string | null
  readonly units: readonly string[]
  readonly unitPrice: string | null
}

/** Everything a document says about its order. */
export interface Billed {
  readonly number: string
  readonly lines: readonly BilledLine[]
}

/**
 * Two-way match (order) by line, three-way where goods receipts are kept. Several lines may bill one line of the order; quantities add up with what
 * approved documents billed before (`billedBefore`: order line → quantity).
 */
export function matchOrder(
  { lines }: Billed,
  order: Order,
  tolerances: Tolerances,
  billedBefore: Readonly<Record<string, string>>,
): Extract<OrderMatch, { state: 'found' }> {
  const sums = new Map(order.lines.map(({ no }) => [no, new Decimal(billedBefore[no] ?? 0)]))
  const matched = lines.map((line, index): LineMatch => {
    const found = bestLine(line, order.lines)
    if (!found) return { index, no: null, by: null, score: 0, unitDiffers: false, quantity: null, checks: [] }
    const { no } = found.line
    const unitDiffers = otherUnit(line, found.line)
    const checks = unitDiffers ? [] : checksOf(line, found.line, sums.get(no)!, tolerances)
    if (line.quantity !== null && !unitDiffers) sums.set(no, sums.get(no)!.plus(line.quantity))
    return { index, no, by: found.by, score: found.score, unitDiffers, quantity: unitDiffers ? null : line.quantity, checks }
  })
  const { number, version, supplier, currency } = order
  return { state: 'found', number, version, supplier, currency, tolerances, billedBefore: { ...billedBefore }, lines: matched }
}

/** By an article number, else by the name that is most alike; the nearer price decides between equals. */
function bestLine(
  line: BilledLine,
  lines: readonly OrderLine[],
): { readonly line: OrderLine; readonly by: 'item' | 'name'; readonly score: number } | null {
  const ids = line.itemIds.map(plainIdentifier)
  const byItem = lines.filter(({ itemIds }) => itemIds.some((id) => ids.includes(plainIdentifier(id))))
  if (byItem.length > 0) return { line: nearest(line, byItem), by: 'item', score: 1 }
  const scored = lines.map((one) => ({ one, score: line.name === null || one.name === null ? 0 : nameLikeness(line.name, one.name) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  if (best < LIKE) return null
  return {
    line: nearest(
      line,
      scored.filter(({ score }) => score === best).map(({ one }) => one),
    ),
    by: 'name',
    score: best,
  }
}

function nearest({ unitPrice }: BilledLine, lines: readonly OrderLine[]): OrderLine {
  const distance = (line: OrderLine) => (unitPrice === null ? 0 : new Decimal(unitPrice).minus(line.unitPrice).abs().toNumber())
  return lines.toSorted((a, b) => distance(a) - distance(b))[0]!
}

function otherUnit({ units }: BilledLine, { unit }: OrderLine): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s.]/g, '')
  return unit !== null && units.length > 0 && !units.some((one) => plain(one) === plain(unit))
}

function checksOf(line: BilledLine, order: OrderLine, before: Decimal, tolerances: Tolerances): readonly OrderCheck[] {
  const { pricePercent, priceAmount, quantityPercent, quantityAmount } = tolerances
  const checks: OrderCheck[] = []
  if (line.unitPrice !== null)
    checks.push(check('price', order.unitPrice, new Decimal(line.unitPrice), pricePercent, priceAmount, line.quantity ?? '1'))
  if (line.quantity !== null) {
    const billed = before.plus(line.quantity)
    checks.push(check('quantity', order.quantity, billed, quantityPercent, quantityAmount, '1'))
    if (order.received !== null) checks.push(check('received', order.received, billed, quantityPercent, quantityAmount, '1'))
  }
  return checks
}

/** `factor` turns a difference of the compared value into one that the absolute limit is meant for. Less than agreed is always within. */
function check(
  kind: OrderCheck['kind'],
  agreed: string,
  billed: Decimal,
  percent: string | null,
  amount: string | null,
  factor: string,
): OrderCheck {
  const delta = billed.minus(agreed)
  const limits = [
    ...(percent === null ? [] : [new Decimal(agreed).times(percent).div(100)]),
    ...(amount === null ? [] : [new Decimal(amount).div(Decimal.max(new Decimal(factor).abs(), '0.0000000001'))]),
  ]
  const within = delta.lte(0) || (limits.length > 0 && limits.every((limit) => delta.lte(limit)))
  return { kind, agreed: new Decimal(agreed).toFixed(), billed: billed.toFixed(), delta: delta.toFixed(), within }
}

import { findAmounts } from '../../../../core/candidates/index.ts'
import type { Band, RowCell } from '../../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { type DocumentLocale, parseDecimal } from '../../../../core/values/index.ts'
import type { Column } from '../labels/index.ts'
import { product } from './item-value.ts'
import type { PrintedItem } from './items.ts'

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

export type Roles = Partial<
  Record<'quantity' | 'unitPrice' | 'amount' | 'net' | 'gross' | 'tax' | 'taxRate' | 'unit' | 'article' | 'gtin' | 'discount', number>
>

/** Column index per role, checked on the figures of all rows under one head. */
export function columnRoles(items: readonly PrintedItem[], bands: readonly Band<Column>[], locale: DocumentLocale): Roles {
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
  if (roles.quantity === undefined && roles.unit !== undefined && mostly(items, roles.unit, (text) => /^\d[\d.,]*\s?\p{L}/u.test(text))) {
    set('quantity', roles.unit)
    delete roles.unit
  }
  // "St. % | Steuer": the heading that could mean either is over the amounts.
  if (roles.taxRate === undefined || items.every(({ anchor }) => !/\d\s?%/.test(anchor.cells[roles.taxRate!]!.text))) {
    const rates = rateColumn(items, bands)
    if (rates !== undefined && roles.taxRate !== undefined && roles.tax === undefined) set('tax', roles.taxRate)
    set('taxRate', rates)
  }
  const fit = (q: number, p: number, a: number) =>
    items.filter((_, r) => product(numbers[q]![r] ?? null, numbers[p]![r] ?? null, numbers[a]![r] ?? null)).length
  const total =
    roles.net ?? roles.amount ?? roles.gross ?? unnamedAmount(bands, roles, fit, items.length) ?? lastOfCents(items, bands, roles)
  if (total === undefined) return roles
  if (roles.net === undefined && roles.gross === undefined) set('amount', total)
  const candidates = bands.flatMap((b, c) => (c !== total && (b.kind === null || NUMERIC.includes(b.kind)) && filled(c) > 0 ? [c] : []))
  const fits = (q: number, p: number) => fit(q, p, total)
  // Multiplication says not which is which: a known heading does, else the cents of a price. What is headed as a sum is neither.
  const likelihood = (q: number, p: number) => {
    const sums = [q, p].filter((c) => SUMS.includes(bands[c]!.kind ?? 'other')).length
    const headed = Number(q === roles.quantity) + Number(p === roles.unitPrice)
    return 0.2 * headed + (mostly(items, p, CENTS) ? 0.1 : 0) - (mostly(items, q, CENTS) ? 0.05 : 0) - 0.6 * sums
  }
  const now = roles.quantity !== undefined && roles.unitPrice !== undefined ? fits(roles.quantity, roles.unitPrice) : 0
  let best = { q: roles.quantity, p: roles.unitPrice, score: now + 0.5 }
  for (const q of candidates)
    for (const p of candidates) {
      if (q === p) continue
      // Keep what the headings said about one of the two, if they said anything.
      if (roles.unitPrice !== undefined && filled(roles.unitPrice) > 0 && p !== roles.unitPrice) continue
      const score = fits(q, p)
      if (score < Math.max(1, items.length * 0.5)) continue
      const worth = score + likelihood(q, p)
      if (worth > best.score) best = { q, p, score: worth }
    }
  set('quantity', best.q ?? onlyCounts(items, bands))
  set('unitPrice', best.p)
  return roles
}

const SUMS: readonly Column[] = ['amount', 'net', 'gross', 'tax']
const CENTS = (text: string) => /\d[.,]\d{2}(?!\d)/.test(text)

function mostly(items: readonly PrintedItem[], column: number, holds: (text: string) => boolean): boolean {
  return items.filter(({ anchor }) => holds(anchor.cells[column]!.text.trim())).length > items.length / 2
}

/** A column with an unknown heading is that of the amounts when quantity × price gives them on most rows. */
function unnamedAmount(
  bands: readonly Band<Column>[],
  { quantity, unitPrice }: Roles,
  fit: (q: number, p: number, a: number) => number,
  rows: number,
): number | undefined {
  if (quantity === undefined || unitPrice === undefined) return undefined
  const at = bands.findLastIndex((band, c) => band.kind === null && fit(quantity, unitPrice, c) > rows / 2)
  return at < 0 ? undefined : at
}

/** With discounts between, multiplication does not find the amounts: they stand last, with cents on most rows. */
function lastOfCents(items: readonly PrintedItem[], bands: readonly Band<Column>[], { unitPrice }: Roles): number | undefined {
  const at = bands.findLastIndex((band, c) => band.kind === null && mostly(items, c, CENTS))
  return at > (unitPrice ?? 0) ? at : undefined
}

const COUNT = /^\d{1,6}(?:[.,]\d{1,3})?(?:\s\p{L}[\p{L}.]{0,9}){0,2}$/u

/** The only column with an unknown heading that holds counts on every row, and not the numbers of the rows. */
function onlyCounts(items: readonly PrintedItem[], bands: readonly Band<Column>[]): number | undefined {
  const counts = bands.flatMap((band, c) => {
    const texts = items.map(({ anchor }) => anchor.cells[c]!.text.trim())
    const running = texts.every((text, i) => i === 0 || Number.parseFloat(text) > Number.parseFloat(texts[i - 1]!))
    const priced = texts.every(CENTS)
    return band.kind === null && texts.every((text) => COUNT.test(text)) && !(running && texts.length > 1) && !priced ? [c] : []
  })
  return counts.length === 1 ? counts[0] : undefined
}

const RATES: ReadonlySet<string> = new Set([
  '0',
  '2,1',
  '4',
  '5',
  '5,5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '12',
  '13',
  '14',
  '19',
  '20',
  '21',
  '22',
  '23',
  '24',
  '25',
  '27',
])

/** A column with an unknown heading that holds nothing but VAT rates, one at least on each item. A discount is not given on every line. */
function rateColumn(items: readonly PrintedItem[], bands: readonly Band<Column>[]): number | undefined {
  const at = bands.findIndex(
    (band, c) =>
      band.kind === null &&
      items.every(({ anchor }) => {
        const printed = /^(\d{1,2}(?:[.,]\d)?)\s?%$/.exec(anchor.cells[c]!.text.trim())?.[1]
        return printed !== undefined && RATES.has(printed.replace('.', ','))
      }),
  )
  return at < 0 ? undefined : at
}

/** "Item | Description": with two name columns, the left one that holds single words is the article. */
function codeColumn(items: readonly PrintedItem[], bands: readonly Band<Column>[]): number | undefined {
  const names = bands.flatMap((b, i) => (b.kind === 'name' ? [i] : []))
  const left = names[0]
  if (names.length < 2 || left === undefined) return undefined
  const texts = items.map((item) => item.anchor.cells[left]!.text.trim()).filter((text) => text !== '')
  // The row of a sum under the items may reach into the column.
  const odd = texts.filter((text) => /\s/.test(text)).length
  return texts.length > odd && odd <= (texts.length > 2 ? 1 : 0) ? left : undefined
}

function numberIn(cell: RowCell, locale: DocumentLocale): Decimal | null {
  const text = cell.text.trim()
  const bare = /^-?[\d.,' \u00a0]+$/.test(text) ? parseDecimal(text, { decimal: locale.decimal }) : null
  if (bare && bare.kind !== 'invalid') return new Decimal(bare.kind === 'value' ? bare.value : bare.candidates[0]!)
  const found = findAmounts(text, locale)[0]
  return found ? new Decimal(found.value) : null
}

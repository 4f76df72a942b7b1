import { findAmounts } from '../../../core/candidates/index.ts'
import type { Band, RowCell } from '../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../core/rules/index.ts'
import { type DocumentLocale, parseDecimal } from '../../../core/values/index.ts'
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

function numberIn(cell: RowCell, locale: DocumentLocale): Decimal | null {
  const text = cell.text.trim()
  const bare = /^-?[\d.,' \u00a0]+$/.test(text) ? parseDecimal(text, { decimal: locale.decimal }) : null
  if (bare && bare.kind !== 'invalid') return new Decimal(bare.kind === 'value' ? bare.value : bare.candidates[0]!)
  const found = findAmounts(text, locale)[0]
  return found ? new Decimal(found.value) : null
}

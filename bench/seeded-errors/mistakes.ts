import type { Value } from '../../core/field.ts'
import { iban, inn } from '../../samples/identifiers.ts'
import type { Random } from '../../samples/random.ts'
import type { Judged } from './judge-data.ts'

export interface Mistake {
  readonly changed: Readonly<Record<string, string>>
  readonly before: Readonly<Record<string, string>>
  /** A rule has confirmed the cell on the sound document by more than its form, so it could know that the cell is wrong now. */
  readonly knowable: boolean
}

type Printed = Readonly<Record<string, Value>>
export interface Kind {
  readonly name: string
  /** One wrong cell; null when the document has no such cell. */
  make(printed: Printed, random: Random, clean: Judged): Mistake | null
}

const AMOUNT =
  /^(?:totals\.(?:linesNet|net|tax|gross|due|allowances|charges|prepaid)|taxes\[\d+\]\.(?:base|amount)|lines\[\d+\]\.(?:net|gross|tax|unitPrice|quantity))$/
/** Amounts may be rounded line by line: half a minor unit a line, at least one, is no error to anyone. */
const beyondRounding = (printed: Printed, before: string, after: string) => {
  const lines = Object.keys(printed).filter((path) => /^lines\[\d+\]\.name$/.test(path)).length
  return Math.abs(Number(before) - Number(after)) > 0.005 * Math.max(2, lines) + 1e-9
}
/** Rules that look at a value alone or only at its plausibility. */
const FORM = /^(?:RATE-DATE|DATE-|VALUE-FORM|BANK-KNOWN)/

const confirmed = (clean: Judged, path: string) =>
  clean.fields[path]?.checks.some(({ ruleId, outcome }) => outcome !== 'failed' && !FORM.test(ruleId)) ?? false

const cell = (printed: Printed, random: Random, pattern: RegExp): readonly [string, string] | null => {
  const cells = Object.entries(printed).flatMap(([path, value]) =>
    pattern.test(path) && typeof value === 'string' && /[1-9]/.test(value) ? [[path, value] as const] : [],
  )
  return cells.length === 0 ? null : random.pick(cells)
}

const one = (path: string, before: string, after: string, knowable: boolean): Mistake | null =>
  before === after ? null : { changed: { [path]: after }, before: { [path]: before }, knowable }

const otherDigit = (text: string, random: Random): string => {
  const at = random.pick([...text].flatMap((character, i) => (/\d/.test(character) ? [i] : [])))
  const digit = random.pick([...'0123456789'].filter((other) => other !== text[at]))
  return text.slice(0, at) + digit + text.slice(at + 1)
}

const digitIn = (name: string, pattern: RegExp): Kind => ({
  name,
  make(printed, random, clean) {
    const found = cell(printed, random, pattern)
    if (!found) return null
    const after = otherDigit(found[1], random)
    const visible = !AMOUNT.test(found[0]) || beyondRounding(printed, found[1], after)
    return one(found[0], found[1], after, visible && confirmed(clean, found[0]))
  },
})

export const KINDS: readonly Kind[] = [
  digitIn('digit of a total', /^totals\.(?:linesNet|net|tax|gross|due|prepaid|allowances|charges)$/),
  digitIn('digit of a line', /^lines\[\d+\]\.(?:net|gross|tax|unitPrice|quantity)$/),
  digitIn('digit of the VAT breakdown', /^taxes\[\d+\]\.(?:base|amount)$/),
  {
    name: 'comma',
    make(printed, random, clean) {
      const found = cell(printed, random, AMOUNT)
      if (!found) return null
      const [path, value] = found
      const shifted = (Number(value) * random.pick([0.01, 0.1, 10, 100])).toFixed(Math.max(2, value.split('.')[1]?.length ?? 0))
      return Number(shifted) === 0 ? null : one(path, value, shifted, confirmed(clean, path))
    },
  },
  {
    name: 'wrong rate',
    make(printed, random, clean) {
      const found = cell(printed, random, /(?:taxRate|^taxes\[\d+\]\.rate)$/)
      if (!found) return null
      const other = random.pick(['22', '20', '19', '10', '7', '5'].filter((rate) => rate !== found[1]))
      return one(found[0], found[1], other, confirmed(clean, found[0]))
    },
  },
  {
    name: 'dates exchanged',
    make({ issueDate, dueDate }) {
      if (typeof issueDate !== 'string' || typeof dueDate !== 'string' || issueDate === dueDate) return null
      return { changed: { issueDate: dueDate, dueDate: issueDate }, before: { issueDate, dueDate }, knowable: true }
    },
  },
  {
    name: 'day and month exchanged',
    make({ issueDate }) {
      if (typeof issueDate !== 'string') return null
      const [y, m, d] = issueDate.split('-') as [string, string, string]
      return Number(d) > 12 ? null : one('issueDate', issueDate, `${y}-${d}-${m}`, false)
    },
  },
  digitIn('digit of the account', /^payment\.(?:iban|account)$/),
  {
    name: 'another account of a known seller',
    make(printed, random) {
      // Who the seller is must be told by a tax id: a name is no key.
      const identified = ['seller.vatId', 'seller.taxRegId', 'seller.inn'].some((path) => printed[path] !== undefined)
      const country = String(printed['payment.iban'] ?? '').slice(0, 2)
      if (country !== 'DE' && country !== 'FR' && country !== 'GB') return null
      return one('payment.iban', String(printed['payment.iban']), iban(random, country), identified)
    },
  },
  digitIn('digit of a tax id', /^(?:seller|buyer)\.(?:vatId|inn)$/),
  {
    name: 'another valid tax id',
    make: (printed, random) =>
      typeof printed['buyer.inn'] === 'string' ? one('buyer.inn', printed['buyer.inn'], inn(random), false) : null,
  },
  digitIn('digit of the number', /^number$/),
  {
    name: 'currency',
    make: ({ currency }, random, clean) =>
      typeof currency === 'string'
        ? one('currency', currency, random.pick(['EUR', 'USD', 'GBP'].filter((other) => other !== currency)), confirmed(clean, 'currency'))
        : null,
  },
]

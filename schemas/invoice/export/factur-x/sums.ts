import type { Cell, Fact, PaperBlock } from '../../../../core/paper/index.ts'
import type { Invoice } from '../../schema.ts'
import { exemptionCode } from '../en16931/index.ts'
import type { Captions } from './captions.ts'
import type { PaperLanguage } from './language.ts'
import { printedNumber } from './values.ts'
import { categoryWord } from './words.ts'

/** Discounts and charges of the whole document, the breakdown by rate, and the totals: in the order in which they are added up. */
export function sumsOf(data: Invoice, words: Captions, language: PaperLanguage): readonly PaperBlock[] {
  const { allowances, charges, taxes, totals } = data
  const number = (value: string | null) => (value === null ? '' : printedNumber(value, language))
  const sums: readonly (readonly [string, string | null])[] = [
    [words.linesNet, totals.linesNet],
    [words.allowances, totals.allowances],
    [words.charges, totals.charges],
    [words.totalNet, totals.net],
    [words.totalTax, totals.tax],
    [words.totalGross, totals.gross],
    [words.prepaid, totals.prepaid],
    [words.rounding, totals.rounding],
    [`${words.due} ${data.currency ?? ''}`.trim(), totals.due],
  ]
  const facts: readonly Fact[] = sums.flatMap(([caption, value]) => (value === null ? [] : [[caption, number(value)] as const]))
  return [
    ...changes(allowances, words.allowances, words, number),
    ...changes(charges, words.charges, words, number),
    ...(taxes.length > 0 ? [breakdown(taxes, words, language, number)] : []),
    { kind: 'sums', sums: facts },
  ]
}

type Printed = (value: string | null) => string

function changes(list: Invoice['allowances'], caption: string, words: Captions, number: Printed): readonly PaperBlock[] {
  if (list.length === 0) return []
  const rows = list.map(({ reason, rate, amount }): readonly Cell[] => [[reason ?? caption], [number(rate)], [number(amount)]])
  const columns = [
    { caption, share: 60, align: 'left' },
    { caption: words.taxRate, share: 15, align: 'right' },
    { caption: words.amount, share: 25, align: 'right' },
  ] as const
  return [{ kind: 'table', columns, rows }]
}

function breakdown(taxes: Invoice['taxes'], words: Captions, language: PaperLanguage, number: Printed): PaperBlock {
  const rows = taxes.map(({ category, rate, base, amount, exemptionReason }): readonly Cell[] => {
    const kind = category === null ? '' : categoryWord(category, language)
    const isTaxed = category === 'S' || category === 'Z'
    const reason = isTaxed ? null : (exemptionReason ?? exemptionCode(category))
    return [[kind, ...(reason === null ? [] : [reason])], [number(rate)], [number(base)], [number(amount)]]
  })
  const columns = [
    { caption: words.taxCategory, share: 40, align: 'left' },
    { caption: words.taxRate, share: 12, align: 'right' },
    { caption: words.taxBase, share: 24, align: 'right' },
    { caption: words.taxAmount, share: 24, align: 'right' },
  ] as const
  return { kind: 'table', columns, rows }
}

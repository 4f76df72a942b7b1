import { foldNumber } from '../../../../core/identifiers/index.ts'
import { valueAt } from '../../../../core/paths.ts'
import { Decimal, found, type Outcome } from '../../../../core/rules/index.ts'
import { daysBetween } from '../../../../core/values/index.ts'
import type { HistoryEntry, RuleContext } from '../../../define.ts'
import type { TradePaper } from '../schema.ts'
import { sellerKeys, sellerKeysOf } from './parties.ts'

/** The same invoice twice is paid twice: an equal key is an error, a near one a warning (§2.3). */
export function duplicateRules(data: TradePaper, { history }: RuleContext): readonly Outcome[] {
  const seller = sellerKeys(data)
  const earlier = history.filter((entry) => sellerKeysOf(entry.data).some((key) => seller.includes(key)))
  const equal = earlier.find((entry) => isEqual(data, entry))
  if (equal)
    return [
      found(
        'DUPLICATE',
        'error',
        [], // nothing was misread: the document as a whole is the finding
        {
          en: 'A document of this seller with the same number, date and total is already here. Reject this one unless it differs.',
          ru: 'Документ этого продавца с тем же номером, датой и суммой уже есть. Отклоните этот, если он не отличается.',
        },
        { actual: equal.documentId },
      ),
    ]
  const near = earlier.find((entry) => isNear(data, entry))
  if (!near) return []
  return [
    found(
      'DUPLICATE-NEAR',
      'warning',
      ['number', 'issueDate', 'totals.gross'],
      {
        en: 'A very similar document of this seller is already here. Compare the two before approving.',
        ru: 'Очень похожий документ этого продавца уже есть. Сравните оба, прежде чем утверждать.',
      },
      { actual: near.documentId },
    ),
  ]
}

function isEqual(data: TradePaper, { data: other }: HistoryEntry): boolean {
  const number = text(other, 'number')
  return (
    data.number !== null &&
    number !== null &&
    foldNumber(data.number) === foldNumber(number) &&
    data.issueDate === text(other, 'issueDate') &&
    sameGross(data, other)
  )
}

/** Same gross within seven days, or a number one character away on the same total. */
function isNear(data: TradePaper, { data: other }: HistoryEntry): boolean {
  const [number, date] = [text(other, 'number'), text(other, 'issueDate')]
  if (!sameGross(data, other)) return false
  if (data.issueDate && date && Math.abs(daysBetween(data.issueDate, date)) <= 7) return true
  return data.number !== null && number !== null && distanceOne(foldNumber(data.number), foldNumber(number))
}

function sameGross(data: TradePaper, other: HistoryEntry['data']): boolean {
  const gross = text(other, 'totals.gross')
  return data.totals.gross !== null && gross !== null && new Decimal(data.totals.gross).equals(gross)
}

function text(data: HistoryEntry['data'], path: string): string | null {
  const value = valueAt(data, path)
  return typeof value === 'string' ? value : null
}

/** At most one character inserted, removed or changed. */
function distanceOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(short.length === long.length ? i + 1 : i) === long.slice(i + 1)
}

import { dec, found, misreadingCost, type Outcome, passed, repairedBy } from '../../../../core/rules/index.ts'
import { amountFromWords, amountMatchesWords } from '../../../../core/words/index.ts'
import type { TradePaper } from '../schema.ts'

// One digit, two neighbours or the comma: figures slip so, words that happen to name a neighbouring amount do not.
const ONE_SLIP = 1.5

/** The amount in words is the total or the amount due (§2.4). In Russian practice the words prevail over the digits. */
export function wordRules({ totals }: TradePaper): readonly Outcome[] {
  if (totals.inWords === null) return []
  const amounts = [
    ['totals.gross', totals.gross],
    ['totals.due', totals.due],
  ].flatMap(([path, amount]) => (path && amount ? [[path, amount] as const] : []))
  if (amounts.length === 0) return []
  const match = amounts.find(([, amount]) => amountMatchesWords(amount, totals.inWords!))
  if (match) return [passed('WORDS', [match[0], 'totals.inWords'])]
  const [path, digits] = amounts[0]!
  const words = amountFromWords(totals.inWords)?.value ?? null
  const likely = words !== null && misreadingCost(dec(digits), dec(words)) <= ONE_SLIP
  const finding = found(
    'WORDS',
    'error',
    likely ? [path] : [path, 'totals.inWords'],
    {
      en: 'The amount in words is not the total in digits. Words prevail in Russian practice: compare both with the page.',
      ru: 'Сумма прописью не совпадает с суммой цифрами. Обычно верна сумма прописью: сверьте обе со страницей.',
    },
    { expected: likely ? words : totals.inWords, actual: digits },
  )
  return [likely ? repairedBy(finding, path, words) : finding]
}

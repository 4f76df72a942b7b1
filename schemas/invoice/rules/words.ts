import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import { amountMatchesWords } from '../../../core/words/index.ts'
import type { Invoice } from '../schema.ts'

/** The amount in words is the total or the amount due (§2.4). In Russian practice the words prevail over the digits. */
export function wordRules({ totals }: Invoice): readonly Outcome[] {
  if (totals.inWords === null) return []
  const amounts = [
    ['totals.gross', totals.gross],
    ['totals.due', totals.due],
  ].flatMap(([path, amount]) => (path && amount ? [[path, amount] as const] : []))
  if (amounts.length === 0) return []
  const match = amounts.find(([, amount]) => amountMatchesWords(amount, totals.inWords!))
  if (match) return [passed('WORDS', [match[0], 'totals.inWords'])]
  return [
    found(
      'WORDS',
      'error',
      [amounts[0]![0], 'totals.inWords'],
      {
        en: 'The amount in words is not the total in digits. Words prevail in Russian practice: compare both with the page.',
        ru: 'Сумма прописью не совпадает с суммой цифрами. Обычно верна сумма прописью: сверьте обе со страницей.',
      },
      { expected: totals.inWords, actual: amounts[0]![1] },
    ),
  ]
}

import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import { amountFromWords, amountMatchesWords } from '../../../core/words/index.ts'
import type { Contract } from '../schema.ts'

/** The amount in words is the amount in figures (DOMAIN §2.4). */
export function amountRules({ amount }: Contract): readonly Outcome[] {
  const { value, words } = amount
  if (value === null || words === null) return []
  const fields = ['amount.value', 'amount.words']
  if (amountMatchesWords(value, words)) return [passed('CONTRACT-WORDS', fields)]
  return [
    found(
      'CONTRACT-WORDS',
      'error',
      fields,
      {
        en: 'The amount in words is not the amount in figures. Words prevail in Russian practice: compare both with the page.',
        ru: 'Сумма прописью не совпадает с суммой цифрами. Обычно верна сумма прописью: сверьте обе со страницей.',
      },
      { expected: amountFromWords(words)?.value ?? words, actual: value },
    ),
  ]
}

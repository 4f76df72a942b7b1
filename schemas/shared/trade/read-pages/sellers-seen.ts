import { textOf } from '../../../../core/extraction/labels/index.ts'
import type { Finding } from '../../../../core/finding.ts'
import type { Reading } from '../../../../core/reading.ts'
import { tradeText } from './context.ts'
import { readLines } from './lines.ts'
import { rivalSeller } from './parties.ts'

/** Two names that could be the seller's and nothing that says which: whoever is paid is not guessed, a person looks. */
export function sellersSeen(reading: Reading): readonly Finding[] {
  const invoice = tradeText(reading)
  const { lines } = readLines(invoice)
  const found = rivalSeller(invoice, (line) => lines.has(line))
  if (!found?.seller.name || !found.rival.name) return []
  const [taken, other] = [textOf(found.seller.name).trim(), textOf(found.rival.name).trim()]
  return [
    {
      ruleId: 'sellers_seen',
      severity: 'warning',
      fields: ['seller.name'],
      expected: other,
      actual: taken,
      delta: null,
      message: {
        en: `The letterhead and the foot of the page name different sellers: ${taken} and ${other}. Choose who issued the document.`,
        ru: `Вверху и внизу страницы названы разные продавцы: ${taken} и ${other}. Выберите, кто выставил документ.`,
      },
    },
  ]
}

import { candidate, type DocumentText, type TextLine } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { currencyOf, findCurrency } from '../../../core/values/index.ts'

const PRINTED =
  /(?<![\p{L}])(?:EUR|EURO|USD|GBP|CHF|RUB|PLN|CZK|DKK|SEK|NOK|HUF|INR|CAD|AUD|SGD|HKD|MYR|RM|KZT|BYN|UAH|руб)(?![\p{L}])|RM(?=\d)|[€£₽₹₸]|US\$|S\$/giu
// Only Russian tills print these.
const ROUBLE = /(?<!\p{L})(?:ККТ|ФН|ФПД|ИНН|СНО)(?!\p{L})/u

/** The currency that is printed most often; a Russian fiscal slip is in roubles by law (54-ФЗ). A bare `$` names no country and is left to a person. */
export function readCurrency({ lines }: DocumentText): readonly Candidate[] {
  const votes = new Map<string, { count: number; at: readonly [TextLine, number, number] }>()
  const vote = (code: string, line: TextLine, from: number, to: number) => {
    const known = votes.get(code)
    if (known) known.count++
    else votes.set(code, { count: 1, at: [line, from, to] })
  }
  for (const line of lines) {
    for (const match of line.text.matchAll(PRINTED)) {
      const code = currencyOf(match[0].toUpperCase()) ?? findCurrency(match[0].toLowerCase())
      if (code) vote(code, line, match.index, match.index + match[0].length)
    }
    const rouble = ROUBLE.exec(line.text)
    if (rouble) vote('RUB', line, rouble.index, rouble.index + rouble[0].length)
  }
  return [...votes]
    .sort((a, b) => b[1].count - a[1].count)
    .slice(0, 3)
    .map(
      (
        [
          code,
          {
            count,
            at: [line, from, to],
          },
        ],
        i,
      ) => candidate('currency', code, [{ line, from, to }], i === 0 ? Math.min(0.95, 0.75 + 0.05 * count) : 0.3),
    )
}

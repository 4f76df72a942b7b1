import { findAmounts } from '../../../core/candidates/index.ts'
import type { Sentence } from '../../../core/prose/index.ts'
import type { DocumentLocale } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const LIMIT =
  /(?:ответственност\p{L}*[^.;]{0,200}?(?:не\s(?:может\s|должн\p{L}\s)?превыша\p{L}+|ограничива\p{L}+|ограничен\p{L}*(?!\sответственност)|не\sболее))|(?:(?:aggregate|total|maximum|entire|cumulative)?\s?liability[^.;]{0,200}?(?:(?:not\s(?:to\s)?)exceed|limited\sto|capped\sat))|(?:haftung[^.;]{0,160}?(?:begrenzt|beschränkt)\sauf|haftet[^.;]{0,100}?höchstens)/iu
const PERCENT = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:\([^)]{2,60}\)\s?)?(?:%|процент\p{L}*|per\s?cent|prozent)/iu
const WHOLE_PRICE =
  /(?:цен|стоимост|сумм)\p{L}{1,3}\s(?:настоящего\s)?(?:договора|контракта|работ|услуг|товара|вознаграждения)|(?:contract|purchase)\s(?:price|sum|value)|(?:fees|amounts?)\s(?:actually\s)?(?:paid|payable)|auftragswert|vertragssumme/iu
const PENALTY = /неустойк|штраф|(?<!\p{L})пен[яию](?!\p{L})|penalt|liquidated|vertragsstrafe/iu

/** The most that a party answers for: a sum, or a share of the price («limited to the contract price» is 100). */
export function findLiabilityCap(sentences: readonly Sentence[], locale: DocumentLocale): readonly Found[] {
  return sentences.flatMap(({ text, from, to, heading }): readonly Found[] => {
    const limit = LIMIT.exec(text)
    if (!limit || PENALTY.test(text.slice(0, limit.index + limit[0].length))) return []
    const rest = text.slice(limit.index + limit[0].length)
    const at = { from, to, score: 0.65 + (/ответствен|liabilit|haft/iu.test(heading) ? 0.2 : 0) }
    const percent = PERCENT.exec(rest)
    if (percent && percent.index < 60) return [{ path: 'liabilityCap.percent', value: percent[1]!.replace(',', '.'), ...at }]
    const amount = findAmounts(rest, locale).find((one) => (one.currency !== null || one.sign !== null) && one.from < 60)
    if (amount)
      return [
        { path: 'liabilityCap.amount', value: amount.value, ...at },
        ...(amount.currency ? [{ path: 'liabilityCap.currency', value: amount.currency, ...at }] : []),
      ]
    const price = WHOLE_PRICE.exec(rest)
    return price && price.index < 60 ? [{ path: 'liabilityCap.percent', value: '100', ...at }] : []
  })
}

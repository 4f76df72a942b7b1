import { findAmounts } from '../../../core/candidates/index.ts'
import type { Sentence } from '../../../core/prose/index.ts'
import type { DocumentLocale } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const PENALTY =
  /неустойк|(?<!\p{L})пен[иею](?!\p{L})|штраф|liquidated\sdamages|penalt|late\s(?:fee|charge|payment)|interest\s(?:at|of|on\s(?:the\s)?(?:overdue|late|unpaid))|vertragsstrafe|verzugszins/iu
const RATE = /(\d{1,2}(?:[.,]\d{1,3})?)\s?(?:\([^)]{2,60}\)\s?)?(?:%|процент\p{L}*|per\s?cent|prozent)/giu
const PER: readonly (readonly [RegExp, string])[] = [
  [/(?:кажд\p{L}+\s(?:календарн\p{L}+\s|рабоч\p{L}+\s)?день|в\sдень|day|daily|pro\s(?:kalender)?tag|je\stag)/iu, 'day'],
  [/(?:в\sмесяц|кажд\p{L}+\sмесяц|month|monat)/iu, 'month'],
  [/(?:годовых|в\sгод|year|annum|annual|jahr)/iu, 'year'],
]
const CAP =
  /(?:не\sболее|не\sможет\sпревышать|но\sне\sболее|up\sto|not\s(?:to\s)?exceed\p{L}*|maximum(?:\sof)?|höchstens|maximal)[^.%]{0,40}?(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:\([^)]{2,60}\)\s?)?(?:%|процент|per\s?cent|prozent)/iu

/** Penalties with their rate a day, month or year, or a fixed sum, and what they may not exceed. */
export function findPenalties(sentences: readonly Sentence[], locale: DocumentLocale): readonly Found[] {
  return sentences
    .flatMap((sentence): readonly (readonly Found[])[] => {
      const { text, from, to } = sentence
      const named = PENALTY.exec(text)
      if (!named) return []
      const at = { from, to, score: 0.7 }
      const cap = CAP.exec(text)
      const rate = [...text.matchAll(RATE)].find(({ index }) => !cap || index < cap.index || index >= cap.index + cap[0].length)
      if (rate) {
        const around = text.slice(rate.index, rate.index + 140)
        const per = PER.find(([pattern]) => pattern.test(around))?.[1]
        return [
          [
            { path: 'rate', value: plain(rate[1]!), ...at },
            ...(per ? [{ path: 'per', value: per, ...at }] : []),
            ...(cap ? [{ path: 'cap', value: plain(cap[1]!), ...at }] : []),
          ],
        ]
      }
      const amount = findAmounts(text.slice(named.index), locale).find(({ currency, sign }) => currency !== null || sign !== null)
      return amount ? [[{ path: 'amount', value: amount.value, ...at }]] : []
    })
    .slice(0, 10)
    .flatMap((found, i) => found.map((one) => ({ ...one, path: `penalties[${i}].${one.path}` })))
}

function plain(number: string): string {
  return number.replace(',', '.')
}

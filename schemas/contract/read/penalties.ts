import { findAmounts } from '../../../core/candidates/index.ts'
import type { Sentence } from '../../../core/prose/index.ts'
import type { DocumentLocale } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const PENALTY =
  /неустойк|(?<!\p{L})пен[иеюя](?!\p{L})|штраф|liquidated\sdamages|penalt|late\s(?:fee|charge|payment)|interest\s(?:at|of|on\s(?:the\s)?(?:overdue|late|unpaid))|vertragsstrafe|verzugszins/iu
const RATE = /(\d{1,2}(?:[.,]\d{1,3})?)\s?(?:\([^)]{2,60}\)\s?)?(?:%|процент\p{L}*|per\s?cent|prozent)/giu
const PER: readonly (readonly [RegExp, string])[] = [
  [/(?:кажд\p{L}+\s(?:календарн\p{L}+\s|рабоч\p{L}+\s)?день|в\sдень|day|daily|pro\s(?:kalender)?tag|je\stag)/iu, 'day'],
  [/(?:в\sмесяц|кажд\p{L}+\sмесяц|month|monat)/iu, 'month'],
  [/(?:годовых|в\sгод|year|annum|annual|jahr)/iu, 'year'],
]
const CAP =
  /(?:не\sболее|не\sможет\sпревышать|но\sне\sболее|не\sвыше|up\sto|not\s(?:to\s)?exceed\p{L}*|maximum(?:\sof)?|höchstens|maximal)[^.%]{0,40}?(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:\([^)]{2,60}\)\s?)?(?:%|процент|per\s?cent|prozent)/iu

/** Penalties with their rate a day, month or year, or a fixed sum, who pays them and what they may not exceed. `roles`: what the contract calls its parties. */
export function findPenalties(sentences: readonly Sentence[], locale: DocumentLocale, roles: readonly string[]): readonly Found[] {
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
            ...payer(sentence, roles),
            ...base(sentence, rate.index + rate[0].length),
            ...(per ? [{ path: 'per', value: per, ...at }] : []),
            ...(cap ? [{ path: 'cap', value: plain(cap[1]!), ...at }] : []),
          ],
        ]
      }
      const amount = findAmounts(text.slice(named.index), locale).find(({ currency, sign }) => currency !== null || sign !== null)
      return amount ? [[{ path: 'amount', value: amount.value, ...at }, ...payer(sentence, roles)]] : []
    })
    .slice(0, 10)
    .flatMap((found, i) => found.map((one) => ({ ...one, path: `penalties[${i}].${one.path}` })))
}

const PAYS =
  /^(?:,\s[^,;.]{0,60},)?\s(?:(?:обязан\p{L}*|обязу\p{L}+|должен|должна|shall|will|must|agrees\sto|is\sobliged\sto)\s)?(?:уплачива\p{L}+|уплатить|выплачива\p{L}+|выплатить|платит|pays?|zahlt|nes[её]т)(?!\p{L})/iu

/** The party of whom the sentence says that it pays: its role right before the verb. */
function payer({ text, from }: Sentence, roles: readonly string[]): readonly Found[] {
  const small = text.toLowerCase()
  for (const role of roles)
    for (let index = small.indexOf(role.toLowerCase()); index >= 0; index = small.indexOf(role.toLowerCase(), index + 1))
      if (PAYS.test(text.slice(index + role.length)))
        return [{ path: 'party', value: role, from: from + index, to: from + index + role.length, score: 0.7 }]
  return []
}

const BASE =
  /^\s?(?:\([^)]{2,60}\)\s?)?((?:от|of|on|der|des)\s[^.;,()%]{4,120}?)(?=\s(?:за\s(?:кажд|один|день)|в\sдень|per\s|for\s(?:each|every)|a\s(?:day|month|year)|pro\s|je\s)|[.;,(]|$)/iu

/** «0,1 % от суммы долга за каждый день»: what the rate is taken of. */
function base({ text, from }: Sentence, behind: number): readonly Found[] {
  const match = BASE.exec(text.slice(behind))
  if (!match) return []
  const at = from + behind + match[0].indexOf(match[1]!)
  return [{ path: 'base', value: match[1]!, from: at, to: at + match[1]!.length, score: 0.7 }]
}

function plain(number: string): string {
  return number.replace(',', '.')
}

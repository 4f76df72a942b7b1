import type { Prose } from '../../../core/prose/index.ts'
import type { Found } from '../../shared/worded/found.ts'

/** The sentence of acceptance. «Не имеет претензий» and «претензий не имеет» are one; a claim that is named is none. */
const NO_CLAIMS = [
  /(?:заказчик|стороны)[^.;]{0,120}?претензий[^.;]{0,120}?не\s(?:имеет|имеют|предъявля\p{L}+)[^.;]{0,60}/iu,
  /(?:заказчик|стороны)[^.;]{0,80}?не\s(?:имеет|имеют)[^.;]{0,60}?претензий[^.;]{0,80}/iu,
  /претензий\s(?:по|к)\s[^.;]{0,120}?(?:нет|не\sимеет\p{L}*|отсутствуют)/iu,
  /(?:претензии|замечания)[^.;]{0,80}?отсутствуют/iu,
  /(?:customer|client|buyer|parties)[^.;]{0,120}?(?:has|have|having)\sno\s(?:claims|objections|complaints)[^.;]{0,80}/iu,
  /(?:accepted|accepts)[^.;]{0,80}?without\s(?:claims|reservations?|objections)/iu,
  /ohne\s(?:wesentliche\s)?(?:mängel|beanstandung\p{L}*|vorbehalt\p{L}*)[^.;]{0,60}?(?:abgenommen|erbracht)/iu,
  /réception[^.;]{0,60}?sans\sréserves?/iu,
]

/** Whether the paper says that the work was taken without claims. A pattern that found nothing proves nothing: never false. */
export function findStatement({ text }: Prose): readonly Found[] {
  for (const pattern of NO_CLAIMS) {
    const match = pattern.exec(text)
    if (match) return [{ path: 'noClaims', value: true, from: match.index, to: match.index + match[0].length, score: 0.85 }]
  }
  return []
}

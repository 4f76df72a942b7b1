import type { Sentence } from '../../../core/prose/index.ts'
import { durationText, findDurations } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const ENDS = /terminat|cancel|расторг|расторж|отказ(?:аться|\sот)|прекра(?:тить|щ)|kündig/iu
const MAY =
  /\b(?:may|shall\shave\sthe\s(?:right|option)|has\sthe\s(?:right|option)|have\sthe\s(?:right|option)|can|is\sentitled|reserves\sthe\sright|at\sits\s(?:sole\s)?(?:option|discretion)|terminable|be\sterminated)\b|вправе|имеет\sправо|может|kann|berechtigt/iu
const NO_CAUSE =
  /without\s(?:any\s)?cause|with(?:out)?\sor\swithout\scause|for\s(?:its\s|their\s)?convenience|for\sany\s(?:or\sno\s)?reason|no\sreason|at\sany\stime|at\swill|unfettered|sole\sdiscretion|with\sor\swithout|в\sодностороннем|в\sлюбое\sвремя|без\s(?:объяснения|указания)|немотивирован|jederzeit|ohne\sangabe/iu
const ON_NOTICE =
  /(?:upon|by|on|with|after)\s(?:\p{L}+\s){0,3}?(?:giving|providing|notice|prior|written|\p{L}+\s?\(\d+\)|\d+)|уведом|предупре|frist/iu
const CAUSE =
  /breach|default|fail(?:s|ure|ed)?\s|insolv|bankrupt|material|violat|cure|if\s(?:the|any|either)|in\sthe\sevent|upon\sthe\soccurrence|for\scause|force\smajeure|change\s(?:of|in)\scontrol|нарушен|неисполнен|просроч|в\sслучае|если|банкрот|wichtig|verletz|verstö/iu
// «(c) If any of the conditions …»: the right hangs on what has happened.
const CONDITION =
  /^(?:[\d.]{1,8}\s?|\(\p{L}{1,4}\)\s?|\p{L}[.)]\s?)?(?:if|should|in\s(?:the\s(?:event|case)|case)|when|upon\s(?:the\s)?(?:occurrence|any|a)|в\sслучае|если|при\s(?:нарушен|неисполн))(?!\p{L})/iu
const AGREED = /as\sfollows|the\sfollowing\s(?:events|cases|circumstances)|mutual|by\sagreement|соглашени\p{L}+\sсторон|einvernehm/iu

/** Whether a party may end the contract without the other one's fault, and how early it has to say so. */
export function findTermination(sentences: readonly Sentence[]): readonly Found[] {
  return sentences.flatMap((sentence): readonly Found[] => {
    const { text, from, to } = sentence
    if (
      !ENDS.test(text) ||
      !/agreement|contract|lease|engagement|appointment|договор|соглашени|контракт|vertrag|mietverhältnis/iu.test(text)
    )
      return []
    const notice = findDurations(text).find(({ from: at, to: end }) =>
      /notice|written|prior|advance|уведом|предупре|frist|письменн|за\s*$|до\s/iu.test(
        text.slice(Math.max(0, at - 70), at) + text.slice(end, end + 70),
      ),
    )
    const may = MAY.test(text) || /continue[^.]{0,60}until/iu.test(text)
    const free = may && (NO_CAUSE.test(text) || (notice !== undefined && ON_NOTICE.test(text)))
    if (!free || AGREED.test(text) || CONDITION.test(text)) return []
    // «for any reason» next to «if the other party is in breach» is still without cause; a bare right on notice is not when a cause is named.
    if (
      CAUSE.test(text) &&
      !/without\s(?:any\s)?cause|for\sany\s|for\s(?:its\s)?convenience|no\sreason|at\sany\stime|unfettered|без\s(?:объясн|указан)/iu.test(
        text,
      )
    )
      return []
    if (
      CAUSE.test(text) &&
      /breach|default|нарушен|verletz/iu.test(text) &&
      !/without\s(?:any\s)?cause|any\s(?:or\sno\s)?reason|convenience/iu.test(text)
    )
      return []
    const score = 0.6 + (NO_CAUSE.test(text) ? 0.2 : 0) + (/terminat|расторж|kündig/iu.test(sentence.heading) ? 0.1 : 0)
    const found: Found[] = [
      { path: 'termination.convenience', value: true, from, to, score },
      { path: 'clauses.termination_for_convenience', value: true, from, to, score },
    ]
    if (notice) found.push({ path: 'termination.notice', value: durationText(notice), from, to, score })
    return found
  })
}

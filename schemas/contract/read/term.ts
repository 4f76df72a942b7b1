import { findDates } from '../../../core/candidates/index.ts'
import type { Sentence } from '../../../core/prose/index.ts'
import { type DocumentLocale, durationText, type FoundDuration, findDurations } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const TERM_HEADING =
  /(?<!\p{L})(?:terms?|duration|effective(?:ness)?|period|expir\p{L}*)(?!\p{L})|срок|вступлени|действи[ея] договор|laufzeit|vertragsdauer|dauer|kündigung/iu
const OTHER_HEADING =
  /confiden|non-?compet|warrant|guarant|payment|indemn|surviv|гарант|конфиденц|оплат|расч[её]т|поставк|сдач|приемк|приёмк|geheim|gewähr|zahlung/iu
const THIS =
  /this\s+(?:\p{L}+\s){0,3}(?:agreement|contract|lease|license|licence|engagement|deed)|(?:the|initial|first|original|primary|current)\s(?:initial\s|base\s)?(?:license\s)?terms?(?!\p{L})|the\sagreement|настоящ\p{L}+\s(?:договор|соглашени|контракт)|договор|соглашени|контракт|vertrag|vereinbarung/iu
const RUNS =
  /(?:in\s(?:full\s)?force|in\seffect|continue|commenc|begin|start|remain|effective|valid|terms?(?!\p{L})|expire|extend)|действу|действие|заключ[её]н|заключается|срок|вступает|gilt|läuft|laufzeit|geschlossen|dauer|tritt|beginnt/iu
const BEFORE_TERM =
  /(?:term|period|duration|срок\p{L}*|dauer|zeit|laufzeit)(?:\s\p{L}+){0,3}?(?:\s(?:of|be|is|equal\sto|на|в|von|beträgt))?[\s,:–—-]*$|(?:for|within|during|lasts?|be|на|в\sтечение|сроком|–|—|-|auf|für|von|beträgt|составляет)\s(?:(?:an?|the|the\snext|successive|initial|additional|further|additional|die|einen|eine|die\s\p{L}+|die\sdauer|zeitraum|срок|следующ\p{L}+)\s){0,3}(?:(?:initial|minimum|fixed|full)\s)?(?:(?:term|period|zeitraum|dauer)\s(?:of|von)\s)?$/iu
const RENEWAL = /renew|extend|extension|prolong|пролонг|продл|verlänger|successive|additional|further|subsequent/iu
const LIMITED =
  /confiden|warrant|гарант|terminat|surviv|after\s(?:the\s)?(?:expir|terminat)|following\s(?:the\s)?(?:expir|terminat)|breach|cure|после\s(?:окончан|прекращ|истеч)|оплат|pay(?:ment|able)|invoice|notice|уведом|deliver|books|records/iu

/** How long the contract runs: its first term, not that of a warranty, of secrecy or of a renewal. */
export function findTerm(sentences: readonly Sentence[]): readonly Found[] {
  return sentences.flatMap((sentence): readonly Found[] => {
    const { text, heading } = sentence
    if (!RUNS.test(text)) return []
    return findDurations(text).flatMap((duration): readonly Found[] => {
      const before = text.slice(Math.max(0, duration.from - 110), duration.from)
      const clause = clauseAround(text, duration)
      if (duration.unit === 'day' && duration.count < 28) return []
      if (!BEFORE_TERM.test(before) && !/^\s?(?:term|period|срок)/iu.test(text.slice(duration.to))) return []
      if (RENEWAL.test(clause) && !/initial|first|original|первоначальн|commenc|begin/iu.test(clause)) return []
      const limited = LIMITED.test(clause) ? 0.3 : 0
      const score =
        0.35 +
        (THIS.test(clause) ? 0.2 : 0) +
        (TERM_HEADING.test(heading) ? 0.25 : 0) +
        (/initial|term\sof\sthis|срок\sдействия|laufzeit/iu.test(clause) ? 0.1 : 0) -
        (OTHER_HEADING.test(heading) && !TERM_HEADING.test(heading) ? 0.3 : 0) -
        limited
      return score < 0.5 ? [] : [{ path: 'term', value: durationText(duration), ...whole(sentence), score: Math.min(1, score) }]
    })
  })
}

/** From the last to the next comma, semicolon or bracketed item around a span. */
function clauseAround(text: string, { from, to }: FoundDuration): string {
  const start = Math.max(text.lastIndexOf(';', from), text.lastIndexOf('. ', from), from - 220) + 1
  const end = [
    text.indexOf(';', to),
    text.indexOf(' unless', to),
    text.indexOf(' and thereafter', to),
    text.indexOf(', если', to),
    to + 60,
  ].filter((at) => at >= to)
  return text.slice(Math.max(0, start), Math.min(...end))
}

const INDEFINITE =
  /(?<!\p{L})(?:in\s)?perpetu(?:al|ity)|continue\s(?:\p{L}+\s){0,4}indefinitely|indefinite\s(?:term|period)|until\s(?:it\sis\s)?(?:sooner\s|earlier\s)?(?:terminated|cancell?ed)(?:\s(?:by|in|pursuant|as))|until\seither\sparty|бессрочн|на\sнеопредел[её]нный\sсрок|без\sограничения\sсрока|unbestimmte\sZeit|unbefristet/iu
const NOT_LICENSE = /licen[sc]e|irrevocable|right\s(?:and|to)|лиценз|неисключительн/iu

/** The contract has no fixed end. A perpetual licence inside it is another matter. */
export function findIndefinite(sentences: readonly Sentence[]): readonly Found[] {
  return sentences.flatMap((sentence): readonly Found[] => {
    const { text, heading } = sentence
    if (!INDEFINITE.test(text) || !THIS.test(text) || !RUNS.test(text)) return []
    if (!TERM_HEADING.test(heading) && NOT_LICENSE.test(text)) return []
    if (
      /surviv|confiden|until\s(?:it\sis\s)?(?:sooner|earlier)/iu.test(text) ||
      findDurations(text).some(({ unit }) => unit === 'year' || unit === 'month')
    )
      return []
    return [{ path: 'indefinite', value: true, ...whole(sentence), score: TERM_HEADING.test(heading) ? 0.8 : 0.5 }]
  })
}

const UNTIL =
  /(?:expir\p{L}*|end(?:s|ing)?|terminat\p{L}*|through|until|up\sto|to|lapse)(?:\s(?:automatically|and\sincluding|midnight|on|at|the|close\sof\sbusiness|of|its\sterms))*[\s,]*$|(?:до|по|истекает|прекращает(?:ся|\sсво[её]\sдействие)|до\s«?|включительно\sпо|оканчивается)\s*$|(?:bis(?:\szum)?|endet\s(?:am|zum|mit\sablauf\sdes))\s*$/iu

/** Dates on which the contract says that it ends. */
export function findExpiry(sentences: readonly Sentence[], locale: DocumentLocale): readonly Found[] {
  return sentences.flatMap((sentence): readonly Found[] => {
    const { text, heading } = sentence
    if (!THIS.test(text) && !TERM_HEADING.test(heading)) return []
    if (!RUNS.test(text) && !/terminat|истека|прекраща|endet/iu.test(text)) return []
    return findDates(text, locale).flatMap((date): readonly Found[] => {
      const before = text.slice(Math.max(0, date.from - 45), date.from)
      if (!UNTIL.test(before)) return []
      const score =
        0.5 +
        (TERM_HEADING.test(heading) ? 0.3 : 0) +
        (/expir|term|срок|действ|laufzeit|endet/iu.test(text) ? 0.1 : 0) -
        (OTHER_HEADING.test(heading) ? 0.3 : 0)
      return score < 0.45 ? [] : [{ path: 'expiryDate', value: date.value, ...whole(sentence), score }]
    })
  })
}

const AUTO =
  /automatic|itself|автоматическ|считается\s(?:продл|пролонг)|автоматически|automatisch|stillschweigend|shall\s(?:be\s)?(?:renew|extend)|shall\sthereafter\s(?:be\s)?renew/iu
const OPTION =
  /may\sbe|may\sagree|option|upon\s(?:the\s)?(?:mutual|written)\s(?:agreement|consent)|по\s(?:соглашению|согласованию)|может\sбыть|kann/iu
const RENEWS =
  /renew|(?:be|is|are)\s(?:further\s)?extended|extend\s(?:the\sterm|this)|extension\sof\s(?:the\sterm|this)|пролонг|продл[еёи]|verlänger/iu
const REFUSAL = /not(?:ice|if)|advise|inform|уведом|сообщ|извест|заяв|kündig|prior\sto|at\sleast|не\sпозднее|не\sменее|before/iu
const NO_SUBJECT =
  /payment|time\sfor|deadline|warranty|срок\s(?:поставки|выполнения|оплаты)|patent|trademark|registration|insurance|policy|gewähr|lieferfrist/iu

/** For how long and how the contract goes on after its end, and how early a party must refuse. */
export function findRenewal(sentences: readonly Sentence[]): readonly Found[] {
  return sentences.flatMap((sentence, i): readonly Found[] => {
    const { text, heading } = sentence
    const match = RENEWS.exec(text)
    if (!match || (!THIS.test(text) && !TERM_HEADING.test(heading) && !/renew/iu.test(heading))) return []
    if (NO_SUBJECT.test(text.slice(Math.max(0, match.index - 60), match.index)) && !TERM_HEADING.test(heading)) return []
    const score = 0.55 + (TERM_HEADING.test(heading) || /renew|пролонг|verläng/iu.test(heading) ? 0.3 : 0) + (AUTO.test(text) ? 0.1 : 0)
    const durations = findDurations(text)
    const isNotice = (d: FoundDuration) =>
      /(?:at\sleast|not\s(?:less|later)\sthan|no\s(?:less|later|fewer)\sthan|within|upon|by\sgiving|prior|не\sпозднее(?:,?\sчем)?(?:\sза)?|не\sменее(?:,?\sчем)?(?:\sза)?|за|mindestens|spätestens|frist\svon|mit\seiner\sfrist\svon)[\s\p{L}]{0,25}$/iu.test(
        text.slice(0, d.from),
      ) &&
      /^['’]?\s?(?:\p{L}+['’]?\s){0,6}?(?:prior|before|notice|in\sadvance|до|advance|письменн|vor)/iu.test(text.slice(d.to).trimStart())
    const notice = durations.find(isNotice)
    const period = durations.find((d) => d.from > match.index && d !== notice && !isNotice(d) && (d.unit !== 'day' || d.count >= 28))
    const found: Found[] = []
    const add = (path: string, value: string | boolean, at: Sentence = sentence) => found.push({ path, value, ...whole(at), score })
    if (period) add('renewal.period', durationText(period))
    else if (/тот\sже\sсрок|аналогичн\p{L}+\s(?:срок|период)|тех\sже\sусловиях|same\s(?:term|period)|like\speriod/iu.test(text))
      add('renewal.period', SAME_TERM)
    if (period || AUTO.test(text)) add('renewal.auto', AUTO.test(text) && !OPTION.test(text))
    if (notice) add('renewal.notice', durationText(notice))
    else if (period || AUTO.test(text)) {
      const next = sentences[i + 1]
      const late =
        next && /renew|продл|пролонг|verläng|extend/iu.test(next.text) && REFUSAL.test(next.text) ? findDurations(next.text)[0] : undefined
      if (late) add('renewal.notice', durationText(late), next)
    }
    return found
  })
}

/** «For the same term»: the length is that of the term, which is only known when all is read. */
export const SAME_TERM = 'same'

export function whole({ from, to }: Sentence): { readonly from: number; readonly to: number } {
  return { from, to }
}

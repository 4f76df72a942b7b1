import type { Sentence } from '../../../core/prose/index.ts'
import { type FoundDuration, findDurations } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const HEADING =
  /оплат|вознагражд|расч[её]т|цена|стоимость|плат[её]ж|payment|price|fees|compensation|invoic|consideration|zahlung|vergütung|preis/iu
const PAYS =
  /оплат(?:а|ить|у|ы|ой|е)?(?!\p{L})|оплачива|(?:у|вы)плачива|(?<!\p{L})платит(?!\p{L})|перечисля|платеж|плат[её]ж|расч[её]т|\bpa(?:y|id|ys|yable|yment|yments)\b|remit|invoices?\s(?:are|is|shall\sbe)\sdue|zahl(?:en|t|ung|bar)|fällig|beglichen/iu
const NOT_TERM =
  /просроч|неустойк|(?<!\p{L})пен[яию]|штраф|не\s(?:оплат|исполн)|overdue|late\spayment|penalt|interest|fails?\sto|default|terminat|расторг|приостанов|suspend|верн|возвра|refund|verzug|вправе\sотказ|гарант|claim|претенз/iu
const PREPAYS = /предоплат|предварительн\p{L}+\sоплат|аванс|prepay|advance|down\spayment|deposit|anzahlung|vorauszahlung|vorkasse/iu
const WHOLE_BEFORE =
  /(?:100\s?%|ст[ао]процентн\p{L}+|полн\p{L}+|full)\s?(?:\([^)]*\)\s?)?(?:-?\s?(?:предварительн\p{L}+\s)?)?(?:предоплат|аванс|prepay|advance)/iu
const SHARE = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:\([^)]{2,60}\)\s?)?(?:%|процент\p{L}*|per\s?cent|prozent)/giu
const TRIGGER =
  /^[\s,]*(?:\(?[а-яa-z]{0,12}\)?\s)?((?:с|со|от|после|по|from|after|of|following|upon|nach|ab|seit)\s(?:the\s|der\s|dem\s|dem\sTag\s)?\p{L}[^.;,()]{3,140})/iu
const NET = /\bnet\s(\d{1,3})\b/iu

/** When the price is due, what the days are counted from, and which share is paid beforehand; what happens when it is late is another clause. */
export function findPaymentTerms(sentences: readonly Sentence[]): readonly Found[] {
  return sentences.flatMap((sentence): readonly Found[] => {
    const { text, heading } = sentence
    const titled = HEADING.test(heading)
    if (!PAYS.test(text) || NOT_TERM.test(text)) return []
    const score = titled ? 0.8 : 0.55
    return [...days(sentence, score), ...prepaid(sentence, score)]
  })
}

function days({ text, from, to }: Sentence, score: number): readonly Found[] {
  const term = findDurations(text).find((one) => (one.unit === 'day' || one.unit === 'week') && counts(text, one))
  // The rest of the price is what the agreed days are about; the term of an advance is its own.
  const advance = PREPAYS.test(text) && !/оставш|остат|окончательн|balance|remain|rest(?:betrag|lich)/iu.test(text)
  const own = advance ? score - 0.2 : score
  if (!term) {
    const net = NET.exec(text)
    return net
      ? [{ path: 'paymentTerms.days', value: net[1]!, from: from + net.index, to: from + net.index + net[0].length, score: own }]
      : []
  }
  const at = { from: from + term.from, to: from + term.to, score: own }
  const trigger = TRIGGER.exec(text.slice(term.to))
  const value = trigger?.[1]?.replace(/\s(?:путем|путём|на\sосновании|by\s(?:bank|wire)|to\sthe\saccount|на\sрасч).*$/iu, '').trim()
  const behind = trigger ? from + term.to + trigger[0].indexOf(trigger[1]!) : to
  return [
    { path: 'paymentTerms.days', value: String(term.count * (term.unit === 'week' ? 7 : 1)), ...at },
    ...(term.dayType ? [{ path: 'paymentTerms.dayType', value: term.dayType, ...at }] : []),
    ...(value ? [{ path: 'paymentTerms.trigger', value, from: behind, to: behind + value.length, score: own }] : []),
  ]
}

/** «в течение 10 дней», «within thirty (30) days», «не позднее 5 дней», «30 Tage nach»: a span that something must happen in. */
function counts(text: string, { from, to }: FoundDuration): boolean {
  return (
    /(?:в\sтечени[еи]|не\sпозднее(?:,?\sчем)?(?:\sчерез)?|через|в\sсрок(?:\sдо|\sне\sболее)?|within|no(?:t)?\slater\sthan|net|innerhalb(?:\svon)?|binnen|at\sthe\slatest)\s(?:\p{L}+\s){0,2}$/iu.test(
      text.slice(0, from),
    ) || /^\s(?:after|from|of|following|с|после|nach)\s/iu.test(text.slice(to))
  )
}

function prepaid({ text, from }: Sentence, score: number): readonly Found[] {
  const named = PREPAYS.exec(text)
  if (!named) return []
  const whole = WHOLE_BEFORE.exec(text)
  const shares = [...text.matchAll(SHARE)].filter(({ 1: share }) => Number(share!.replace(',', '.')) <= 100)
  const near = shares.toSorted((a, b) => Math.abs(a.index - named.index) - Math.abs(b.index - named.index))[0]
  const said = near ?? (whole && /полн|full|процентн/iu.test(whole[0]) ? whole : null)
  if (!said) return []
  const value = near ? near[1]!.replace(',', '.') : '100'
  return [{ path: 'paymentTerms.prepayPercent', value, from: from + said.index, to: from + said.index + said[0].length, score }]
}

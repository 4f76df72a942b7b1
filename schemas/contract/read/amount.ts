import { type FoundAmount, findAmounts } from '../../../core/candidates/index.ts'
import type { Sentence } from '../../../core/prose/index.ts'
import { type DocumentLocale, findExemption } from '../../../core/values/index.ts'
import { amountFromWords } from '../../../core/words/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const TOTAL =
  /(?:общая\s|полная\s|итоговая\s)?(?:цена|стоимость|сумма)\s(?:\p{L}+\s){0,4}?(?:договора|контракта|работ|услуг|товара|соглашения|поставки|оборудования|имущества|продукции)|(?:цена|стоимость|плата|вознаграждение)\s[^.]{0,60}составля|размер\s(?:\p{L}+\s){0,2}?(?:платы|вознаграждения)|aggregate\samount|(?:total|aggregate)?\s?(?:contract|purchase|agreement)\s(?:price|sum|value|amount)|(?:total|aggregate)\s(?:price|fee|consideration|compensation|amount\spayable)|sum\s(?:total\s)?of|gesamtpreis|kaufpreis|auftragswert|gesamtvergütung|vertragssumme|vergütung\sbeträgt/iu
const HEADING = /цена|стоимость|сумма|плата|вознаграждение|charges|price|consideration|compensation|fees|payment|vergütung|preis/iu
const NOT_TOTAL =
  /insur|penalt|liab|exceed|minimum|не\sпревыш|штраф|неустойк|пен[яи]|страхов|аванс\s|предоплат|за\sединиц|per\s(?:unit|month|hour|share)|в\sмесяц|ежемесячн/iu
const WORDS =
  /^[\s,]*(?:\p{Sc}|руб\p{L}*\.?|[A-Z]{3})?\s*\(\s?((?:\p{L}[\p{L}\s,-]{4,200}?)(?:\s\d{2}(?:\/100)?\s?\p{L}+\.?)?)\s?\)\s*((?:(?:российск\p{L}+\s)?(?:рубл\p{L}+|руб\.?|доллар\p{L}*|евро|euros?|dollars?|тенге)(?:\sсша)?)?\s?(?:\d{2}\s?(?:коп\p{L}*\.?|cents?))?)/iu

/** The price of the contract with its words and what is said about VAT. */
export function findAmount(sentences: readonly Sentence[], locale: DocumentLocale): readonly Found[] {
  return sentences.flatMap((sentence): readonly Found[] => {
    const { text, heading, from } = sentence
    const named = TOTAL.exec(text)
    if (!named || NOT_TOTAL.test(text.slice(Math.max(0, named.index - 40), named.index + 120))) return []
    const tail = text.slice(named.index)
    const amount = findAmounts(tail, locale).find(
      (one) => one.currency !== null || one.sign !== null || one.decimals || saidInWords(tail, one),
    )
    if (!amount) return []
    const start = from + named.index + amount.from
    const words = WORDS.exec(tail.slice(amount.to))
    const printed = words && amountFromWords(`${words[1]} ${words[2] ?? ''}`.trim()) ? `${words[1]} ${words[2] ?? ''}`.trim() : null
    const minor = words && /(\d{2})\s?(?:коп|cent)/iu.exec(words[2] ?? '')?.[1]
    const score = 0.6 + (HEADING.test(heading) ? 0.25 : 0)
    const at = { from: start, to: from + named.index + amount.to }
    const figures = amount.value.replace(/^-/u, '') // a dash before it
    const value = minor && !amount.decimals ? `${figures.replace(/\..*$/u, '')}.${minor}` : figures
    const currency =
      amount.currency ??
      (words ? (amountFromWords(`один ${words[2] ?? ''}`)?.currency ?? amountFromWords(words[1]!)?.currency ?? null) : null)
    const found: Found[] = [{ path: 'amount.value', value, ...at, score }]
    if (currency) found.push({ path: 'amount.currency', value: currency, from: at.from, to: at.to + (words?.[0].length ?? 6), score })
    if (printed && words)
      found.push({ path: 'amount.words', value: printed, from: at.to + words[0].indexOf(words[1]!), to: at.to + words[0].length, score })
    return [...found, ...vat(tail.slice(amount.to, amount.to + 400), at.to, score)]
  })
}

/** «360 000 (Триста шестьдесят тысяч) рублей»: the words behind a number without a sign make it a sum. */
function saidInWords(text: string, { to }: FoundAmount): boolean {
  const words = WORDS.exec(text.slice(to))
  return words !== null && amountFromWords(words[1]!) !== null && /руб|доллар|евро|тенге|euro|dollar/iu.test(words[0])
}

const INCLUDED =
  /(?:в\s?т(?:ом|\.)\s?ч(?:исле|\.)|включая|с\sуч[её]том|including|incl\.|inclusive\sof|inkl\.|zzgl\.|plus|кроме\sтого|plus\sapplicable|exclusive\sof|без\sуч[её]та)\s?,?\s?(?:НДС|VAT|MwSt\.?|USt\.?)(?:\s(?:по\sставке|at|in\sHöhe\svon))?[\s(–-]*(?:(\d{1,2}(?:[.,]\d)?)\s?(?:%|процент))?/iu

function vat(text: string, offset: number, score: number): readonly Found[] {
  const included = INCLUDED.exec(text)
  if (included) {
    const at = { from: offset + included.index, to: offset + included.index + included[0].length, score }
    const inside = !/zzgl|plus|кроме|exclusive|без\sуч/iu.test(included[0])
    return [
      { path: 'amount.vatIncluded', value: inside, ...at },
      ...(included[1] ? [{ path: 'amount.vatRate', value: included[1].replace(',', '.'), ...at }] : []),
    ]
  }
  const exempt = /(?:НДС\sне\s(?:облагается|предусмотрен|начисляется)|без\s(?:НДС|налога\s\(НДС\)))/iu.exec(text)
  if (!exempt || !findExemption(exempt[0])) return []
  return [{ path: 'amount.vatExempt', value: true, from: offset + exempt.index, to: offset + exempt.index + exempt[0].length, score }]
}

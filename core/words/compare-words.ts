import { numberInWords, type WordLanguage } from './amount-words.ts'
import { numberWord, splitGerman } from './number-words.ts'
import { tokensOf } from './parse-words.ts'

// Currency names, minor units and joining words say nothing about the amount.
const SILENT =
  /^(?:и|and|und|et|a|only|ровно|всего|итого|к|оплате|на|сумму|сумма|прописью|руб(?:л[а-я]+)?|р|коп(?:е[а-я]+)?|к|евро|euros?|доллар[а-я]*|сша|dollars?|us|cents?|centimes?|центов|цента?|тенге|тиын|юан[а-я]+|pounds?|pence|francs?|franken|rappen|rub|usd|eur|gbp|chf|total|in|worten|words|say|arrêté|la|présente|facture|à|somme|de)$/

// The longest amount in words is far shorter; more is another text, and the patterns below are not linear.
const LONGEST = 500

/**
 * Whether the printed words say the amount (decimal string). Words are generated from the amount and compared token by token; one wrong
 * character per token is forgiven unless it makes another number («девять» for «десять»). Minor units may be digits, words or left out when zero.
 */
export function amountMatchesWords(amount: string, printed: string): boolean {
  const [whole = '0', fraction = ''] = amount.replace(/^-/, '').split('.')
  const minor = fraction.padEnd(2, '0').slice(0, 2)
  const main = printed.slice(0, LONGEST).replace(/[,;(\s]+(?:в\s*т\.?\s*ч\.?|в том числе|включая|including|incl\.|inkl\.)[\s\S]*$/iu, '')
  const tokens = tokensOf(main).filter((token) => !SILENT.test(token))
  const said = tokens[0] !== undefined && Number(tokens[0]) === Number(whole) && tokens.length > 1 ? tokens.slice(1) : tokens
  const language: readonly WordLanguage[] = /[а-я]/.test(main.toLowerCase()) ? ['ru'] : ['en', 'de', 'fr']
  return language.some((l) => says(said, whole, minor, l))
}

function says(said: readonly string[], whole: string, minor: string, language: WordLanguage): boolean {
  const spoken = (number: string) => tokensOf(numberInWords(number, language)).filter((token) => !SILENT.test(token))
  const major = spoken(whole)
  // «тысяча двести» without its «одна».
  const majors = /^(?:одна|one|ein)$/.test(major[0]!) && major.length > 1 ? [major, major.slice(1)] : [major]
  const minors = [[minor], [String(Number(minor))], [`${minor}/100`], spoken(String(Number(minor))), ...(minor === '00' ? [[]] : [])]
  return majors.some((m) => minors.some((rest) => sameTokens(said, [...m, ...rest])))
}

function sameTokens(said: readonly string[], wanted: readonly string[]): boolean {
  return said.length === wanted.length && said.every((token, i) => sameToken(token, wanted[i]!))
}

// The same number in another gender or spelling.
const GENDERS: Readonly<Record<string, string>> = { одна: 'один', одно: 'один', две: 'два', eine: 'eins', ein: 'eins', dreissig: 'dreißig' }
const basic = (token: string): string => GENDERS[token] ?? token

function sameToken(said: string, wanted: string): boolean {
  if (basic(said) === basic(wanted)) return true
  if (/\d/.test(said) || /\d/.test(wanted)) return false
  // A correct number word, but another one, is a difference and no slip of the pen.
  if (numberWord(said) || splitGerman(said)) return false
  return nearby(said, wanted)
}

/** Edit distance of at most one. */
function nearby(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(short.length === long.length ? i + 1 : i) === long.slice(i + 1)
}

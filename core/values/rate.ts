import { plainCharacters } from './characters.ts'
import { parseNumber } from './number.ts'
import { type Invalid, invalid } from './parsed.ts'

/** A VAT rate or the statement that there is none. `category` is UNCL 5305. `calculated`: printed as 22/122 or 18,03 %, i.e. taken out of a gross amount. */
export type Rate =
  | { readonly kind: 'rate'; readonly rate: string; readonly category: 'S' | 'Z'; readonly calculated: boolean }
  | { readonly kind: 'none'; readonly rate: null; readonly category: 'E' | 'O' | 'AE' | 'K' | 'G' }
  | Invalid

// The calculated rates of Format 5.03, printed as per cent of the gross amount.
const OF_GROSS: Readonly<Record<string, string>> = { '16.67': '20', '18.03': '22', '9.09': '10', '15.25': '18' }

const STATEMENTS: readonly (readonly [RegExp, 'E' | 'O' | 'AE' | 'K' | 'G'])[] = [
  [/налоговым агентом|reverse.?charge|steuerschuldnerschaft|autoliquidation|13b\s*ustg|inversione contabile/i, 'AE'],
  [/innergemeinschaftlich|intra.?community|intracommunautaire/i, 'K'],
  [/ausfuhrlieferung|\bexport\b/i, 'G'],
  [/не является плательщиком|outside the scope|not subject to vat|nicht steuerbar|hors champ/i, 'O'],
  [
    /без\s+(?:налога|ндс)|ндс\s+не\s+облагается|не\s+облагается\s+(?:ндс|налогом)|освобожд[её]н|\bvat.?exempt|exempt(?:ed)?\b|steuerfrei|kleinunternehmer|§\s*19|exon[ée]r|293\s*b|tva non applicable|ohne (?:mwst|ust)/i,
    'E',
  ],
]

/** Reads `22 %`, `22/122`, `НДС 22%`, `18,03%`, «без НДС», "reverse charge". A bare number is a rate in per cent. */
export function parseRate(raw: string): Rate {
  const text = plainCharacters(raw)
  if (text === '') return invalid('EMPTY')
  const fraction = /(\d{1,2})\s?\/\s?1(\d{2})(?!\d)/.exec(text)
  if (fraction && Number(fraction[1]) === Number(fraction[2])) return rate(String(Number(fraction[1])), true)
  const percent = /(\d{1,2}(?:[.,]\d{1,4})?)\s?%/.exec(text) ?? /^(\d{1,2}(?:[.,]\d{1,4})?)$/.exec(text)
  if (percent) {
    const number = parseNumber(percent[1]!, { kind: 'price', decimal: percent[1]!.includes(',') ? ',' : '.' })
    if (number.kind !== 'value') return invalid('NOT_A_RATE')
    const value = number.value.includes('.') ? number.value.replace(/\.?0+$/, '') : number.value
    return OF_GROSS[value] ? rate(OF_GROSS[value], true) : rate(value, false)
  }
  const statement = STATEMENTS.find(([pattern]) => pattern.test(text))
  return statement ? { kind: 'none', rate: null, category: statement[1] } : invalid('NOT_A_RATE')
}

// «Итого без НДС», "Summe ohne MwSt": a total before tax, not an exemption.
const PRICED =
  /(?:итог\S*|всего|сумм\S*|стоимост\S*|цен\S*|тариф\S*|баз\S*|сто-ть|summe|betrag|preis|gesamt\S*|wert|price|total|amount|montant|prix)[\s:,(]*(?:\p{L}+\s+){0,2}$/iu

/** The first statement in a text that no VAT is charged, with its offsets and UNCL 5305 category. */
export function findExemption(
  text: string,
): { readonly category: 'E' | 'O' | 'AE' | 'K' | 'G'; readonly from: number; readonly to: number } | null {
  for (const [pattern, category] of STATEMENTS) {
    const found = pattern.exec(text)
    if (!found || PRICED.test(text.slice(0, found.index))) continue
    // "Export" alone is a part of many a firm's name.
    if (category === 'G' && !/(?<!\p{L})(?:vat|tax|steuer|ust|tva)|umsatzsteuer|mehrwertsteuer|§/iu.test(text)) continue
    // «Без НДС 10 000,00»: a sum.
    if (/^[\s:]*(?=[\d\s]*[1-9])[\d\s]+[.,]\d{2}/u.test(text.slice(found.index + found[0].length))) continue
    return { category, from: found.index, to: found.index + found[0].length }
  }
  return null
}

function rate(value: string, calculated: boolean): Rate {
  return { kind: 'rate', rate: value, category: Number(value) === 0 ? 'Z' : 'S', calculated }
}

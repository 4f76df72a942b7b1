// Month names as printed, by their beginning (three letters or more, without accents): enough to tell all months of the languages we read.
const STEMS: readonly (readonly string[])[] = [
  ['янв', 'jan', 'janv', 'jän', 'ene', 'gen', 'sty'],
  ['фев', 'feb', 'fev', 'fév', 'lut'],
  ['мар', 'mar', 'mär', 'mrz', 'maa', 'mrt'],
  ['апр', 'apr', 'avr', 'abr', 'kwi'],
  ['май', 'мая', 'мае', 'may', 'mai', 'maj', 'mei', 'mag'],
  ['июн', 'jun', 'juin', 'giu', 'cze'],
  ['июл', 'jul', 'juil', 'lug', 'lip'],
  ['авг', 'aug', 'aoû', 'aou', 'ago', 'sie'],
  ['сен', 'sep', 'set', 'wrz'],
  ['окт', 'oct', 'okt', 'ott', 'paź', 'out'],
  ['ноя', 'nov', 'lis'],
  ['дек', 'dec', 'dez', 'déc', 'dic', 'gru'],
]

// Whole names and abbreviations only: "Market 3, 2026" is not March, "Decimal" not December.
const FULL =
  /^(?:янв(?:ар[ьяе]|\.)?|фев(?:рал[ьяе]|р|\.)?|март?[ае]?|апр(?:ел[ьяе]|\.)?|ма[йяе]|июн[ьяе]?|июл[ьяе]?|авг(?:уст[ае]?)?|сен(?:т(?:ябр[ьяе])?)?|окт(?:ябр[ьяе])?|ноя(?:б(?:р[ьяе])?)?|дек(?:абр[ьяе])?|jan(?:uary?|uar|vier|eiro|v)?|janv(?:ier)?|jänner|enero|ene|gennaio|gen|stycznia|feb(?:ruary?|ruar|rero|braio)?|februari|janu?ari|fév(?:rier|r)?|fev(?:rier|r|ereiro)?|lutego|mar(?:ch|s|zo|ço|ca)?|märz?|mrz|maart|mrt|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwietnia|may|mai|mayo|maio|maggio|mag|maja?|mei|jun[ie]?|juin|junio|junho|giugno|giu|czerwca|jul[yi]?|juil(?:let)?|julio|julho|luglio|lug|lipca|aug(?:ust|ustus)?|août|aout|agosto|ago|sierpnia|sep(?:t|tember|tembre|tiembre)?|set(?:tembre|embro)?|września|oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|outubro|out|października|nov(?:ember|embre|iembre|embro)?|listopada|dec(?:ember|embre)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:embre|iembre)?|grudnia)\.?$/u

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Month 1..12 named by a printed word or a Roman numeral; null when it is none. */
export function monthOf(word: string): number | null {
  const roman = ROMAN.indexOf(word.toUpperCase())
  if (roman >= 0) return roman + 1
  const name = word.toLowerCase().normalize('NFC')
  if (!FULL.test(name)) return null
  const month = STEMS.findIndex((stems) => stems.some((stem) => name.startsWith(stem)))
  return month < 0 ? null : month + 1
}

export { numberInWords, type WordLanguage } from './amount-words.ts'
export { amountMatchesWords } from './compare-words.ts'
export { type AmountInWords, amountFromWords } from './parse-words.ts'

export { codesIn, type EntryPassage, lexiconOf, pagePassages, type SearchEntry, searchEntry } from './entry.ts'
export { type AnswerFault, answerFault, askedText, type GivenAnswer } from './question.ts'
export { meantWords } from './typo.ts'
export { chunksOf, codesOf, isOneNumber, plainText } from './words.ts'

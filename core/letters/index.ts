export { LETTER_PLACES, LetterLanguage, LetterTemplate, LetterText, MailAddress, USUAL_LETTERS } from './letter.ts'
export { fillTemplate, GAP, unknownPlaces } from './template.ts'

export { checkLanguageModels } from './check-language-models.ts'
export { processDocument } from './process-document.ts'
export { remindOfDates } from './remind-of-dates.ts'

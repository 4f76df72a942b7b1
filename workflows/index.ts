export { checkLanguageModels } from './check-language-models.ts'
export { processDocument } from './process-document.ts'

export { type Answered, type AnswerQuestion, createAnswerer } from './answerer.ts'
export { createProvider } from './provider.ts'
export { chainFor, type LlmSettings, type ProviderSettings, readLlmSettings } from './settings.ts'
export { surrogateDigest } from './surrogate-key.ts'

export { type Prose, proseOf } from './prose.ts'
export { type Sentence, sentencesOf } from './sentences.ts'

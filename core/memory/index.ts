export { learnLessons } from './learn.ts'
export { type ApprovedField, Lesson } from './lesson.ts'
export { recallCandidates } from './recall.ts'
export { supplierKeysOn, supplierNameKey } from './supplier-keys.ts'

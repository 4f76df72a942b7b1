export { NOTICE_KINDS, type NoticeKind, USUAL_NOTICES } from './kinds.ts'
export { type NoticeData, type Told, wordingOf } from './wording.ts'

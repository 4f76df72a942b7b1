/** What people are told. `digest` is for one person, once a day. */
export const NOTICE_KINDS = ['assignment', 'reminder', 'escalation', 'hold', 'bank', 'model', 'certificate', 'dates'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Sent by e-mail until a person chooses otherwise. */
export const USUAL_NOTICES: readonly NoticeKind[] = NOTICE_KINDS

/** What is told to other systems when it happens. */
export const MESSAGE_KINDS = [
  'record.approved',
  'record.posted',
  'record.rejected',
  'document.review',
  'document.rejected',
  'document.failed',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

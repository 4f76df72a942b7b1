import type { Status } from '../../core/status.ts'
import { containing, type Sql, sql } from './sql.ts'
import { inQueue, type QueueFilter } from './waiting-documents.ts'

export interface ListFilter {
  readonly status: Status | null
  /** Searched in number, seller and file name. */
  readonly text: string
  readonly type: string | null
  /** Whose list it is, and what of the waiting documents is wanted; absent = everything. */
  readonly queue?: { readonly filter: QueueFilter; readonly userId: string }
}

/** Conditions on `documents d`. */
export function conditionsOf({ status, text, type, queue }: ListFilter): readonly Sql[] {
  const like = containing(text)
  return [
    ...(status ? [sql`d.status = ${status}`] : []),
    ...(type ? [sql`d.type = ${type}`] : []),
    ...(text.trim() ? [sql`(d.summary->>'number' ilike ${like} or d.summary->>'seller' ilike ${like} or d.file_name ilike ${like})`] : []),
    ...(queue ? [inQueue(queue.filter, queue.userId)] : []),
  ]
}

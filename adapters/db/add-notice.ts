import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

/** Writes, in the transaction of a journal event, that people are to be told of it: when a row of notice_sources says so. */
export async function addNotice(
  tx: Tx,
  event: {
    readonly organisation_id: string
    readonly sequence: number
    readonly document_id: string
    readonly kind: string
    readonly actor: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into notices (id, organisation_id, kind, document_id, audience, actor, source_key)
    select ${newId()}, ${event.organisation_id}, s.notice, ${event.document_id}, s.audience, ${event.actor}, ${`event:${event.sequence}`}
    from notice_sources s where s.event_kind = ${event.kind}
    on conflict (organisation_id, source_key) do nothing`)
}

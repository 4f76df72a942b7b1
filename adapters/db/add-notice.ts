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

/** Tells of changed bank details once for each run of a document, when it comes to people and nobody has approved yet. */
export async function addBankNotice(
  tx: Tx,
  { organisationId, documentId, run }: { readonly organisationId: string; readonly documentId: string; readonly run: number },
): Promise<void> {
  await tx.run(sql`
    insert into notices (id, organisation_id, kind, document_id, audience, source_key)
    select ${newId()}, ${organisationId}, s.notice, ${documentId}, s.audience, ${`bank:${documentId}:${run}`}
    from notice_sources s where s.event_kind = 'bank_details_held'
    on conflict (organisation_id, source_key) do nothing`)
}

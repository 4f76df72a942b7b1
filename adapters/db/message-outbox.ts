import { z } from 'zod'
import type { MessageKind } from '../../core/message-kinds.ts'
import { MESSAGE_KINDS } from '../../core/message-kinds.ts'
import type { Database, Tx } from './database.ts'
import { json } from './events.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'
import { secretsOf } from './webhooks.ts'

const BATCH = 100
/** How many of one webhook go out at once: a slow receiver holds up itself and nobody else. */
const AT_ONCE = 4
/** A sender that died gives its deliveries back after this; longer than any one attempt. */
const LEASE_SECONDS = 90
const LASTING_FAILURE_DAYS = 5

/** Writes, in the caller's transaction, that something happened which others may want to hear. */
export async function addMessage(
  tx: Tx,
  at: { readonly organisationId: string; readonly documentId: string; readonly key: string },
  kind: MessageKind,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tx.run(sql`
    insert into outbox (organisation_id, kind, document_id, key, payload)
    values (${at.organisationId}, 'deliver', ${at.documentId}, ${at.key}, ${json({ kind, at: new Date().toISOString(), data })})
    on conflict (kind, document_id, key) do nothing`)
}

const Told = z.object({ kind: z.enum(MESSAGE_KINDS), at: z.string(), data: z.record(z.string(), z.unknown()) })
/** Entries from before webhooks existed name only the record. */
const Before = z.object({ recordId: z.string() })

const Waiting = z.object({
  id: z.string(),
  organisation_id: z.string(),
  document_id: z.string(),
  key: z.string(),
  payload: z.union([Told, Before]),
  created_at: z.date(),
})

const Due = z.object({
  message_id: z.string(),
  webhook_id: z.string(),
  attempts: z.number(),
  url: z.string(),
  payload: z.string(),
  secret: z.instanceof(Buffer),
  old_secret: z.instanceof(Buffer).nullable(),
})

export interface DueDelivery {
  readonly messageId: string
  /** The webhook. */
  readonly receiverId: string
  /** Attempts made before this one. */
  readonly attempts: number
  readonly url: string
  readonly payload: string
  readonly secrets: readonly string[]
}

export type Attempt = { readonly ms: number; readonly status: number | null; readonly error: string | null }

/** The way of a message from the outbox to its receivers. Several senders share the work; nothing here asks Temporal. */
export function createMessageOutbox(db: Database, masterKey: Uint8Array) {
  return {
    /** Turns what happened into messages with one delivery per webhook that wants it. Returns how many were taken. */
    spread(): Promise<number> {
      return db.system(async (tx) => {
        const waiting = await tx.rows(
          Waiting,
          sql`select id, organisation_id, document_id, key, payload, created_at from outbox
              where kind = 'deliver' and done_at is null order by id limit ${BATCH} for update skip locked`,
        )
        for (const row of waiting) {
          const told: z.infer<typeof Told> =
            'kind' in row.payload ? row.payload : { kind: 'record.approved', at: row.created_at.toISOString(), data: row.payload }
          const id = `msg_${newId()}`
          const written = await tx.run(sql`
            insert into messages (id, organisation_id, kind, document_id, source_key, payload)
            values (${id}, ${row.organisation_id}, ${told.kind}, ${row.document_id}, ${`${row.document_id}:${row.key}`}, ${payloadOf(id, row, told)})
            on conflict (organisation_id, source_key) do nothing`)
          if (written === 0) continue
          await tx.run(sql`
            insert into deliveries (message_id, webhook_id, organisation_id)
            select ${id}, w.id, w.organisation_id from webhooks w
            where w.organisation_id = ${row.organisation_id} and w.deleted_at is null and ${told.kind} = any(w.kinds)
            on conflict do nothing`)
        }
        await tx.run(sql`update outbox set done_at = now() where id = any(${waiting.map(({ id }) => id)}::bigint[])`)
        return waiting.length
      })
    },

    /** What is due, at most a few of each webhook. They are this sender's until the lease ends. */
    async take(limit: number, busy: readonly string[]): Promise<readonly DueDelivery[]> {
      const rows = await db.system((tx) =>
        tx.rows(
          Due,
          sql`with due as (
                select d.message_id, d.webhook_id from webhooks w
                cross join lateral (
                  select message_id, webhook_id from deliveries
                  where webhook_id = w.id and state = 'pending' and due_at <= now()
                  order by due_at limit ${AT_ONCE} for update skip locked) d
                where w.disabled_at is null and w.deleted_at is null and w.id <> all(${busy}) limit ${limit}),
              taken as (
                update deliveries d set due_at = now() + make_interval(secs => ${LEASE_SECONDS})
                from due where d.message_id = due.message_id and d.webhook_id = due.webhook_id
                returning d.message_id, d.webhook_id, d.attempts)
              select t.message_id, t.webhook_id, t.attempts, w.url, m.payload, w.secret,
                     case when w.old_secret_until > now() then w.old_secret end as old_secret
              from taken t join webhooks w on w.id = t.webhook_id join messages m on m.id = t.message_id`,
        ),
      )
      return rows.map(({ message_id, webhook_id, secret, old_secret, ...same }) => ({
        ...same,
        messageId: message_id,
        receiverId: webhook_id,
        secrets: secretsOf(old_secret ? [secret, old_secret] : [secret], masterKey),
      }))
    },

    /** `againInS` null: no more attempts. A receiver that says 410, or that has failed for days, is disabled; what waits for it stays. */
    async record(
      { messageId, receiverId: webhookId }: DueDelivery,
      { ms, status, error }: Attempt,
      againInS: number | null,
    ): Promise<void> {
      const delivered = status !== null && status >= 200 && status < 300
      const state = delivered ? 'delivered' : againInS === null ? 'failed' : 'pending'
      await db.system(async (tx) => {
        await tx.run(sql`
          update deliveries set state = ${state}, attempts = attempts + 1, last_status = ${status}, last_error = ${error}, last_ms = ${Math.round(ms)},
                 last_at = now(), due_at = now() + make_interval(secs => ${againInS ?? 0})
          where message_id = ${messageId} and webhook_id = ${webhookId} and state = 'pending'`)
        if (status === 410) await disable(tx, webhookId, 'gone')
        else if (state === 'failed')
          await tx.run(sql`
            update webhooks set disabled_at = now(), disabled_because = 'failing'
            where id = ${webhookId} and disabled_at is null and not exists (
              select from deliveries where webhook_id = ${webhookId} and state = 'delivered'
                and last_at > now() - make_interval(days => ${LASTING_FAILURE_DAYS}))`)
      })
    },
  }
}

function disable(tx: Tx, webhookId: string, because: string): Promise<number> {
  return tx.run(sql`update webhooks set disabled_at = now(), disabled_because = ${because} where id = ${webhookId} and disabled_at is null`)
}

/** The body of Standard Webhooks (`type`, `timestamp`, `data`) with the attributes of CloudEvents 1.0 beside it. */
function payloadOf(
  id: string,
  row: { readonly organisation_id: string; readonly document_id: string },
  { kind, at, data }: z.infer<typeof Told>,
): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: `urn:docket:organisation:${row.organisation_id}`,
    type: kind,
    subject: typeof data.recordId === 'string' ? data.recordId : row.document_id,
    time: at,
    timestamp: at,
    datacontenttype: 'application/json',
    data: { documentId: row.document_id, ...data },
  })
}

import { z } from 'zod'
import type { MessageKind } from '../../core/message-kinds.ts'
import { MESSAGE_KINDS } from '../../core/message-kinds.ts'
import { openText, sealText } from '../sealed-text.ts'
import { newWebhookSecret } from '../webhooks/sign.ts'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

const OVERLAP_HOURS = 24
export const WEBHOOK_SECRET = 'webhook secret'

const WebhookRow = z
  .object({
    id: z.string(),
    url: z.string(),
    kinds: z.array(z.enum(MESSAGE_KINDS)),
    created_at: isoDate,
    disabled_because: z.string().nullable(),
    disabled: z.boolean(),
    pending: z.coerce.number(),
    failed: z.coerce.number(),
  })
  .transform(({ created_at, disabled_because, disabled, ...same }) => ({
    ...same,
    createdAt: created_at,
    disabled: disabled ? (disabled_because ?? 'person') : null,
  }))

export type Webhook = z.infer<typeof WebhookRow>

const DeliveryRow = z
  .object({
    message_id: z.string(),
    kind: z.string(),
    document_id: z.string().nullable(),
    state: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.number(),
    due_at: isoDate,
    last_status: z.number().nullable(),
    last_error: z.string().nullable(),
    last_ms: z.number().nullable(),
    last_at: isoDate.nullable(),
  })
  .transform((row) => ({
    id: row.message_id,
    kind: row.kind,
    documentId: row.document_id,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.state === 'pending' ? row.due_at : null,
    lastStatus: row.last_status,
    lastError: row.last_error,
    lastMs: row.last_ms,
    lastAt: row.last_at,
  }))

export type WebhookDelivery = z.infer<typeof DeliveryRow>
export type Webhooks = ReturnType<typeof createWebhooks>

/** Addresses of an organisation that hear what happens, and the journal of what was told them. */
export function createWebhooks(db: Database, masterKey: Uint8Array) {
  const LIST = sql`select w.id, w.url, w.kinds, w.created_at, w.disabled_because, w.disabled_at is not null as disabled,
                          count(d.*) filter (where d.state = 'pending') as pending, count(d.*) filter (where d.state = 'failed') as failed
                   from webhooks w left join deliveries d on d.webhook_id = w.id`
  return {
    list: (organisationId: string) =>
      db.transaction(organisationId, (tx) => tx.rows(WebhookRow, sql`${LIST} where w.deleted_at is null group by w.id order by w.id`)),

    get: (organisationId: string, id: string) =>
      db.transaction(organisationId, (tx) => tx.row(WebhookRow, sql`${LIST} where w.deleted_at is null and w.id = ${id} group by w.id`)),

    /** `url` has been checked. The secret is in the answer and can be seen no more. */
    async create(
      organisationId: string,
      { url, kinds, createdBy }: { readonly url: string; readonly kinds: readonly MessageKind[]; readonly createdBy: string },
    ): Promise<{ readonly id: string; readonly secret: string }> {
      const id = newId()
      const secret = newWebhookSecret()
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into webhooks (id, organisation_id, url, kinds, secret, created_by)
          values (${id}, ${organisationId}, ${url}, ${kinds}, ${sealText(secret, masterKey, WEBHOOK_SECRET)}, ${createdBy})`),
      )
      return { id, secret }
    },

    /** A new secret; what is sent carries both signatures for a day. Null: no such webhook. */
    async rotate(organisationId: string, id: string): Promise<string | null> {
      const secret = newWebhookSecret()
      const written = await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          update webhooks set old_secret = secret, old_secret_until = now() + make_interval(hours => ${OVERLAP_HOURS}),
                 secret = ${sealText(secret, masterKey, WEBHOOK_SECRET)}
          where id = ${id} and deleted_at is null`),
      )
      return written === 1 ? secret : null
    },

    /** What waited while it was disabled goes out afterwards. */
    async enable(organisationId: string, id: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`update webhooks set disabled_at = null, disabled_because = null where id = ${id} and deleted_at is null`),
      )
    },

    async disable(organisationId: string, id: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`update webhooks set disabled_at = now(), disabled_because = 'person' where id = ${id} and disabled_at is null`),
      )
    },

    async remove(organisationId: string, id: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`update webhooks set deleted_at = now(), disabled_at = coalesce(disabled_at, now()) where id = ${id}`),
      )
    },

    /** Newest first. */
    deliveries(organisationId: string, id: string, after: string | null, limit: number) {
      return db.transaction(organisationId, async (tx) => {
        const rows = await tx.rows(
          DeliveryRow,
          sql`select d.message_id, m.kind, m.document_id, d.state, d.attempts, d.due_at, d.last_status, d.last_error, d.last_ms, d.last_at
              from deliveries d join messages m on m.id = d.message_id
              where d.webhook_id = ${id} and ${after === null ? sql`true` : sql`d.message_id < ${after}`}
              order by d.message_id desc limit ${limit + 1}`,
        )
        const items = rows.slice(0, limit)
        return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
      })
    },

    /** Sends everything of the kinds of this webhook that happened in the span again, under the same ids. Returns how many. */
    replay(organisationId: string, id: string, since: string, until: string): Promise<number> {
      return db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into deliveries (message_id, webhook_id, organisation_id)
          select m.id, w.id, m.organisation_id from messages m join webhooks w on w.id = ${id} and w.deleted_at is null
          where m.kind = any(w.kinds) and m.created_at >= ${since} and m.created_at < ${until}
          on conflict (message_id, webhook_id) do update set state = 'pending', attempts = 0, due_at = now()`),
      )
    },
  }
}

/** The secrets of a webhook that are valid now, the present one first. */
export function secretsOf(sealed: readonly Uint8Array[], masterKey: Uint8Array): readonly string[] {
  return sealed.map((one) => openText(one, masterKey, WEBHOOK_SECRET))
}

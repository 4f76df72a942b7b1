import { z } from 'zod'
import { NOTICE_KINDS, USUAL_NOTICES } from '../../core/notices/index.ts'
import { openText } from '../sealed-text.ts'
import { addAlertNotices } from './alert-notices.ts'
import type { Database, Tx } from './database.ts'
import { newId } from './ids.ts'
import { ROOM_SECRET } from './notices.ts'
import { type Sql, sql } from './sql.ts'

const BATCH = 100
const AT_ONCE = 8
/** A sender that died gives its messages back after this; longer than any one attempt. */
const LEASE_SECONDS = 90

const Due = z.object({
  notice_id: z.string(),
  receiver: z.string(),
  attempts: z.number(),
  kind: z.string(),
  document_id: z.string().nullable(),
  data: z.object({
    waiting: z.number().optional(),
    own: z.number().optional(),
    oldestHours: z.number().optional(),
    date: z.enum(['ends', 'renews', 'notice_by']).optional(),
    days: z.number().optional(),
    fall: z.enum(['audits', 'drift', 'pipeline']).optional(),
  }),
  email: z.string().nullable(),
  language: z.enum(['en', 'ru']),
  url: z.instanceof(Buffer).nullable(),
  secret: z.instanceof(Buffer).nullable(),
})

export interface DueNotice {
  readonly messageId: string
  readonly receiverId: string
  /** Attempts made before this one. */
  readonly attempts: number
  readonly kind: string
  readonly documentId: string | null
  readonly data: z.infer<typeof Due>['data']
  readonly language: 'en' | 'ru'
  readonly to: { readonly kind: 'mail'; readonly email: string } | { readonly kind: 'chat'; readonly url: string; readonly secret: string }
}

/** The way of a notice to its receivers, as message-outbox.ts for webhooks. `hasMail`: e-mail is set up; without, nothing is put by for it. */
export function createNoticeOutbox(db: Database, masterKey: Uint8Array, hasMail: boolean) {
  return {
    /** Alerts and digests that are due, then a message per receiver for every new notice. Returns how many notices were taken. */
    async spread(): Promise<number> {
      await addAlertNotices(db)
      if (hasMail) await addDigests(db)
      const organisations = await db.system((tx) =>
        tx.rows(z.object({ id: z.string() }), sql`select distinct organisation_id as id from notices where spread_at is null`),
      )
      let taken = 0
      for (const { id } of organisations) taken += await db.transaction(id, (tx) => spreadOf(tx, hasMail))
      return taken
    },

    async take(limit: number, busy: readonly string[]): Promise<readonly DueNotice[]> {
      const rows = await db.system((tx) =>
        tx.rows(
          Due,
          sql`with due as (
                select notice_id, receiver from notice_sends
                where state = 'pending' and due_at <= now() and receiver <> all(${busy})
                order by due_at limit ${Math.min(limit, AT_ONCE)} for update skip locked),
              taken as (
                update notice_sends s set due_at = now() + make_interval(secs => ${LEASE_SECONDS})
                from due where s.notice_id = due.notice_id and s.receiver = due.receiver
                returning s.notice_id, s.receiver, s.attempts, s.user_id, s.room_id)
              select t.notice_id, t.receiver, t.attempts, n.kind, n.document_id, n.data, u.email, coalesce(u.language, 'ru') as language, r.url, r.secret
              from taken t join notices n on n.id = t.notice_id left join users u on u.id = t.user_id left join chat_rooms r on r.id = t.room_id`,
        ),
      )
      return rows.map(({ notice_id, document_id, receiver, email, url, secret, ...same }) => ({
        ...same,
        messageId: notice_id,
        receiverId: receiver,
        documentId: document_id,
        to:
          url && secret
            ? { kind: 'chat' as const, url: openText(url, masterKey, ROOM_SECRET), secret: openText(secret, masterKey, ROOM_SECRET) }
            : { kind: 'mail' as const, email: email ?? '' },
      }))
    },

    /** `againInS` null: no more attempts. */
    async record(
      { messageId, receiverId }: DueNotice,
      { status, error }: { readonly status: number | null; readonly error: string | null },
      againInS: number | null,
    ): Promise<void> {
      const delivered = status !== null && status >= 200 && status < 300
      const state = delivered ? 'delivered' : againInS === null ? 'failed' : 'pending'
      await db.system((tx) =>
        tx.run(sql`
          update notice_sends set state = ${state}, attempts = attempts + 1, last_status = ${status}, last_error = ${error}, last_at = now(),
                 due_at = now() + make_interval(secs => ${againInS ?? 0})
          where notice_id = ${messageId} and receiver = ${receiverId} and state = 'pending'`),
      )
    },
  }
}

/** Who a notice is for. The one who did it is not told of it. */
const PEOPLE: Sql = sql`
  select n.id as notice_id, u.id as user_id from open n join users u on u.disabled_at is null and u.id is distinct from n.actor
    left join queue_entries q on q.document_id = n.document_id left join review_queues w on w.id = q.queue_id
  where u.id = n.user_id
     or n.audience = 'assignee' and u.id = q.assignee
     or n.audience = 'responsible' and (u.id = q.assignee or q.assignee is null and coalesce(u.role = w.role, u.role in ('reviewer', 'approver')))
     or n.audience = 'superiors' and (u.id = w.escalate_to or w.escalate_to is null and u.role in ('approver', 'admin'))
     or n.audience = 'admins' and u.role = 'admin'
     or n.audience = 'approvers' and u.role in ('approver', 'admin')
     or n.audience = 'approvers' and u.role = 'reviewer' and (select approved_by from organisations where id = n.organisation_id) = 'reviewer'`

async function spreadOf(tx: Tx, hasMail: boolean): Promise<number> {
  const open = await tx.rows(
    z.object({ id: z.string() }),
    sql`select id from notices where spread_at is null order by created_at limit ${BATCH} for update skip locked`,
  )
  const ids = open.map(({ id }) => id)
  await tx.run(sql`
    with open as (select * from notices where id = any(${ids}::text[])), people as (${PEOPLE})
    insert into notice_sends (notice_id, receiver, organisation_id, user_id, room_id)
    select n.id, 'mail:' || p.user_id, n.organisation_id, p.user_id, null from open n join people p on p.notice_id = n.id
      left join notice_settings s on s.user_id = p.user_id
      where ${hasMail} and (n.kind = 'digest' or not n.kind = any(${[...NOTICE_KINDS]}::text[])
                            or n.kind = any(coalesce(s.email_kinds, ${[...USUAL_NOTICES]}::text[])))
    union all
    select n.id, 'chat:' || r.id, n.organisation_id, r.user_id, r.id from open n join chat_rooms r on r.deleted_at is null and n.kind = any(r.kinds)
      where r.user_id is null or exists (select from people p where p.notice_id = n.id and p.user_id = r.user_id)
    on conflict do nothing`)
  await tx.run(sql`update notices set spread_at = now() where id = any(${ids}::text[])`)
  return ids.length
}

/** One digest a day and person, from the hour that the person chose (in this machine's zone), when anything waits. */
async function addDigests(db: Database, now = new Date()): Promise<void> {
  const wanting = await db.system((tx) =>
    tx.rows(
      z.object({ user_id: z.string(), organisation_id: z.string() }),
      sql`select s.user_id, s.organisation_id from notice_settings s join users u on u.id = s.user_id and u.disabled_at is null
          where s.digest_hour <= ${now.getHours()} and not exists (
            select from notices n where n.organisation_id = s.organisation_id and n.source_key = 'digest:' || s.user_id || ':' || ${dayOf(now)})`,
    ),
  )
  for (const { user_id, organisation_id } of wanting)
    await db.transaction(organisation_id, (tx) =>
      tx.run(sql`
        insert into notices (id, organisation_id, kind, user_id, data, source_key)
        select ${newId()}, ${organisation_id}, 'digest', ${user_id},
               jsonb_build_object('waiting', w.waiting, 'own', w.own, 'oldestHours', w.hours), ${`digest:${user_id}:${dayOf(now)}`}
        from (select count(*) as waiting, count(*) filter (where q.assignee = ${user_id}) as own,
                     floor(extract(epoch from now() - min(q.since)) / 3600)::int as hours
              from documents d join queue_entries q on q.document_id = d.id where d.status = 'review') w
        where w.waiting > 0
        on conflict (organisation_id, source_key) do nothing`),
    )
}

function dayOf(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}

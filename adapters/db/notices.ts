import { z } from 'zod'
import { NOTICE_KINDS, type NoticeKind, USUAL_NOTICES } from '../../core/notices/index.ts'
import { sealText } from '../sealed-text.ts'
import { newWebhookSecret } from '../webhooks/sign.ts'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

export const ROOM_SECRET = 'chat room'

const kinds = z.array(z.string()).transform((all) => NOTICE_KINDS.filter((kind) => all.includes(kind)))
const Settings = z
  .object({ email_kinds: kinds, digest_hour: z.number().nullable() })
  .transform(({ email_kinds, digest_hour }) => ({ emailKinds: email_kinds, digestHour: digest_hour }))
export type NoticeSettings = z.infer<typeof Settings>

const Room = z
  .object({ id: z.string(), host: z.string(), kinds, is_own: z.boolean(), created_at: isoDate })
  .transform(({ is_own, created_at, ...same }) => ({ ...same, isOwn: is_own, createdAt: created_at }))
export type ChatRoom = z.infer<typeof Room>

export type Notices = ReturnType<typeof createNotices>

/** What each person wants to be told, and the rooms of chats. */
export function createNotices(db: Database, masterKey: Uint8Array) {
  return {
    async settings(organisationId: string, userId: string): Promise<NoticeSettings> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(Settings, sql`select email_kinds, digest_hour from notice_settings where user_id = ${userId}`),
      )
      return row ?? { emailKinds: [...USUAL_NOTICES], digestHour: null }
    },

    async saveSettings(organisationId: string, userId: string, { emailKinds, digestHour }: NoticeSettings): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into notice_settings (user_id, organisation_id, email_kinds, digest_hour)
          values (${userId}, ${organisationId}, ${emailKinds}, ${digestHour})
          on conflict (user_id) do update set email_kinds = excluded.email_kinds, digest_hour = excluded.digest_hour, updated_at = now()`),
      )
    },

    /** The person's own rooms and the organisation's. */
    rooms: (organisationId: string, userId: string): Promise<readonly ChatRoom[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          Room,
          sql`select id, host, kinds, user_id is not null as is_own, created_at from chat_rooms
              where deleted_at is null and (user_id is null or user_id = ${userId}) order by created_at`,
        ),
      ),

    /** `url` has been checked. `userId` null: a room of the organisation. The secret is in the answer and can be seen no more. */
    async addRoom(
      organisationId: string,
      { url, kinds: wanted, userId }: { readonly url: string; readonly kinds: readonly NoticeKind[]; readonly userId: string | null },
    ): Promise<string> {
      const secret = newWebhookSecret()
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into chat_rooms (id, organisation_id, user_id, url, host, secret, kinds)
          values (${newId()}, ${organisationId}, ${userId}, ${sealText(url, masterKey, ROOM_SECRET)}, ${new URL(url).host},
                  ${sealText(secret, masterKey, ROOM_SECRET)}, ${[...wanted]})`),
      )
      return secret
    },

    /** `mayShared`: rooms of the organisation as well. */
    async removeRoom(organisationId: string, id: string, userId: string, mayShared: boolean): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          update chat_rooms set deleted_at = now() where id = ${id} and deleted_at is null
            and (user_id = ${userId} or user_id is null and ${mayShared})`),
      )
    },
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import { ApprovedBy, type Permission, permissionsOf, Role } from '../../core/permissions.ts'
import type { Database, Tx } from './database.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { sql } from './sql.ts'

const LINK_MINUTES = 15
const SESSION_DAYS = 7
const IDLE_HOURS = 12

export interface Session {
  /** A signed-in person, or a program with its own secret (adapters/db/api-clients.ts). */
  readonly kind: 'person' | 'client'
  readonly userId: string
  readonly person: string
  readonly organisationId: string
  readonly organisation: string
  readonly role: Role
  readonly permissions: ReadonlySet<Permission>
}

/** A session that was just opened; the token goes to the browser and nowhere else. */
export interface Opened {
  readonly token: string
  readonly expiresAt: Date
  readonly userId: string
  readonly organisationId: string
}

const Owner = z.object({ user_id: z.string(), organisation_id: z.string() })

/** Ways in and what they open. Only hashes of tokens are kept; a session ends after 12 hours of silence and after a week in any case. */
export function createSessions(db: Database) {
  return {
    /** A link that works once, for 15 minutes. Returns the token; nobody can read it again. */
    createLink(userId: string): Promise<string> {
      const token = newToken()
      return db.system(async (tx) => {
        const written = await tx.run(sql`
          insert into sign_in_links (token_hash, organisation_id, user_id, expires_at)
          select ${tokenHash(token)}, organisation_id, id, now() + make_interval(mins => ${LINK_MINUTES}) from users where id = ${userId} and disabled_at is null`)
        if (written === 0) throw new PipelineError('not_found', 'There is no such user, or the user is disabled.')
        return token
      })
    },

    /** Spends a one-time link; null when it is unknown, spent or too old. */
    redeem(linkToken: string): Promise<Opened | null> {
      return db.system(async (tx) => {
        const owner = await tx.row(
          Owner,
          sql`update sign_in_links set used_at = now()
              where token_hash = ${tokenHash(linkToken)} and used_at is null and expires_at > now()
                and user_id in (select id from users where disabled_at is null)
              returning user_id, organisation_id`,
        )
        return owner && openSession(tx, owner)
      })
    },

    /** One address may belong to people of several organisations: the password tells which. */
    async signIn(email: string, password: string): Promise<Opened | null> {
      const Known = Owner.extend({ password_hash: z.string().nullable() })
      const known = await db.system((tx) =>
        tx.rows(
          Known,
          sql`select id as user_id, organisation_id, password_hash from users
              where email = ${email.trim().toLowerCase()} and disabled_at is null and password_hash is not null limit 5`,
        ),
      )
      const candidates = known.length > 0 ? known : [{ password_hash: null, user_id: '', organisation_id: '' }]
      for (const { password_hash, ...owner } of candidates)
        if (await verifyPassword(password, password_hash)) return db.system((tx) => openSession(tx, owner))
      return null
    },

    /** Whose address this is, in whatever organisation. */
    peopleAt: (email: string): Promise<readonly { readonly organisationId: string; readonly userId: string }[]> =>
      db.system(async (tx) => {
        const rows = await tx.rows(
          Owner,
          sql`select id as user_id, organisation_id from users
              where email = ${email.replaceAll('\0', '').toWellFormed().trim().toLowerCase().slice(0, 320)} and disabled_at is null limit 5`,
        )
        return rows.map(({ user_id, organisation_id }) => ({ userId: user_id, organisationId: organisation_id }))
      }),

    /** For somebody whom the organisation's own provider has vouched for. */
    openFor: (owner: { readonly userId: string; readonly organisationId: string }): Promise<Opened> =>
      db.system((tx) => openSession(tx, { user_id: owner.userId, organisation_id: owner.organisationId })),

    /** Ends every session of the person. `current`: null when the person has no password yet. False when it is wrong. */
    async setPassword(organisationId: string, userId: string, current: string | null, wanted: string): Promise<boolean> {
      const before = await db.transaction(organisationId, (tx) =>
        tx.row(z.object({ password_hash: z.string().nullable() }), sql`select password_hash from users where id = ${userId}`),
      )
      if (!before || (before.password_hash !== null && !(await verifyPassword(current ?? '', before.password_hash)))) return false
      const stored = await hashPassword(wanted)
      return db.transaction(organisationId, async (tx) => {
        const written = await tx.run(sql`
          update users set password_hash = ${stored} where id = ${userId} and password_hash is not distinct from ${before.password_hash}`)
        if (written === 0) return false
        await endAllOf(tx, userId)
        return true
      })
    },

    /** By somebody who has the server itself: the present password is not asked for. */
    async resetPassword(organisationId: string, userId: string, wanted: string): Promise<void> {
      const stored = await hashPassword(wanted)
      await db.transaction(organisationId, async (tx) => {
        await tx.run(sql`update users set password_hash = ${stored} where id = ${userId}`)
        await endAllOf(tx, userId)
      })
    },

    /** Every look keeps the session alive. Null: ended, too old, silent for too long, or its person is disabled. */
    session(token: string): Promise<Session | null> {
      return db.system((tx) =>
        tx.row(
          z
            .object({
              user_id: z.string(),
              name: z.string(),
              organisation_id: z.string(),
              organisation: z.string(),
              role: Role,
              approved_by: ApprovedBy,
            })
            .transform(({ user_id, name, organisation_id, approved_by, ...rest }) => ({
              kind: 'person' as const,
              userId: user_id,
              person: name,
              organisationId: organisation_id,
              ...rest,
              permissions: permissionsOf(rest.role, approved_by),
            })),
          sql`with live as (
                update sessions set last_seen_at = now()
                where token_hash = ${tokenHash(token)} and revoked_at is null and expires_at > now() and last_seen_at > now() - make_interval(hours => ${IDLE_HOURS})
                returning user_id)
              select u.id as user_id, u.name, u.organisation_id, o.name as organisation, u.role, o.approved_by
              from live join users u on u.id = live.user_id join organisations o on o.id = u.organisation_id
              where u.disabled_at is null`,
        ),
      )
    },

    async end(token: string): Promise<void> {
      await db.system((tx) => tx.run(sql`update sessions set revoked_at = now() where token_hash = ${tokenHash(token)}`))
    },
  }
}

/** Sessions and unspent links of a person, all at once. */
export async function endAllOf(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`update sessions set revoked_at = now() where user_id = ${userId} and revoked_at is null`)
  await tx.run(sql`update sign_in_links set used_at = now() where user_id = ${userId} and used_at is null`)
}

async function openSession(tx: Tx, owner: z.infer<typeof Owner>): Promise<Opened> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + SESSION_DAYS * 86_400_000)
  await tx.run(sql`
    insert into sessions (token_hash, organisation_id, user_id, expires_at) values (${tokenHash(token)}, ${owner.organisation_id}, ${owner.user_id}, ${expiresAt})`)
  return { token, expiresAt, userId: owner.user_id, organisationId: owner.organisation_id }
}

/** 256 random bits: nothing to guess, so a plain hash keeps it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import { ApprovedBy, type Permission, permissionsOf, Role } from '../../core/permissions.ts'
import type { Database, Tx } from './database.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

const LINK_MINUTES = 15
const SESSION_DAYS = 14
const IDLE_HOURS = 72

export interface Session {
  readonly userId: string
  readonly person: string
  readonly organisationId: string
  readonly organisation: string
  readonly role: Role
  readonly permissions: ReadonlySet<Permission>
}

/** Organisations, people and their sessions. Only hashes of tokens are kept. */
export function createAccounts(db: Database) {
  return {
    createOrganisation(name: string, taxIds: readonly string[] = []): Promise<string> {
      const id = newId()
      return db.system(async (tx) => {
        await tx.run(sql`insert into organisations (id, name, tax_ids) values (${id}, ${name}, ${taxIds})`)
        return id
      })
    },

    /** Whose word makes a document a record, from the next decision on. */
    async setApprovedBy(organisationId: string, approvedBy: ApprovedBy): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`update organisations set approved_by = ${approvedBy} where id = ${organisationId}`),
      )
    },

    organisations: () =>
      db.system((tx) =>
        tx.rows(z.object({ id: z.string(), name: z.string() }), sql`select id, name from organisations order by created_at`),
      ),

    users(organisationId: string) {
      const User = z.object({ id: z.string(), email: z.string(), name: z.string(), role: Role, disabled: z.boolean() })
      return db.transaction(organisationId, (tx) =>
        tx.rows(User, sql`select id, email, name, role, disabled_at is not null as disabled from users order by email`),
      )
    },

    createUser(
      organisationId: string,
      { email, name, role }: { readonly email: string; readonly name: string; readonly role: Role },
    ): Promise<string> {
      const id = newId()
      return db.transaction(organisationId, async (tx) => {
        const written = await tx.run(sql`
          insert into users (id, organisation_id, email, name, role) values (${id}, ${organisationId}, ${email.toLowerCase()}, ${name}, ${role})
          on conflict (organisation_id, email) do nothing`)
        if (written === 0) throw new PipelineError('conflict', `There already is a user ${email}.`)
        return id
      })
    },

    /** A link that works once, for 15 minutes. Returns the token; nobody can read it again. */
    createLink(userId: string): Promise<string> {
      const token = newToken()
      return db.system(async (tx) => {
        const written = await tx.run(sql`
          insert into sign_in_links (token_hash, organisation_id, user_id, expires_at)
          select ${hash(token)}, organisation_id, id, now() + make_interval(mins => ${LINK_MINUTES}) from users where id = ${userId} and disabled_at is null`)
        if (written === 0) throw new PipelineError('not_found', 'There is no such user, or the user is disabled.')
        return token
      })
    },

    redeem(linkToken: string): Promise<{ readonly token: string; readonly expiresAt: Date } | null> {
      return db.system(async (tx) => {
        const owner = await tx.row(
          z.object({ user_id: z.string(), organisation_id: z.string() }),
          sql`update sign_in_links set used_at = now()
              where token_hash = ${hash(linkToken)} and used_at is null and expires_at > now()
                and user_id in (select id from users where disabled_at is null)
              returning user_id, organisation_id`,
        )
        return owner && openSession(tx, owner)
      })
    },

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
              userId: user_id,
              person: name,
              organisationId: organisation_id,
              ...rest,
              permissions: permissionsOf(rest.role, approved_by),
            })),
          sql`with live as (
                update sessions set last_seen_at = now()
                where token_hash = ${hash(token)} and revoked_at is null and expires_at > now() and last_seen_at > now() - make_interval(hours => ${IDLE_HOURS})
                returning user_id)
              select u.id as user_id, u.name, u.organisation_id, o.name as organisation, u.role, o.approved_by
              from live join users u on u.id = live.user_id join organisations o on o.id = u.organisation_id
              where u.disabled_at is null`,
        ),
      )
    },

    async end(token: string): Promise<void> {
      await db.system((tx) => tx.run(sql`update sessions set revoked_at = now() where token_hash = ${hash(token)}`))
    },
  }
}

async function openSession(
  tx: Tx,
  owner: { readonly user_id: string; readonly organisation_id: string },
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + SESSION_DAYS * 86_400_000)
  await tx.run(sql`
    insert into sessions (token_hash, organisation_id, user_id, expires_at) values (${hash(token)}, ${owner.organisation_id}, ${owner.user_id}, ${expiresAt})`)
  return { token, expiresAt }
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

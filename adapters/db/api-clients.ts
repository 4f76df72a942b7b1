import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import { Permission, SCOPES } from '../../core/permissions.ts'
import type { Database, Tx } from './database.ts'
import { isoDate } from './document-row.ts'
import { newId } from './ids.ts'
import { newToken, type Session, tokenHash } from './sessions.ts'
import { sql } from './sql.ts'

export interface ApiClient {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Permission[]
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly revoked: boolean
  readonly secrets: readonly { readonly id: string; readonly createdAt: string }[]
}

/** Begins every secret: scanners for leaked secrets know what they have found. */
const PREFIX = 'dk_'
const MOST_SECRETS = 2

const ClientRow = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(Permission),
    created_at: isoDate,
    last_used_at: isoDate.nullable(),
    revoked: z.boolean(),
    secrets: z.array(z.object({ id: z.string(), createdAt: z.string() })),
  })
  .transform(({ created_at, last_used_at, ...same }): ApiClient => ({ ...same, createdAt: created_at, lastUsedAt: last_used_at }))

const SessionRow = z
  .object({ id: z.string(), name: z.string(), scopes: z.array(Permission), organisation_id: z.string(), organisation: z.string() })
  .transform(
    ({ id, name, scopes, organisation_id, organisation }): Session => ({
      kind: 'client',
      userId: id,
      person: name,
      organisationId: organisation_id,
      organisation,
      role: 'integrator',
      permissions: new Set(scopes),
    }),
  )
const CLIENT_SESSION = sql`select c.id, c.name, c.scopes, c.organisation_id, o.name as organisation
                           from api_clients c join organisations o on o.id = c.organisation_id`

export type ApiClients = ReturnType<typeof createApiClients>

/** Programs that work for an organisation, and their secrets. Of a secret only the hash is kept. */
export function createApiClients(db: Database) {
  return {
    list: (organisationId: string) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          ClientRow,
          sql`select c.id, c.name, c.scopes, c.created_at, c.last_used_at, c.revoked_at is not null as revoked,
                     coalesce((select json_agg(json_build_object('id', s.id, 'createdAt', s.created_at) order by s.id)
                               from api_secrets s where s.client_id = c.id and s.revoked_at is null), '[]') as secrets
              from api_clients c order by c.id`,
        ),
      ),

    /** The secret is in the answer and nowhere else. */
    create(
      organisationId: string,
      { name, scopes, createdBy }: { readonly name: string; readonly scopes: readonly Permission[]; readonly createdBy: string },
    ): Promise<{ readonly id: string; readonly secret: string }> {
      const id = newId()
      const given = SCOPES.filter((scope) => scopes.includes(scope))
      return db.transaction(organisationId, async (tx) => {
        await tx.run(sql`
          insert into api_clients (id, organisation_id, name, scopes, created_by) values (${id}, ${organisationId}, ${name}, ${given}, ${createdBy})`)
        return { id, secret: await addSecret(tx, organisationId, id) }
      })
    },

    /** A second secret beside the first; the older of two goes. Null: no such client. */
    rotate(organisationId: string, clientId: string): Promise<string | null> {
      return db.transaction(organisationId, async (tx) => {
        const client = await tx.row(
          z.object({ id: z.string() }),
          sql`select id from api_clients where id = ${clientId} and revoked_at is null for update`,
        )
        if (!client) return null
        const secret = await addSecret(tx, organisationId, clientId)
        await tx.run(sql`
          update api_secrets set revoked_at = now() where revoked_at is null and client_id = ${clientId}
            and id not in (select id from api_secrets where client_id = ${clientId} and revoked_at is null order by id desc limit ${MOST_SECRETS})`)
        return secret
      })
    },

    /** All secrets but the newest: the change is over. False: no such client. */
    async dropOldSecrets(organisationId: string, clientId: string): Promise<boolean> {
      return db.transaction(organisationId, async (tx) => {
        const known = await tx.row(z.object({ id: z.string() }), sql`select id from api_clients where id = ${clientId}`)
        await tx.run(sql`
          update api_secrets set revoked_at = now() where client_id = ${clientId} and revoked_at is null
            and id <> (select max(id) from api_secrets where client_id = ${clientId} and revoked_at is null)`)
        return known !== null
      })
    },

    async revoke(organisationId: string, clientId: string): Promise<void> {
      const written = await db.transaction(organisationId, (tx) =>
        tx.run(sql`update api_clients set revoked_at = coalesce(revoked_at, now()) where id = ${clientId}`),
      )
      if (written === 0) throw new PipelineError('not_found', 'There is no such API client.')
    },

    /** The client whose secret this is; `clientId` null = the secret alone tells. Null: unknown or revoked. */
    bySecret(secret: string, clientId: string | null): Promise<Session | null> {
      return db.system(async (tx) => {
        const found = await tx.row(
          SessionRow,
          sql`${CLIENT_SESSION} join api_secrets s on s.client_id = c.id
              where s.secret_hash = ${tokenHash(secret)} and s.revoked_at is null and c.revoked_at is null
                and ${clientId === null ? sql`true` : sql`c.id = ${clientId}`}`,
        )
        if (found) await tx.run(sql`update api_clients set last_used_at = now() where id = ${found.userId}`)
        return found
      })
    },

    /** For a token that was signed earlier: whether its client still stands. */
    byId: (clientId: string): Promise<Session | null> =>
      db.system((tx) => tx.row(SessionRow, sql`${CLIENT_SESSION} where c.id = ${clientId} and c.revoked_at is null`)),
  }
}

async function addSecret(tx: Tx, organisationId: string, clientId: string): Promise<string> {
  const secret = `${PREFIX}${newToken()}`
  await tx.run(sql`
    insert into api_secrets (id, client_id, organisation_id, secret_hash) values (${newId()}, ${clientId}, ${organisationId}, ${tokenHash(secret)})`)
  return secret
}

import { z } from 'zod'
import { Role } from '../../core/permissions.ts'
import type { Database, Tx } from './database.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

/** What a provider says of somebody, and what its organisation makes of that. */
export interface Arrival {
  /** Id or name. */
  readonly organisation: string
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  readonly name: string | null
  /** By the provider's groups; `own` = roles are given in Docket; null = the groups give none. */
  readonly role: Role | 'own' | null
  /** Role of somebody new; null = unknown people are turned away. */
  readonly newRole: Role | null
}

export type Admission =
  | { readonly kind: 'known' | 'added'; readonly userId: string; readonly organisationId: string }
  | { readonly kind: 'refused'; readonly why: 'organisation' | 'no_role' | 'disabled' | 'unknown' | 'no_email' }

const User = z.object({ id: z.string(), role: Role, disabled: z.boolean() })

/** People who come through their organisation's own provider. Once met they are known by issuer and subject, whatever happens to their address. */
export function createProviderPeople(db: Database) {
  return {
    async admit(arrival: Arrival): Promise<Admission> {
      const [organisation, other] = await db.system((tx) =>
        tx.rows(
          z.object({ id: z.string() }),
          sql`select id from organisations where id = ${arrival.organisation} or name = ${arrival.organisation} limit 2`,
        ),
      )
      if (!organisation || other) return { kind: 'refused', why: 'organisation' }
      return db.transaction(organisation.id, (tx) => admit(tx, organisation.id, arrival))
    },
  }
}
export type ProviderPeople = ReturnType<typeof createProviderPeople>

async function admit(tx: Tx, organisationId: string, arrival: Arrival): Promise<Admission> {
  if (arrival.role === null) return { kind: 'refused', why: 'no_role' }
  // The same lock as every change of people: two first visits at once make one person.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`people:${organisationId}`}, 0))`)
  const known = await find(tx, arrival)
  if (known?.disabled) return { kind: 'refused', why: 'disabled' }
  if (known) {
    await takeRole(tx, known, arrival.role)
    return { kind: 'known', userId: known.id, organisationId }
  }
  if (arrival.newRole === null) return { kind: 'refused', why: 'unknown' }
  if (arrival.email === null) return { kind: 'refused', why: 'no_email' }
  const userId = newId()
  const added = await tx.run(sql`
    insert into users (id, organisation_id, email, name, role)
    values (${userId}, ${organisationId}, ${arrival.email}, ${arrival.name ?? arrival.email}, ${arrival.role === 'own' ? arrival.newRole : arrival.role})
    on conflict (organisation_id, email) do nothing`)
  // The address belongs to somebody whom the same provider knows as another person.
  if (added === 0) return { kind: 'refused', why: 'unknown' }
  await remember(tx, organisationId, arrival, userId)
  return { kind: 'added', userId, organisationId }
}

/** By subject; at the first visit by an address that the provider has verified, unless somebody else of that provider has it. */
async function find(tx: Tx, { issuer, subject, email }: Arrival): Promise<z.infer<typeof User> | null> {
  const columns = sql`u.id, u.role, u.disabled_at is not null as disabled`
  const met = await tx.row(
    User,
    sql`select ${columns} from provider_identities p join users u on u.id = p.user_id where p.issuer = ${issuer} and p.subject = ${subject}`,
  )
  if (met || email === null) return met
  const same = await tx.row(
    User.extend({ organisation_id: z.string() }),
    sql`select ${columns}, u.organisation_id from users u where u.email = ${email}
          and not exists (select from provider_identities p where p.user_id = u.id and p.issuer = ${issuer})`,
  )
  if (same && !same.disabled) await remember(tx, same.organisation_id, { issuer, subject }, same.id)
  return same
}

function remember(tx: Tx, organisationId: string, { issuer, subject }: Pick<Arrival, 'issuer' | 'subject'>, userId: string) {
  return tx.run(sql`
    insert into provider_identities (organisation_id, issuer, subject, user_id) values (${organisationId}, ${issuer}, ${subject}, ${userId})`)
}

/** The provider's word counts at every visit, except that it cannot take the last administrator away. */
async function takeRole(tx: Tx, { id, role }: z.infer<typeof User>, wanted: Role | 'own'): Promise<void> {
  if (wanted === 'own' || wanted === role) return
  await tx.run(sql`
    update users set role = ${wanted} where id = ${id}
      and (${role !== 'admin'} or exists (select from users where role = 'admin' and disabled_at is null and id <> ${id}))`)
}

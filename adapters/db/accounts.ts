import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import { ApprovedBy, Role } from '../../core/permissions.ts'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import { createSessions, endAllOf } from './sessions.ts'
import { sql } from './sql.ts'

const Person = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: Role,
  disabled: z.boolean(),
  hasPassword: z.boolean(),
})
export type Person = z.infer<typeof Person>
const USER = sql`id, email, name, role, disabled_at is not null as disabled, password_hash is not null as "hasPassword"`

export type Accounts = ReturnType<typeof createAccounts>

/** Organisations, their people and how they come in. */
export function createAccounts(db: Database) {
  return {
    ...createSessions(db),

    createOrganisation(name: string, taxIds: readonly string[] = []): Promise<string> {
      const id = newId()
      return db.system(async (tx) => {
        await tx.run(sql`insert into organisations (id, name, tax_ids) values (${id}, ${name}, ${taxIds})`)
        return id
      })
    },

    organisations: () =>
      db.system((tx) =>
        tx.rows(z.object({ id: z.string(), name: z.string() }), sql`select id, name from organisations order by created_at`),
      ),

    async approvedBy(organisationId: string): Promise<ApprovedBy> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(z.object({ approved_by: ApprovedBy }), sql`select approved_by from organisations where id = ${organisationId}`),
      )
      return row?.approved_by ?? 'approver'
    },

    /** Whose word makes a document a record, from the next decision on. */
    async setApprovedBy(organisationId: string, approvedBy: ApprovedBy): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`update organisations set approved_by = ${approvedBy} where id = ${organisationId}`),
      )
    },

    users: (organisationId: string) =>
      db.transaction(organisationId, (tx) => tx.rows(Person, sql`select ${USER} from users order by email`)),

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

    /** A disabled person is out at once, on every device. Errors: `not_found`; `conflict` when nobody would be left to administer. */
    changeUser(organisationId: string, userId: string, change: { readonly role?: Role; readonly disabled?: boolean }): Promise<void> {
      return db.transaction(organisationId, async (tx) => {
        // One change of people at a time, so that two administrators cannot remove one another.
        await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`people:${organisationId}`}, 0))`)
        const before = await tx.row(Person, sql`select ${USER} from users where id = ${userId}`)
        if (!before) throw new PipelineError('not_found', 'There is no such user.')
        const { role, disabled } = { ...before, ...change }
        await tx.run(sql`
          update users set role = ${role}, disabled_at = case when ${disabled} then coalesce(disabled_at, now()) end where id = ${userId}`)
        const admins = await tx.row(
          z.object({ count: z.coerce.number() }),
          sql`select count(*) as count from users where role = 'admin' and disabled_at is null`,
        )
        if (admins?.count === 0) throw new PipelineError('conflict', 'This is the last administrator. Make another person one first.')
        if (disabled) await endAllOf(tx, userId)
      })
    },
  }
}

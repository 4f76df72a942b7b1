import { z } from 'zod'
import { ApprovedBy, permissionsOf, Role } from '../../../core/permissions.ts'
import type { Standing } from '../../../core/routing/index.ts'
import type { Tx } from '../database.ts'
import { sql } from '../sql.ts'

/** Who and what rules may name now. */
export async function standingOf(tx: Tx): Promise<Omit<Standing, 'types'>> {
  const people = await tx.rows(
    z.object({ id: z.string(), role: Role, approved_by: ApprovedBy }),
    sql`select u.id, u.role, o.approved_by from users u join organisations o on o.id = u.organisation_id where u.disabled_at is null`,
  )
  const queues = await tx.rows(z.object({ id: z.string() }), sql`select id from review_queues`)
  const who = (permission: 'documents:review' | 'documents:approve') =>
    people.filter(({ role, approved_by }) => permissionsOf(role, approved_by).has(permission)).map(({ id }) => id)
  return { queues: queues.map(({ id }) => id), reviewers: who('documents:review'), approvers: who('documents:approve') }
}

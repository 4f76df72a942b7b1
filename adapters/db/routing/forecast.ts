import { z } from 'zod'
import { afterWorkingHours } from '../../../core/calendar/index.ts'
import { queueFor } from '../../../core/queues.ts'
import { type KeptRule, RoutingFacts, ruleFor } from '../../../core/routing/index.ts'
import type { Database } from '../database.ts'
import { queueRows } from '../queues.ts'
import { sql } from '../sql.ts'
import { rulesInOrder } from './rules.ts'
import { standingOf } from './standing.ts'
import { workingTimeOf } from './working-time.ts'

/** One document and the rule that it would meet if it came to people now. */
export interface Foreseen {
  readonly documentId: string
  readonly fileName: string
  readonly rule: Pick<KeptRule, 'id' | 'name'> | null
  /** Until when it would have to be decided, ISO date-time; null = as the installation is set up. */
  readonly dueAt: string | null
}

const Row = z.object({ document_id: z.string(), file_name: z.string(), seller: z.string().nullable(), facts: RoutingFacts })

/** How the latest documents that were read would have been routed by the rules of now, newest first, whether they had to wait or not. */
export function foresee(db: Database, organisationId: string, most: number): Promise<readonly Foreseen[]> {
  return db.transaction(organisationId, async (tx) => {
    const [rules, standing, queues, time] = [await rulesInOrder(tx), await standingOf(tx), await queueRows(tx), await workingTimeOf(tx)]
    const nowMs = Date.now()
    const rows = await tx.rows(
      Row,
      sql`select f.document_id, d.file_name, d.summary->>'seller' as seller, f.facts from routing_facts f join documents d on d.id = f.document_id
          order by f.document_id desc limit ${most}`,
    )
    return rows.map(({ document_id, file_name, seller, facts }) => {
      const rule = ruleFor(rules, facts, standing)
      const supplier = facts.hidden ? null : seller
      const queue = queues.find(({ id }) => id === rule?.to.queue) ?? queueFor(queues, { type: facts.type, supplier })
      const hours = rule?.to.dueHours ?? queue?.dueHours ?? null
      const dueAt = hours === null ? null : new Date(afterWorkingHours(nowMs, hours, time)).toISOString()
      return { documentId: document_id, fileName: file_name, rule: rule && { id: rule.id, name: rule.name }, dueAt }
    })
  })
}

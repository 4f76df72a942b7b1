import { z } from 'zod'
import { type KeptRule, RoutingFacts, ruleFor } from '../../../core/routing/index.ts'
import type { Database } from '../database.ts'
import { sql } from '../sql.ts'
import { rulesInOrder } from './rules.ts'
import { standingOf } from './standing.ts'

/** One document and the rule that it would meet if it came to people now. */
export interface Foreseen {
  readonly documentId: string
  readonly fileName: string
  readonly rule: Pick<KeptRule, 'id' | 'name'> | null
}

const Row = z.object({ document_id: z.string(), file_name: z.string(), facts: RoutingFacts })

/** How the latest documents that were read would have been routed by the rules of now, newest first, whether they had to wait or not. */
export function foresee(db: Database, organisationId: string, most: number): Promise<readonly Foreseen[]> {
  return db.transaction(organisationId, async (tx) => {
    const [rules, standing] = [await rulesInOrder(tx), await standingOf(tx)]
    const rows = await tx.rows(
      Row,
      sql`select f.document_id, d.file_name, f.facts from routing_facts f join documents d on d.id = f.document_id
          order by f.document_id desc limit ${most}`,
    )
    return rows.map(({ document_id, file_name, facts }) => {
      const rule = ruleFor(rules, facts, standing)
      return { documentId: document_id, fileName: file_name, rule: rule && { id: rule.id, name: rule.name } }
    })
  })
}

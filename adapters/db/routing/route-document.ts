import { z } from 'zod'
import { hiddenFacts, type KeptRule, RoutingFacts, routingFacts, ruleFor } from '../../../core/routing/index.ts'
import type { Database, Tx } from '../database.ts'
import { json } from '../events.ts'
import { sql } from '../sql.ts'
import { rulesInOrder } from './rules.ts'
import { standingOf } from './standing.ts'

interface Waiting {
  readonly documentId: string
  readonly organisationId: string
}

type Routable = Parameters<typeof routingFacts>[0]

export interface Routed {
  /** Null = no rule fits, the queues decide as ever. */
  readonly rule: KeptRule | null
  /** Who has to be one of the two who approve. */
  readonly approver: string | null
}

/**
 * Where the rules send a document. Of one that is to be reviewed blindly they see neither supplier nor total; only who has to confirm it follows from
 * all that was read, for that is asked after the review.
 */
export async function routed(tx: Tx, documentId: string, result: Routable, blind: boolean): Promise<Routed> {
  const rules = await rulesInOrder(tx)
  if (rules.length === 0) return { rule: null, approver: null }
  const standing = await standingOf(tx)
  const facts = routingFacts(result, await sourceOf(tx, documentId))
  const rule = ruleFor(rules, blind ? hiddenFacts(facts) : facts, standing)
  return { rule, approver: ruleFor(rules, facts, standing)?.to.approver ?? rule?.to.approver ?? null }
}

/** Keeps what the rules were asked about. */
export async function keepFacts(tx: Tx, at: Waiting, result: Routable, blind: boolean): Promise<void> {
  const { organisationId, documentId } = at
  const facts = routingFacts(result, await sourceOf(tx, documentId))
  await tx.run(sql`
    insert into routing_facts (document_id, organisation_id, facts)
    values (${documentId}, ${organisationId}, ${json(RoutingFacts.parse(blind ? hiddenFacts(facts) : facts))})
    on conflict (document_id) do update set facts = excluded.facts, updated_at = now()`)
}

/** Who has to be one of two, of a document that waits (as it was decided when it came) or is about to; `person` null: that one has left since. */
export function createNamedApprover(db: Database) {
  return (organisationId: string, documentId: string, result: Routable): Promise<{ readonly person: string | null } | null> =>
    db.transaction(organisationId, async (tx) => {
      const entry = await tx.row(
        z.object({ approver: z.string().nullable() }),
        sql`select approver from queue_entries where document_id = ${documentId}`,
      )
      const { approver } = entry ?? (await routed(tx, documentId, result, false))
      if (approver === null) return null
      const { approvers } = await standingOf(tx)
      return { person: approvers.includes(approver) ? approver : null }
    })
}

/** The source of the file that the document came in, as the journal of intake has it. */
async function sourceOf(tx: Tx, documentId: string): Promise<string> {
  const row = await tx.row(
    z.object({ source: z.string() }),
    sql`select i.source from documents d join intake_items i on i.document_id = coalesce(d.part_of, d.id) and i.state = 'accepted'
        where d.id = ${documentId} order by i.id limit 1`,
  )
  return row?.source ?? 'upload'
}

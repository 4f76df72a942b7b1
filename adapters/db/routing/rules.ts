import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../../core/canonical-json.ts'
import { PipelineError } from '../../../core/errors.ts'
import { type KeptRule, RoutingRule } from '../../../core/routing/index.ts'
import type { Database, Tx } from '../database.ts'
import { json } from '../events.ts'
import { newId } from '../ids.ts'
import { sql } from '../sql.ts'

const MOST_RULES = 200

const RuleRow = z
  .object({ id: z.string(), version: z.number(), rule: RoutingRule })
  .transform(({ rule, ...same }): KeptRule => ({ ...same, ...rule }))

/** In the order in which they are asked. */
export function rulesInOrder(tx: Tx): Promise<readonly KeptRule[]> {
  return tx.rows(RuleRow, sql`select id, version, rule from routing_rules order by position, id`)
}

/** Stands for all rules in their order, as a number that can be an ETag: another one after every change (one chance in 1e9 that it is not). */
export function rulesVersion(rules: readonly KeptRule[]): number {
  const hash = createHash('sha256').update(canonicalJson(rules.map(({ id, version }) => [id, version])))
  return hash.digest().readUInt32BE() % 1_000_000_000
}

/** The rules of an organisation. Writers come one after the other, so that two cannot take one place. */
export function createRules(db: Database) {
  const writing = <T>(organisationId: string, work: (tx: Tx) => Promise<T>) =>
    db.transaction(organisationId, async (tx) => {
      await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`routing:${organisationId}`}, 0))`)
      return work(tx)
    })
  return {
    list: (organisationId: string): Promise<readonly KeptRule[]> => db.transaction(organisationId, rulesInOrder),

    /** Behind all others. Errors: `conflict` when there are too many already. */
    add(organisationId: string, rule: RoutingRule, actor: string): Promise<KeptRule> {
      return writing(organisationId, async (tx) => {
        const { length } = await rulesInOrder(tx)
        if (length >= MOST_RULES) throw new PipelineError('conflict', `There are ${MOST_RULES} rules already. Remove some first.`)
        const id = newId()
        await tx.run(sql`
          insert into routing_rules (id, organisation_id, position, rule, updated_by)
          select ${id}, ${organisationId}, coalesce(max(position), 0) + 1, ${json(rule)}, ${actor} from routing_rules`)
        return { ...rule, id, version: 1 }
      })
    },

    /** Null: there is none of the version that the writer saw. */
    change(organisationId: string, id: string, rule: RoutingRule, seen: number, actor: string): Promise<KeptRule | null> {
      return writing(organisationId, (tx) =>
        tx.row(
          RuleRow,
          sql`update routing_rules set rule = ${json(rule)}, version = version + 1, updated_by = ${actor}, updated_at = now()
              where id = ${id} and version = ${seen} returning id, version, rule`,
        ),
      )
    },

    async remove(organisationId: string, id: string, seen: number): Promise<boolean> {
      return (await writing(organisationId, (tx) => tx.run(sql`delete from routing_rules where id = ${id} and version = ${seen}`))) === 1
    },

    /** All rules in the wanted order. False: these are not the rules that the writer saw. */
    order(organisationId: string, ids: readonly string[], seen: number, actor: string): Promise<boolean> {
      return writing(organisationId, async (tx) => {
        const before = await rulesInOrder(tx)
        const isWhole = before.length === ids.length && new Set([...before.map(({ id }) => id), ...ids]).size === ids.length
        if (!isWhole || rulesVersion(before) !== seen) return false
        await tx.run(sql`
          update routing_rules r set position = wanted.at, updated_by = ${actor}, updated_at = now()
          from unnest(${ids}::text[]) with ordinality as wanted (id, at) where r.id = wanted.id and r.position <> wanted.at`)
        return true
      })
    },
  }
}

import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Certificate, type Judgement, type OwnerTerms, type Policy, prove } from '../../core/acceptance/index.ts'
import type { Seen } from '../../core/certificate/index.ts'
import { CertificateRow, JudgementRow } from './acceptance-rows.ts'
import { scoresUnder } from './certificate-watch.ts'
import type { Database, Tx } from './database.ts'
import { json } from './events.ts'
import { newId } from './ids.ts'
import { termsOf } from './judgements.ts'
import { type Sql, sql } from './sql.ts'

export interface AcceptanceOverview {
  readonly terms: OwnerTerms
  /** The latest certificate, also a withdrawn one. */
  readonly latest: Certificate | null
  /** Blind reviews under the pipeline of now, oldest first. */
  readonly judgements: readonly Judgement[]
  /** Audits of the latest certificate, oldest first: true = wrong. */
  readonly audits: readonly boolean[]
  /** What documents have shown of themselves under the latest certificate, newest first. */
  readonly seen: readonly Seen[]
  /** Audits of what the owner's rule accepted under the pipeline of now, oldest first: true = wrong. They watch the rule and prove nothing. */
  readonly ruleAudits: readonly boolean[]
  /** Proofs tried so far for this pipeline. */
  readonly attempts: number
}

export type Acceptance = ReturnType<typeof createAcceptance>

/** The owner's side: policy, certificates, and the blind entries of reviewers. */
export function createAcceptance(db: Database) {
  return {
    overview: (organisationId: string, type: string, key: string): Promise<AcceptanceOverview> =>
      db.transaction(organisationId, async (tx) => {
        const { policy, certificate } = await termsOf(tx, type)
        const latest = await tx.row(CertificateRow, sql`select * from certificates where type = ${type} order by issued_at desc limit 1`)
        const audits = await auditsOf(tx, sql`certificate_id = ${latest?.id ?? ''}`)
        const ruleAudits = await auditsOf(tx, sql`certificate_id is null and type = ${type} and key = ${key}`)
        return {
          terms: { policy, certificate },
          latest,
          judgements: await judgementsOf(tx, type, key),
          audits,
          seen: latest ? await scoresUnder(tx, latest) : [],
          ruleAudits,
          attempts: await attemptsOf(tx, type, key),
        }
      }),

    async savePolicy(organisationId: string, type: string, policy: Policy, actor: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into acceptance_policies (organisation_id, type, policy, updated_by) values (${organisationId}, ${type}, ${json(policy)}, ${actor})
          on conflict (organisation_id, type) do update set policy = excluded.policy, updated_by = excluded.updated_by, updated_at = now()`),
      )
    },

    /** Tries to prove the policy's error rate from all blind reviews of this pipeline. False = not proven; the attempt is kept either way. */
    issue: (organisationId: string, type: string, key: string, actor: string): Promise<boolean> =>
      db.transaction(organisationId, async (tx) => {
        await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`certificate:${organisationId}:${type}`}, 0))`)
        const { policy } = await termsOf(tx, type)
        const judgements = await judgementsOf(tx, type, key)
        const proof = prove(judgements, policy.alpha, policy.delta, (await attemptsOf(tx, type, key)) + 1)
        const id = newId()
        if (proof) {
          const { threshold, accepted, wrong, documents, upper } = proof.bound
          await tx.run(
            sql`update certificates set withdrawn_at = now(), withdrawn_because = 'replaced' where type = ${type} and withdrawn_at is null`,
          )
          await tx.run(sql`
            insert into certificates (id, organisation_id, type, key, engines, alpha, delta, threshold, accepted, wrong, documents, upper, seed,
                                      audit_share, calibration, crowd, issued_by)
            values (${id}, ${organisationId}, ${type}, ${key}, ${[...proof.engines]}, ${policy.alpha}, ${policy.delta}, ${threshold}, ${accepted},
                    ${wrong}, ${documents}, ${upper}, ${randomBytes(16).toString('hex')}, ${policy.auditShare}, ${json(proof.calibration)},
                    ${json(proof.crowd)}, ${actor})`)
        }
        await tx.run(sql`
          insert into certificate_attempts (id, organisation_id, type, key, documents, certificate_id, actor)
          values (${newId()}, ${organisationId}, ${type}, ${key}, ${judgements.length}, ${proof ? id : null}, ${actor})`)
        return proof !== null
      }),

    async withdraw(organisationId: string, certificateId: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(
          sql`update certificates set withdrawn_at = now(), withdrawn_because = 'owner' where id = ${certificateId} and withdrawn_at is null`,
        ),
      )
    },

    /** Whether values were entered blindly for this run of the document. */
    entered: (organisationId: string, documentId: string, run: number): Promise<Readonly<Record<string, string>> | null> =>
      db.transaction(organisationId, async (tx) => {
        const row = await tx.row(
          z.object({ entries: z.record(z.string(), z.string()) }),
          sql`select entries from blind_entries where document_id = ${documentId} and run = ${run}`,
        )
        return row?.entries ?? null
      }),

    /** The first entry stays: who has seen the machine's values is no longer blind. */
    async enter(
      organisationId: string,
      documentId: string,
      run: number,
      actor: string,
      entries: Readonly<Record<string, string>>,
    ): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into blind_entries (document_id, run, organisation_id, actor, entries)
          select d.id, ${run}, ${organisationId}, ${actor}, ${json(entries)} from documents d
          where d.id = ${documentId} and d.run = ${run} and d.status = 'review'
          on conflict (document_id, run) do nothing`),
      )
    },
  }
}

async function auditsOf(tx: Tx, which: Sql): Promise<readonly boolean[]> {
  const rows = await tx.rows(
    z.object({ wrong: z.boolean() }),
    sql`select wrong from judgements where kind = 'audit' and ${which} order by created_at, document_id`,
  )
  return rows.map(({ wrong }) => wrong)
}

/** Only reviews of every document: audits see none but accepted ones, and would make any lower threshold look better than it is. */
function judgementsOf(tx: Tx, type: string, key: string): Promise<readonly Judgement[]> {
  return tx.rows(
    JudgementRow,
    sql`select * from judgements where type = ${type} and key = ${key} and kind = 'shadow' order by created_at, document_id`,
  )
}

async function attemptsOf(tx: Tx, type: string, key: string): Promise<number> {
  const row = await tx.row(
    z.object({ count: z.coerce.number() }),
    sql`select count(*) as count from certificate_attempts where type = ${type} and key = ${key}`,
  )
  return row?.count ?? 0
}

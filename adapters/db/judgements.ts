import { z } from 'zod'
import { DEFAULT_POLICY, type Judgement, Policy, type Terms } from '../../core/acceptance/index.ts'
import { BlobRef } from '../../core/blob-ref.ts'
import type { DocumentInput } from '../../core/stages.ts'
import { CertificateRow } from './acceptance-rows.ts'
import { watchAudits } from './certificate-watch.ts'
import type { Database, Tx } from './database.ts'
import { json } from './events.ts'
import { sql } from './sql.ts'

/** The pipeline's side of acceptance. */
export function createJudgements(db: Database) {
  return {
    terms: (organisationId: string, type: string): Promise<Terms> => db.transaction(organisationId, (tx) => termsOf(tx, type)),

    async blindResult({ organisationId, documentId, run }: DocumentInput): Promise<BlobRef | null> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(
          z.object({ result: BlobRef }),
          sql`select e.result from events e join blind_entries b on b.document_id = e.document_id and b.run = ${run}
              where e.document_id = ${documentId} and e.key = ${`run${run}:review`} and e.result is not null`,
        ),
      )
      return row?.result ?? null
    },

    /** One transaction: the judgement, and the withdrawal that an audit may bring about. */
    async judge(organisationId: string, judgement: Judgement): Promise<void> {
      await db.transaction(organisationId, async (tx) => {
        const { documentId, run, type, key, engines, kind, certificateId, score, eligible, wrong, values } = judgement
        await tx.run(sql`
          insert into judgements (document_id, run, organisation_id, type, key, engines, kind, certificate_id, score, eligible, wrong, "values")
          values (${documentId}, ${run}, ${organisationId}, ${type}, ${key}, ${[...engines]}, ${kind}, ${certificateId}, ${score}, ${eligible},
                  ${wrong}, ${json(values)})
          on conflict (document_id, run) do nothing`)
        if (kind === 'audit' && certificateId !== null) await watchAudits(tx, certificateId)
      })
    },
  }
}

export async function termsOf(tx: Tx, type: string): Promise<Terms> {
  const owner = await tx.row(
    z.object({ policy: Policy, seed: z.string() }),
    sql`select policy, seed from acceptance_policies where type = ${type}`,
  )
  const certificate = await tx.row(
    CertificateRow,
    sql`select * from certificates where type = ${type} and withdrawn_at is null order by issued_at desc limit 1`,
  )
  return { policy: owner?.policy ?? DEFAULT_POLICY, certificate, seed: owner?.seed ?? null }
}

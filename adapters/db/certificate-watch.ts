import { z } from 'zod'
import { type Certificate, isReadOffPages } from '../../core/acceptance/index.ts'
import { drift, MOST_SEEN, monitor, type Seen } from '../../core/certificate/index.ts'
import type { Result } from '../../core/result.ts'
import { CertificateRow } from './acceptance-rows.ts'
import type { Tx } from './database.ts'
import { json } from './events.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

/** Why a certificate does not hold any longer. `pipeline`: it stands, for a pipeline that is not the one of now. */
type Fall = 'audits' | 'drift' | 'pipeline'

/** Withdraws a certificate whose audits show more errors than it promises. */
export async function watchAudits(tx: Tx, certificateId: string): Promise<void> {
  const certificate = await tx.row(CertificateRow, sql`select * from certificates where id = ${certificateId} for update`)
  if (!certificate || certificate.withdrawnAt !== null) return
  const audits = await tx.rows(
    z.object({ wrong: z.boolean() }),
    sql`select wrong from judgements where certificate_id = ${certificateId} and kind = 'audit' order by created_at, document_id`,
  )
  const { broken } = monitor(
    audits.map(({ wrong }) => wrong),
    certificate.alpha,
    certificate.delta,
  )
  if (broken) await withdraw(tx, certificate.id, 'audits')
}

/**
 * Notes what a document that was just read showed of itself, in the transaction that journals it, and withdraws the certificate of its type when such
 * documents are no longer those it was proven on. A document counts once; one of structured data alone, and one that a person had named anew, do not.
 */
export async function watchScores(tx: Tx, organisationId: string, documentId: string, result: Result): Promise<void> {
  const { acceptance, type, fields, reclassifiedFrom } = result
  if (!acceptance || reclassifiedFrom !== undefined || !isReadOffPages(fields)) return
  const certificate = await tx.row(
    CertificateRow,
    sql`select * from certificates where type = ${type} and withdrawn_at is null order by issued_at desc limit 1`,
  )
  if (!certificate) return
  if (certificate.key !== acceptance.key) return tell(tx, certificate.id, 'pipeline', acceptance.key)
  await tx.run(sql`
    insert into certificate_scores (certificate_id, document_id, organisation_id, score, eligible)
    values (${certificate.id}, ${documentId}, ${organisationId}, ${acceptance.score}, ${acceptance.eligible})
    on conflict (certificate_id, document_id) do nothing`)
  const { crowd } = certificate
  if (crowd && drift(crowd, await scoresUnder(tx, certificate)).broken) await withdraw(tx, certificate.id, 'drift')
}

/** What documents have shown of themselves under the certificate, newest first, as many as drift looks at. */
export function scoresUnder(tx: Tx, { id }: Pick<Certificate, 'id'>): Promise<readonly Seen[]> {
  return tx.rows(
    z.object({ score: z.number(), eligible: z.boolean() }),
    sql`select score, eligible from certificate_scores where certificate_id = ${id} order by created_at desc, document_id limit ${MOST_SEEN}`,
  )
}

async function withdraw(tx: Tx, id: string, because: 'audits' | 'drift'): Promise<void> {
  await tx.run(sql`update certificates set withdrawn_at = now(), withdrawn_because = ${because} where id = ${id} and withdrawn_at is null`)
  await tell(tx, id, because)
}

/** Administrators hear of every fall once; of another pipeline once for each. */
async function tell(tx: Tx, id: string, fall: Fall, about = ''): Promise<void> {
  await tx.run(sql`
    insert into notices (id, organisation_id, kind, audience, data, source_key)
    select ${newId()}, c.organisation_id, 'certificate', 'admins', ${json({ fall })}, ${`certificate:${id}:${fall}:${about}`}
    from certificates c where c.id = ${id}
    on conflict (organisation_id, source_key) do nothing`)
}

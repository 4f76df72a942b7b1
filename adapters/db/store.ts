import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BlobRef } from '../../core/blob-ref.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { PipelineError } from '../../core/errors.ts'
import type { MessageKind } from '../../core/message-kinds.ts'
import { type Part, Result } from '../../core/result.ts'
import { BANK_DETAILS } from '../../core/second-person.ts'
import type { DocumentInput, Inspection, JournalEvent, Journalled } from '../../core/stages.ts'
import { canMove } from '../../core/status.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { getJson } from '../blobs/json-blob.ts'
import { addBankNotice } from './add-notice.ts'
import { watchScores } from './certificate-watch.ts'
import type { Database, Tx } from './database.ts'
import { DocumentRow, type Summary } from './document-row.ts'
import { appendEvent, json, lockJournal } from './events.ts'
import { splitOff } from './file-parts.ts'
import { createGoldenKeeper } from './golden-documents.ts'
import { newId } from './ids.ts'
import { createJudgements } from './judgements.ts'
import { createLlmBeside } from './llm-beside.ts'
import { createLlmCalls } from './llm-calls.ts'
import { createMasterData } from './master-data.ts'
import { addMessage } from './message-outbox.ts'
import { followQueue, patienceOf } from './queue-entries.ts'
import { createNamedApprover } from './routing/index.ts'
import { createSecondPersonLimits } from './second-person.ts'
import { sql } from './sql.ts'
import { createSupplierMemory } from './supplier-memory.ts'

type HistoryKey = { readonly kind: string; readonly key: string }

/** Events that others may want to hear of. `approved` is told when the record is published. */
const TOLD: Partial<Readonly<Record<JournalEvent['kind'], MessageKind>>> = {
  review_requested: 'document.review',
  rejected: 'document.rejected',
  failed: 'document.failed',
}

/** Events that only tell that time has passed. */
const QUIET = new Set<JournalEvent['kind']>(['review_reminded', 'review_escalated'])

/** The pipeline's side of the database. Every method may be called twice with the same effect as once. */
export function createDocumentStore(db: Database, blobs: BlobStore) {
  return {
    ...createJudgements(db),
    ...createGoldenKeeper(db),
    ...createSupplierMemory(db),
    ...createLlmCalls(db),
    ...createLlmBeside(db),
    ...createMasterData(db),
    secondPersonLimits: createSecondPersonLimits(db).limits,
    namedApprover: createNamedApprover(db),

    async journal(event: JournalEvent): Promise<Journalled> {
      const result = event.result && (await getJson(blobs, event.documentId, event.result, Result))
      return db.transaction(event.organisationId, async (tx) => {
        const { version } = await writeEvent(tx, event, result)
        const patience = await patienceOf(tx, event)
        return patience ? { version, patience } : { version }
      })
    },

    async reportPages({ documentId, organisationId, run }: DocumentInput, pages: { readonly done: number; readonly total: number }) {
      await db.transaction(organisationId, (tx) =>
        // A report that comes late changes nothing.
        tx.run(sql`
          update documents set pages_done = ${pages.done}, pages_total = ${pages.total}
          where id = ${documentId} and run = ${run} and status = 'processing'`),
      )
    },

    splitOff: (document: DocumentInput, inspection: Inspection, reading: BlobRef, parts: readonly Part[]) =>
      splitOff(db, document, inspection, reading, parts),

    publish(
      document: DocumentInput,
      result: BlobRef,
      data: Readonly<Record<string, unknown>>,
      approvedBy: string,
    ): Promise<{ readonly recordId: string }> {
      return db.transaction(document.organisationId, async (tx) => {
        await lockJournal(tx, document.organisationId)
        const before = await tx.row(
          z.object({ id: z.string() }),
          sql`select id from records where document_id = ${document.documentId} and run = ${document.run}`,
        )
        if (before) return { recordId: before.id }
        const current = await tx.row(z.object({ run: z.number() }), sql`select run from documents where id = ${document.documentId}`)
        if (current && current.run !== document.run) throw overtaken()
        const { type } = await getJson(blobs, document.documentId, result, Result)
        const recordId = newId()
        await tx.run(sql`
          insert into records (id, organisation_id, position, document_id, run, version, type, data, sha256, approved_by, approved_at)
          select ${recordId}, ${document.organisationId}, coalesce((select max(position) from records), 0) + 1, ${document.documentId}, ${document.run},
                 (select count(*) + 1 from records where document_id = ${document.documentId}), ${type}, ${json(data)},
                 ${createHash('sha256').update(canonicalJson(data)).digest('hex')}, ${approvedBy}, ${new Date().toISOString()}`)
        return { recordId }
      })
    },

    async deliver(document: DocumentInput, recordId: string): Promise<void> {
      const { organisationId, documentId } = document
      await db.transaction(organisationId, (tx) =>
        addMessage(tx, { organisationId, documentId, key: recordId }, 'record.approved', {
          recordId,
          href: `/api/v1/records/${recordId}.json`,
        }),
      )
    },

    history(organisationId: string, documentId: string, keys: readonly HistoryKey[]) {
      const Entry = z
        .object({ id: z.string(), status: z.string(), data: z.record(z.string(), z.unknown()) })
        .transform(({ id, status, data }) => ({ documentId: id, approved: status === 'approved', data }))
      return db.transaction(organisationId, (tx) =>
        tx.rows(
          Entry,
          // Ids sort by time: of two copies in work at once only the later one is called a duplicate.
          sql`select d.id, d.status, f.data from documents d join document_facts f on f.document_id = d.id
              where d.id < ${documentId} and d.status in ('processing', 'review', 'approved')
                and d.id in (select k.document_id from document_keys k
                             join unnest(${keys.map((k) => k.kind)}::text[], ${keys.map((k) => k.key)}::text[]) as wanted (kind, key)
                               on k.kind = wanted.kind and k.key = wanted.key)
              order by d.id desc limit 50`,
        ),
      )
    },

    async remember(document: DocumentInput, keys: readonly HistoryKey[], data: Readonly<Record<string, unknown>>): Promise<void> {
      const { documentId, organisationId } = document
      await db.transaction(organisationId, async (tx) => {
        await tx.run(sql`
          insert into document_facts (document_id, organisation_id, data) values (${documentId}, ${organisationId}, ${json(data)})
          on conflict (document_id) do update set data = excluded.data`)
        await tx.run(sql`delete from document_keys where document_id = ${documentId}`)
        await tx.run(sql`
          insert into document_keys (document_id, organisation_id, kind, key)
          select distinct ${documentId}, ${organisationId}, kind, key from unnest(${keys.map((k) => k.kind)}::text[], ${keys.map((k) => k.key)}::text[]) as k (kind, key)`)
      })
    },

    async ownTaxIds(organisationId: string): Promise<readonly string[]> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(
          z.object({ tax_ids: z.array(z.string()) }),
          sql`select tax_ids || coalesce((select array_agg(id) from companies, unnest(companies.tax_ids) as id where kind = 'own'), '{}') as tax_ids
              from organisations where id = ${organisationId}`,
        ),
      )
      return row?.tax_ids ?? []
    },
  }
}

async function writeEvent(tx: Tx, event: JournalEvent, result: Result | null): Promise<{ readonly version: number }> {
  const before = await tx.row(
    z.object({ version: z.number() }),
    sql`select version from events where document_id = ${event.documentId} and key = ${event.key}`,
  )
  if (before) return before
  // Always journal first, then the row: two attempts that meet wait for one another instead of locking crosswise.
  await lockJournal(tx, event.organisationId)
  const document = await tx.row(DocumentRow, sql`select * from documents where id = ${event.documentId} for update`)
  if (!document) throw new PipelineError('not_found', 'The document is gone.')
  const again = await tx.row(
    z.object({ version: z.number() }),
    sql`select version from events where document_id = ${event.documentId} and key = ${event.key}`,
  )
  if (again) return again
  if (runOf(event.key) < document.run) throw overtaken()
  if (!canMove(document.status, event.status)) {
    throw new PipelineError('conflict', `A document that is ${document.status} cannot become ${event.status}.`)
  }
  const version = QUIET.has(event.kind) ? document.version : document.version + 1
  if (!QUIET.has(event.kind)) {
    await tx.run(sql`
      update documents set status = ${event.status}, version = ${version}, reason = ${json(event.reason)}, updated_at = now(),
             result = coalesce(${json(event.result)}::jsonb, result), type = coalesce(${event.type ?? result?.type ?? null}, type),
             requested_type = coalesce(${event.type ?? null}, requested_type),
             route = coalesce(${result?.route ?? null}, route), summary = coalesce(${json(result && summaryOf(result, event.status))}::jsonb, summary)
      where id = ${event.documentId}`)
  }
  await appendEvent(tx, {
    organisation_id: event.organisationId,
    document_id: event.documentId,
    key: event.key,
    kind: event.kind,
    status: event.status,
    actor: event.actor,
    reason: event.reason,
    result: event.result,
    version,
  })
  await followQueue(tx, event, { documentId: event.documentId, organisationId: event.organisationId, run: document.run, version }, result)
  if (event.status === 'review' && event.kind !== 'first_approved' && result?.reasons.some(({ code }) => code === BANK_DETAILS.code))
    await addBankNotice(tx, { organisationId: event.organisationId, documentId: event.documentId, run: document.run })
  // What the machine said of itself: what people have approved holds their say, too.
  if (result && (event.kind === 'review_requested' || (event.kind === 'approved' && event.actor === 'system')))
    await watchScores(tx, event.organisationId, event.documentId, result)
  const told = TOLD[event.kind]
  if (told)
    await addMessage(tx, { organisationId: event.organisationId, documentId: event.documentId, key: event.key }, told, {
      version,
      reason: event.reason?.code ?? null,
    })
  if (event.reviewId !== null) {
    await tx.run(sql`
      insert into reviews (id, organisation_id, document_id, actor, kind, corrections, result, reason, created_at)
      values (${event.reviewId}, ${event.organisationId}, ${event.documentId}, ${event.actor}, ${event.kind}, ${json(event.corrections)},
              ${json(event.result)}, ${json(event.reason)}, now())
      on conflict (id) do nothing`)
  }
  return { version }
}

/** The run that an event belongs to, which is the beginning of its key. */
function runOf(key: string): number {
  return Number(/^run(\d+):/.exec(key)?.[1] ?? Number.POSITIVE_INFINITY)
}

/** A newer run of the document has taken over: what an old one still says must not count. */
function overtaken(): PipelineError {
  return new PipelineError('conflict', 'The document is being read anew; this run of it has ended.')
}

/** What lists show without opening the result; null = a result from before headlines, the row keeps what it shows. */
function summaryOf({ headline, reasons, acceptance }: Result, status: JournalEvent['status']): Summary | null {
  // Who is to judge blindly must not find the values in the list.
  if (acceptance?.blind && status === 'review')
    return { number: null, issueDate: null, seller: null, gross: null, currency: null, reasons: reasons.length }
  if (!headline) return null
  const { number, date, partner, amount, currency } = headline
  return { number, issueDate: date, seller: partner, gross: amount, currency, reasons: reasons.length }
}

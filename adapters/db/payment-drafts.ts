import { z } from 'zod'
import { canonicalJson } from '../../core/canonical-json.ts'
import type { Database } from './database.ts'
import { DocumentRow, isoDate } from './document-row.ts'
import { appendEvent, json } from './events.ts'
import { sql } from './sql.ts'

const Draft = z
  .object({
    id: z.string(),
    document_id: z.string(),
    record_id: z.string(),
    settings: z.record(z.string(), z.string()),
    version: z.number(),
    created_by: z.string(),
    created_at: isoDate,
    downloaded_at: isoDate.nullable(),
  })
  .transform(({ document_id, record_id, created_by, created_at, downloaded_at, ...same }) => ({
    ...same,
    documentId: document_id,
    recordId: record_id,
    by: created_by,
    at: created_at,
    downloadedAt: downloaded_at,
  }))
export type PaymentDraft = z.infer<typeof Draft>

const DRAFTS = sql`select p.id, p.document_id, p.record_id, p.settings, p.version, coalesce(u.name, p.created_by) as created_by, p.created_at,
                          p.downloaded_at
                   from payment_drafts p left join users u on u.id = p.created_by`

interface ToKeep {
  readonly id: string
  readonly documentId: string
  readonly recordId: string
  readonly settings: Readonly<Record<string, string>>
  /** The version that the person saw; null = a draft that is not there yet. */
  readonly seen: number | null
  /** The person knows of the other drafts. */
  readonly another: boolean
}

/** `others`: there are drafts for this document and the person has not said that this is meant. `conflict`: somebody has changed the draft meanwhile. */
export type Kept = { readonly kind: 'kept'; readonly draft: PaymentDraft } | { readonly kind: 'others' | 'conflict' | 'gone' }

export type PaymentDrafts = ReturnType<typeof createPaymentDrafts>

/** Payment orders that were prepared, and the wording of their purpose. */
export function createPaymentDrafts(db: Database) {
  return {
    async purpose(organisationId: string): Promise<string | null> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(
          z.object({ purpose: z.string().nullable() }),
          sql`select purpose from payment_templates where organisation_id = ${organisationId}`,
        ),
      )
      return row?.purpose ?? null
    },

    async savePurpose(organisationId: string, purpose: string | null, actor: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into payment_templates (organisation_id, purpose, updated_by) values (${organisationId}, ${purpose}, ${actor})
          on conflict (organisation_id) do update set purpose = excluded.purpose, updated_by = excluded.updated_by, updated_at = now()`),
      )
    },

    ofDocument: (organisationId: string, documentId: string): Promise<readonly PaymentDraft[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(Draft, sql`${DRAFTS} where p.document_id = ${documentId} order by p.created_at, p.id`),
      ),

    /** Newest first. */
    latest: (organisationId: string, limit: number): Promise<readonly PaymentDraft[]> =>
      db.transaction(organisationId, (tx) => tx.rows(Draft, sql`${DRAFTS} order by p.created_at desc, p.id limit ${limit}`)),

    /** One at a time for each document: two people who press the button at once do not both make the first draft. */
    keep(organisationId: string, { id, documentId, recordId, settings, seen, another }: ToKeep, actor: string): Promise<Kept> {
      return db.transaction(organisationId, async (tx): Promise<Kept> => {
        const document = await tx.row(DocumentRow, sql`select * from documents where id = ${documentId} for update`)
        if (document?.status !== 'approved') return { kind: 'gone' }
        const drafts = await tx.rows(Draft, sql`${DRAFTS} where p.document_id = ${documentId}`)
        const before = drafts.find((draft) => draft.id === id)
        if (before && seen === null && canonicalJson(before.settings) === canonicalJson(settings)) return { kind: 'kept', draft: before }
        if (before && before.version !== seen) return { kind: 'conflict' }
        if (!before && drafts.length > 0 && !another) return { kind: 'others' }
        await tx.run(sql`
          insert into payment_drafts (id, organisation_id, document_id, record_id, settings, created_by)
          values (${id}, ${organisationId}, ${documentId}, ${recordId}, ${json(settings)}, ${actor})
          on conflict (id) do update set settings = excluded.settings, record_id = excluded.record_id,
                 version = payment_drafts.version + 1, updated_at = now()`)
        if (!before)
          await appendEvent(tx, {
            organisation_id: organisationId,
            document_id: documentId,
            key: `payment:${id}`,
            kind: 'payment_drafted',
            status: document.status,
            actor,
            reason: null,
            result: null,
            version: document.version,
          })
        const draft = await tx.row(Draft, sql`${DRAFTS} where p.id = ${id} and p.document_id = ${documentId}`)
        return draft ? { kind: 'kept', draft } : { kind: 'conflict' }
      })
    },

    async markDownloaded(organisationId: string, id: string): Promise<void> {
      await db.transaction(organisationId, (tx) => tx.run(sql`update payment_drafts set downloaded_at = now() where id = ${id}`))
    },

    /** Whether the run was approved by two different people, the second one after the first with nothing changed between them. */
    async twoApproved(organisationId: string, documentId: string, run: number): Promise<boolean> {
      const [last, before] = await db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ kind: z.string(), actor: z.string() }),
          sql`select kind, actor from events
              where document_id = ${documentId} and kind in ('first_approved', 'review_saved', 'approved') and key like ${`run${run}:%`}
              order by sequence desc limit 2`,
        ),
      )
      return last?.kind === 'approved' && before?.kind === 'first_approved' && last.actor !== 'system' && last.actor !== before.actor
    },
  }
}

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../core/canonical-json.ts'
import { LetterLanguage, LetterTemplate, type LetterText } from '../../core/letters/index.ts'
import type { Database } from './database.ts'
import { DocumentRow, isoDate } from './document-row.ts'
import { appendEvent } from './events.ts'
import { sql } from './sql.ts'

const Letter = z
  .object({
    id: z.string(),
    document_id: z.string(),
    recipient: z.string(),
    subject: z.string(),
    body: z.string(),
    language: LetterLanguage,
    sent_by: z.string(),
    created_at: isoDate,
    state: z.enum(['pending', 'delivered', 'failed']),
    last_error: z.string().nullable(),
  })
  .transform(({ document_id, recipient, sent_by, created_at, last_error, ...same }) => ({
    ...same,
    documentId: document_id,
    to: recipient,
    sentBy: sent_by,
    at: created_at,
    error: last_error,
  }))
export type Letter = z.infer<typeof Letter>

const LETTERS = sql`select l.id, l.document_id, l.recipient, l.subject, l.body, l.language, coalesce(u.name, l.sent_by) as sent_by, l.created_at,
                           l.state, l.last_error
                    from letters l left join users u on u.id = l.sent_by`

interface ToSend extends LetterText {
  /** Made with the draft: the same click twice is the same letter. */
  readonly id: string
  readonly documentId: string
  readonly replyTo: string | null
}

export type Letters = ReturnType<typeof createLetters>

/** Letters to suppliers: their templates, what left, and its way. */
export function createLetters(db: Database) {
  return {
    async template(organisationId: string, language: LetterLanguage): Promise<LetterTemplate | null> {
      return db.transaction(organisationId, (tx) =>
        tx.row(
          LetterTemplate,
          sql`select subject, body from letter_templates where organisation_id = ${organisationId} and language = ${language}`,
        ),
      )
    },

    async saveTemplate(organisationId: string, language: LetterLanguage, { subject, body }: LetterTemplate, actor: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into letter_templates (organisation_id, language, subject, body, updated_by)
          values (${organisationId}, ${language}, ${subject}, ${body}, ${actor})
          on conflict (organisation_id, language) do update
            set subject = excluded.subject, body = excluded.body, updated_by = excluded.updated_by, updated_at = now()`),
      )
    },

    /** Puts the letter on its way, with the journal's event in the same transaction. Answers with the letter of this id: the one that stands there already, too. */
    send(organisationId: string, letter: ToSend, actor: string): Promise<Letter | null> {
      return db.transaction(organisationId, async (tx) => {
        const document = await tx.row(DocumentRow, sql`select * from documents where id = ${letter.documentId} for update`)
        if (!document) return null
        const added = await tx.run(sql`
          insert into letters (id, organisation_id, document_id, recipient, subject, body, language, reply_to, sent_by)
          values (${letter.id}, ${organisationId}, ${document.id}, ${letter.to}, ${letter.subject}, ${letter.body}, ${letter.language},
                  ${letter.replyTo}, ${actor})
          on conflict (id) do nothing`)
        if (added === 1)
          await appendEvent(tx, {
            organisation_id: organisationId,
            document_id: document.id,
            // What was said is sealed into the journal's chain without standing in it: an erased document takes words and address along.
            key: `letter:${letter.id}:${sealOf(letter)}`,
            kind: 'letter_sent',
            status: document.status,
            actor,
            reason: null,
            result: null,
            version: document.version,
          })
        return tx.row(Letter, sql`${LETTERS} where l.id = ${letter.id} and l.document_id = ${document.id}`)
      })
    },

    /** Another try for one that has failed; false when it has not. */
    async sendAgain(organisationId: string, documentId: string, id: string): Promise<boolean> {
      const again = await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          update letters set state = 'pending', attempts = 0, due_at = now()
          where id = ${id} and document_id = ${documentId} and state = 'failed'`),
      )
      return again === 1
    },

    ofDocument: (organisationId: string, documentId: string): Promise<readonly Letter[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(Letter, sql`${LETTERS} where l.document_id = ${documentId} order by l.created_at desc limit 100`),
      ),

    /** Newest first. */
    latest: (organisationId: string, limit: number): Promise<readonly Letter[]> =>
      db.transaction(organisationId, (tx) => tx.rows(Letter, sql`${LETTERS} order by l.created_at desc limit ${limit}`)),
  }
}

function sealOf({ to, subject, body }: LetterText): string {
  return createHash('sha256').update(canonicalJson({ to, subject, body })).digest('hex')
}

import { z } from 'zod'
import type { Database } from '../database.ts'
import { DocumentRow } from '../document-row.ts'
import { sql } from '../sql.ts'

const LEASE_SECONDS = 60 // an indexer that died gives its documents back after this
const LONGEST_WAIT_SECONDS = 3600

export interface DueDocument {
  readonly documentId: string
  readonly organisationId: string
  /** When it became due: a result that comes while this one is worked on makes it due again. */
  readonly since: string
}

const Due = z
  .object({ document_id: z.string(), organisation_id: z.string(), since: z.string() })
  .transform(({ document_id, organisation_id, since }) => ({ documentId: document_id, organisationId: organisation_id, since }))

/** Documents whose latest result cannot be found yet. Several workers share them. */
export function createSearchDue(db: Database) {
  return {
    take: (limit: number): Promise<readonly DueDocument[]> =>
      db.system((tx) =>
        tx.rows(
          Due,
          sql`update search_due set attempts = attempts + 1,
                taken_until = now() + make_interval(secs => least(${LONGEST_WAIT_SECONDS}, ${LEASE_SECONDS} * 2 ^ least(attempts, 10)))
              where document_id in (
                select document_id from search_due where taken_until is null or taken_until < now()
                order by since limit ${limit} for update skip locked)
              returning document_id, organisation_id, since::text`,
        ),
      ),

    done: ({ documentId, organisationId, since }: DueDocument): Promise<number> =>
      db.transaction(organisationId, (tx) =>
        tx.run(sql`delete from search_due where document_id = ${documentId} and since = ${since}::timestamptz`),
      ),

    row: ({ documentId, organisationId }: DueDocument): Promise<DocumentRow | null> =>
      db.transaction(organisationId, (tx) => tx.row(DocumentRow, sql`select * from documents where id = ${documentId}`)),

    /** Every document with a result, again. Returns how many. */
    all: (organisationId: string): Promise<number> =>
      db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into search_due (document_id, organisation_id) select id, organisation_id from documents where result is not null
          on conflict (document_id) do update set since = clock_timestamp(), attempts = 0, taken_until = null`),
      ),
  }
}

import { type Sql, sql } from '../sql.ts'

/**
 * Condition on `documents d` and `search_documents s`: what is in the index is of the document's present run, and no blind review is to come that
 * must not know it.
 */
export const VISIBLE: Sql = sql`(s.run = d.run and (not s.blind or d.status <> 'review'
  or exists (select from blind_entries b where b.document_id = d.id and b.run = d.run)))`

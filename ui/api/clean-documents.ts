import { getJson } from '../../adapters/blobs/json-blob.ts'
import type { DocumentRow, Session } from '../../adapters/db/index.ts'
import { Corrections } from '../../core/corrections.ts'
import { Result } from '../../core/result.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { UiDeps } from '../deps.ts'
import type { Language } from '../language.ts'
import { type DocumentView, documentView } from '../views/document-view.ts'
import type { Filter } from '../views/queue-filter.ts'

/** A waiting document about which the desk has no question. */
export interface CleanDocument {
  readonly row: DocumentRow
  readonly type: DocumentType
  readonly view: DocumentView
}

const MOST_LOOKED_AT = 200
const MOST_SHOWN = 50

/** The documents of a queue that this person may approve together: nothing asks for attention, nobody else works on them, one person is enough. */
export async function cleanDocuments(
  deps: UiDeps,
  session: Session,
  { text, type, queue }: Omit<Filter, 'status'>,
  language: Language,
): Promise<readonly CleanDocument[]> {
  const asked = { status: 'review', text, type, queue: { filter: queue, userId: session.userId } } as const
  const { rows } = await deps.documents.list(session.organisationId, asked, { after: null, limit: MOST_LOOKED_AT, order: 'arrival' })
  const clean: CleanDocument[] = []
  for (const row of rows) {
    const document = await ifClean(deps, session, row, language)
    if (document && clean.push(document) === MOST_SHOWN) break
  }
  return clean
}

/** Null when a person has to look at the document by itself. */
export async function ifClean(deps: UiDeps, session: Session, row: DocumentRow, language: Language): Promise<CleanDocument | null> {
  const { organisationId, userId } = session
  const type = deps.types.find(({ name }) => name === row.type)
  if (row.status !== 'review' || !row.result || !type) return null
  const result = await getJson(deps.blobs, row.id, row.result, Result)
  // What a blind reviewer enters, what two people confirm and what somebody sent back is never waved through.
  if (result.acceptance?.blind || result.reasons.some(({ code }) => NEEDS_A_LOOK.has(code) || code.startsWith('second_person'))) return null
  const ref = await deps.documents.lastCorrections(organisationId, row.id)
  const view = documentView(result, type, ref ? await getJson(deps.blobs, row.id, ref, Corrections) : null, language)
  if (view.open > 0 || view.blocking > 0) return null
  const [place, holder, aside] = await Promise.all([
    deps.queues.place(organisationId, row.id),
    deps.desk.holder(organisationId, row.id, userId),
    deps.desk.aside(organisationId, row.id, row.run),
  ])
  const others = place?.assignee && place.assignee.id !== userId
  return others || holder || aside ? null : { row, type, view }
}

/** Reasons about the file as a whole: no field shows them. */
const NEEDS_A_LOOK = new Set(['duplicate', 'unknown_type', 'no_text', 'several_documents', 'page_failed', 'record_returned', 'rule_failed'])

import { getJson } from '../../adapters/blobs/json-blob.ts'
import type { DocumentRow } from '../../adapters/db/index.ts'
import { Corrections } from '../../core/corrections.ts'
import { Result } from '../../core/result.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext } from '../http/env.ts'
import { documentView } from '../views/document-view.ts'

/** What was read of a document and what people made of it, as its page shows it. */
export async function opened(deps: UiDeps, c: UiContext, row: DocumentRow) {
  const language = c.get('language')
  const [result, ref] = await Promise.all([
    // While it is read again, what was read before is no longer what the document says.
    row.result && row.status !== 'processing' ? getJson(deps.blobs, row.id, row.result, Result) : null,
    deps.documents.lastCorrections(c.get('session').organisationId, row.id),
  ])
  const type = deps.types.find(({ name }) => name === (result?.type ?? row.type))
  const corrections = ref ? await getJson(deps.blobs, row.id, ref, Corrections) : null
  const reviews = corrections ? await reviewsOf(deps, c, row.id) : []
  // Of an unknown type nothing was read: its page shows the reasons and what may be chosen, no form.
  return { result, type, view: result && documentView(result, type ?? { fields: [] }, corrections, language, reviews) }
}

async function reviewsOf(deps: UiDeps, c: UiContext, documentId: string) {
  const reviews = await deps.documents.corrections(c.get('session').organisationId, documentId)
  return Promise.all(
    reviews.map(async (review) => ({ ...review, corrections: await getJson(deps.blobs, documentId, review.corrections, Corrections) })),
  )
}

export function allFields(view: ReturnType<typeof documentView> | null) {
  return view ? [...view.attention, ...view.groups.flatMap((g) => g.fields), ...view.tables.flatMap((t) => t.rows.flat())] : []
}

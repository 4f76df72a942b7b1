import { ANY_QUEUE, asksForWaiting } from '../../adapters/db/index.ts'
import { filterOf } from '../api/documents.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext } from '../http/env.ts'
import { reviewersAmong } from './desk-routes.tsx'
import type { ListView } from './documents.tsx'

const PAGE = 50

/** The rows that a request asks for, with what stands around them. */
export async function listView(deps: UiDeps, c: UiContext): Promise<ListView> {
  const { organisationId, userId } = c.get('session')
  const sent = filterOf(c)
  // Whose document it is, why and since when it waits can be asked of waiting documents only.
  const filter = asksForWaiting(sent.queue) ? { ...sent, status: 'review' as const } : sent
  const after = c.req.query('after') || null
  const { status, text, type } = filter
  const asked = { text, type, queue: { filter: filter.queue, userId } }
  // What waits is worked through in order of arrival, and «next» goes down this list.
  const order = status === 'review' ? 'arrival' : 'newest'
  const [{ rows, next }, counts, people, queues] = await Promise.all([
    deps.documents.list(organisationId, { status, ...asked }, { after, limit: PAGE, order }),
    deps.documents.counts(organisationId, { text, type, queue: { filter: { ...ANY_QUEUE, supplier: filter.queue.supplier }, userId } }),
    deps.accounts.users(organisationId),
    deps.queues.list(organisationId),
  ])
  const places =
    status === 'review'
      ? await deps.queues.places(
          organisationId,
          rows.map(({ id }) => id),
        )
      : new Map()
  const types = deps.types.map(({ name, caption }) => ({ name, caption: caption[c.get('language')] }))
  return { rows, next, counts, filter, types, places, people: reviewersAmong(people), queues, paged: after !== null }
}

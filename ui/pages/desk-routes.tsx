import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { getJson } from '../../adapters/blobs/json-blob.ts'
import type { Person } from '../../adapters/db/index.ts'
import { permissionsOf } from '../../core/permissions.ts'
import { Result } from '../../core/result.ts'
import type { Decision } from '../api/decide.ts'
import { effortFrom } from '../api/decision.ts'
import { documentOf, filterOf } from '../api/documents.ts'
import { LATER_REASONS } from '../components/aside-dialog.tsx'
import { pictureOf } from '../components/page-view.tsx'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { wantsJson } from '../http/wants-json.ts'
import type { Assets } from '../islands/build.ts'
import { documentTexts } from '../texts/document.ts'
import { keysWith } from '../views/desk-keys.ts'
import { isFiltered, queryOf } from '../views/queue-filter.ts'
import { QueueDonePage } from './queue-done.tsx'
import { page } from './render.tsx'

const MOST_ENTRIES = 5_000
const MAX_BODY_BYTES = 2_000_000
const name = z.string().regex(/^(?:field|override|evidence|confirm|delete-line):.{1,300}$/)
const Change = z.strictObject({
  run: z.int().min(1),
  set: z.record(name, z.strictObject({ value: z.string().max(20_000), base: z.string().max(4000) })),
  unset: z.array(name).max(MOST_ENTRIES),
})
const claimId = z.string().regex(/^[\w-]{8,64}$/)
const Aside = z.object({
  aside: z.enum(['postponed', 'escalated']),
  'aside-reason': z.enum(LATER_REASONS),
  'aside-note': z.string().max(2000).optional(),
  until: z.union([z.literal(''), z.iso.date()]).optional(),
  version: z.coerce.number().int().min(1),
  effort: z.string().optional(),
})

/** What the desk does before a decision: keeps drafts, holds the document, sets it aside; and what it shows when nothing waits. */
export function deskRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  for (const direction of ['next', 'previous'] as const)
    app.get(`/documents/${direction}`, async (c) => {
      const { organisationId, userId } = c.get('session')
      const found = await deps.documents.nextInReview(organisationId, c.req.query('not') ?? '', userId, direction, workedList(c))
      // Looking ahead opens nothing: the pictures that the next document will show first.
      if (wantsJson(c))
        return c.json({ kind: 'next', id: found, pictures: found === null ? [] : await firstPictures(deps, organisationId, found) })
      return c.redirect(`/documents/${found ?? 'done'}${queryOf(filterOf(c))}`, 303)
    })

  // The end of the queue is a result, not an error.
  app.get('/documents/done', async (c) => {
    const { organisationId, userId } = c.get('session')
    const today = new Date()
    today.setHours(0, 0, 0, 0)
    const [work, counts] = await Promise.all([
      deps.desk.workOf(organisationId, userId, today.toISOString()),
      deps.documents.counts(organisationId, { text: '', type: null }),
    ])
    const filtered = isFiltered(filterOf(c))
    return page(c, assets, (frame) => <QueueDonePage frame={frame} work={work} waiting={counts.review} filtered={filtered} />)
  })

  app.post('/documents/:id/draft', async (c) => {
    const row = await documentOf(deps, c)
    const change = Change.safeParse(parsed(await bodyText(c.req.raw, MAX_BODY_BYTES)))
    if (!change.success || Object.keys(change.data.set).length > MOST_ENTRIES)
      throw new HttpProblem('invalid_input', 'The draft does not have the documented shape.')
    const { organisationId, userId } = c.get('session')
    const { run, ...entries } = change.data
    if (run === row.run && row.status === 'review') await deps.desk.saveDraft(organisationId, row.id, run, userId, entries)
    return c.json({ kind: 'kept' })
  })

  app.post('/documents/:id/claim', async (c) => {
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const claim = claimId.safeParse(form.get('claim'))
    if (!claim.success) throw new HttpProblem('bad_request', 'Name the open page in `claim`.')
    const { organisationId, userId } = c.get('session')
    const take = form.get('take') === 'true'
    const mine = row.status === 'review' && (await deps.desk.claim(organisationId, row.id, userId, claim.data, take))
    if (take) return c.redirect(`/documents/${row.id}`, 303)
    const holder = mine ? null : await deps.desk.holder(organisationId, row.id, userId)
    return c.json({ kind: 'claim', mine, person: holder?.person ?? null, version: row.version })
  })

  app.post('/documents/:id/assign', async (c) => {
    const row = await documentOf(deps, c)
    const to = new URLSearchParams(await bodyText(c.req.raw, 10_000)).get('to') || null
    const { organisationId, userId } = c.get('session')
    const allowed = to === null || reviewersAmong(await deps.accounts.users(organisationId)).some(({ id }) => id === to)
    if (!allowed || !(await deps.queues.assign(organisationId, row.id, to, userId)))
      throw new HttpProblem('conflict', 'Only waiting documents can be assigned, to a person who reviews.')
    return c.redirect(`/documents/${row.id}${queryOf(filterOf(c))}`, 303)
  })

  app.post('/documents/:id/release', async (c) => {
    const row = await documentOf(deps, c)
    const claim = claimId.safeParse(new URLSearchParams(await bodyText(c.req.raw, 10_000)).get('claim'))
    if (claim.success) await deps.desk.release(c.get('session').organisationId, row.id, claim.data)
    return c.body(null, 204)
  })

  app.post('/documents/:id/aside', async (c) => {
    const row = await documentOf(deps, c)
    const sent = Aside.safeParse(Object.fromEntries(new URLSearchParams(await bodyText(c.req.raw, 100_000))))
    if (!sent.success) throw new HttpProblem('bad_request', 'The form is incomplete; reload the page and try again.')
    const { organisationId, userId } = c.get('session')
    const { aside: kind, 'aside-reason': reason, 'aside-note': note = '', until = '', version } = sent.data
    const wait = { kind, reason, note: clean(note), until: kind === 'postponed' && until !== '' ? until : null }
    if (!(await deps.desk.setAside(organisationId, row.id, version, userId, wait)))
      throw new HttpProblem('version_conflict', documentTexts(c.get('language')).conflictTitle)
    const effort = effortFrom(sent.data.effort ?? null)
    if (effort) await deps.desk.recordEffort(organisationId, row.id, userId, { reviewId: randomUUID(), kind, ...effort })
    return c.redirect(`/documents/next${queryOf(filterOf(c), { not: row.id })}`, 303)
  })

  return app
}

/** The addresses of a document's first two page pictures, as its page will ask for them. */
async function firstPictures(deps: UiDeps, organisationId: string, id: string): Promise<readonly string[]> {
  const row = await deps.documents.get(organisationId, id)
  const result = row?.result ? await getJson(deps.blobs, id, row.result, Result) : null
  return (result?.pages ?? []).slice(0, 2).flatMap(({ index, image }) => (image ? [pictureOf(id, index, image)] : []))
}

/** The decision stands: what was typed for it is no draft any more, and what it cost is kept. */
export async function closeDraft(deps: UiDeps, c: UiContext, row: { readonly id: string }, decision: Decision): Promise<void> {
  const { organisationId, userId } = c.get('session')
  await deps.desk.dropDraft(organisationId, row.id, userId)
  const { kind, reviewId, effort } = decision
  if (effort) await deps.desk.recordEffort(organisationId, row.id, userId, { reviewId, kind, ...effort })
}

/** The lines of the desk on a document's page that belong to one person. */
export async function deskOf(deps: UiDeps, c: UiContext, row: { readonly id: string; readonly run: number; readonly status: string }) {
  const { organisationId, userId } = c.get('session')
  const ownKeys = deps.desk.keys(organisationId, userId).then(keysWith)
  if (row.status !== 'review')
    return { person: userId, draft: {}, holder: null, aside: null, place: null, turn: null, people: [], keys: await ownKeys }
  const [keys, draft, holder, aside, place, turn, everybody] = await Promise.all([
    ownKeys,
    deps.desk.draft(organisationId, row.id, row.run, userId),
    deps.desk.holder(organisationId, row.id, userId),
    deps.desk.aside(organisationId, row.id, row.run),
    deps.queues.place(organisationId, row.id),
    deps.documents.placeInReview(organisationId, row.id, userId, workedList(c)),
    deps.accounts.users(organisationId),
  ])
  return { person: userId, draft, holder, aside, place, turn, people: reviewersAmong(everybody), keys }
}

/** The list that the person came from and goes on in. */
function workedList(c: UiContext) {
  const { text, type, queue } = filterOf(c)
  return { text, type, queue: { filter: queue, userId: c.get('session').userId } }
}

/** Who may be given documents: people who review and can still sign in. */
export function reviewersAmong(people: readonly Person[]): readonly Person[] {
  return people.filter(({ role, disabled }) => !disabled && permissionsOf(role, 'reviewer').has('documents:review'))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

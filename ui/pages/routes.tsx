import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { getJson } from '../../adapters/blobs/json-blob.ts'
import { ANY_QUEUE, asksForWaiting, type DocumentRow } from '../../adapters/db/index.ts'
import { conform } from '../../core/assess/index.ts'
import { Corrections } from '../../core/corrections.ts'
import { Result } from '../../core/result.ts'
import type { DocumentType } from '../../schemas/define.ts'
import { headlineOf } from '../../schemas/define.ts'
import { blindDifferences, blindSpecs, enterBlind, isHidden, typedInForm } from '../api/blind.ts'
import { type Decided, decide } from '../api/decide.ts'
import { decisionFromForm } from '../api/decision.ts'
import { documentOf, filterOf, reprocess } from '../api/documents.ts'
import { partViews } from '../api/move-pages.ts'
import { reclassify } from '../api/reclassify.ts'
import { formatsOf } from '../api/record-files.ts'
import { LONGEST_TEXT } from '../api/search.ts'
import { receiveUpload } from '../api/upload.ts'
import { LANGUAGE_COOKIE, setLanguage } from '../auth/session.ts'
import type { Difference, Notice } from '../components/document-notices.tsx'
import { foundHere } from '../components/found-bar.tsx'
import type { PaidView } from '../components/matched-panel.tsx'
import type { TypeChoice } from '../components/reclassify-dialog.tsx'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem, problemOf, statusOf } from '../http/problem.ts'
import { wantsJson } from '../http/wants-json.ts'
import type { Assets } from '../islands/build.ts'
import { isLanguage, type Language } from '../language.ts'
import { commonTexts } from '../texts/common.ts'
import { documentTexts } from '../texts/document.ts'
import { problemTexts } from '../texts/problems.ts'
import { documentView } from '../views/document-view.ts'
import { queryOf } from '../views/queue-filter.ts'
import { BlindPage } from './blind.tsx'
import { bulkRoutes } from './bulk-routes.tsx'
import { closeDraft, deskOf, deskRoutes, reviewersAmong } from './desk-routes.tsx'
import { DocumentPage } from './document.tsx'
import { DocumentsPage, DocumentTable, type ListView } from './documents.tsx'
import { page, render } from './render.tsx'
import { UploadPage } from './upload.tsx'

const PAGE = 50

/** The screens. Every action is a form; the islands send the same forms and ask for JSON. */
export function pageRoutes(deps: UiDeps, assets: () => Promise<Assets>, secure: boolean): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const maxBytes = deps.config.DOCKET_MAX_UPLOAD_BYTES

  app.get('/', (c) => c.redirect('/documents', 303))

  app.get('/documents', async (c) => {
    const view = await listView(deps, c)
    if (c.req.header('X-Fragment') === 'table') return c.html(render(<DocumentTable language={c.get('language')} view={view} />))
    const { inbox } = await assets()
    return page(c, assets, (frame) => <DocumentsPage frame={frame} script={inbox} maxBytes={maxBytes} view={view} />)
  })

  app.route('/', bulkRoutes(deps, assets))
  app.route('/', deskRoutes(deps, assets))

  app.get('/upload', async (c) => {
    const { inbox } = await assets()
    return page(c, assets, (frame) => <UploadPage frame={frame} script={inbox} maxBytes={maxBytes} outcomes={[]} />)
  })

  app.post('/upload', async (c) => {
    const { inbox } = await assets()
    const { outcomes } = await receiveUpload(deps, c.get('session'), c.req.raw)
    const bad = outcomes.find((o) => o.kind === 'refused')
    const status = bad && outcomes.every((o) => o.kind === 'refused') ? statusOf(bad.code) : 200
    return page(c, assets, (frame) => <UploadPage frame={frame} script={inbox} maxBytes={maxBytes} outcomes={outcomes} />, status)
  })

  app.get('/documents/:id', async (c) =>
    documentPage(deps, assets, c, await documentOf(deps, c), { notice: noticeOf(c), drafts: new Map() }),
  )

  app.post('/documents/:id/review', async (c) => {
    const row = await documentOf(deps, c)
    const decision = await decisionFromForm(c.req.raw)
    const decided = await decide(deps, c.get('session'), row, decision, c.get('language'))
    if (decided.kind === 'done') await closeDraft(deps, c, row, decision)
    return wantsJson(c) ? reviewJson(deps, c, row, decided) : reviewPage(deps, assets, c, row, decided, decision.fields)
  })

  app.post('/documents/:id/type', async (c) => {
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    await reclassify(deps, c.get('session'), row, { type: form.get('type') ?? '', version: Number(form.get('version')) })
    return c.redirect(`/documents/${row.id}${queryOf(filterOf(c))}`, 303)
  })

  app.post('/documents/:id/blind', async (c) => {
    const row = await documentOf(deps, c)
    const { result, type } = await opened(deps, c, row)
    if (type && (await isHidden(deps, c.get('session'), row, result)))
      await enterBlind(deps, c.get('session'), row, type, await typedInForm(c.req.raw))
    return c.redirect(`/documents/${row.id}`, 303)
  })

  app.post('/documents/:id/reprocess', async (c) => {
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    await reprocess(deps, c, row, Number(form.get('version')), form.get('password')?.slice(0, 200) || null)
    return c.redirect(`/documents/${row.id}`, 303)
  })

  app.post('/language', async (c) => {
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const language = form.get('language')
    if (isLanguage(language)) setLanguage(c, secure, language)
    return c.redirect(ownPath(form.get('back')), 303)
  })

  return app
}

export { LANGUAGE_COOKIE }

async function listView(deps: UiDeps, c: UiContext): Promise<ListView> {
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

interface Shown {
  readonly notice: Notice | null
  /** What was typed and is not saved: path → text. */
  readonly drafts: ReadonlyMap<string, string>
  readonly invalid?: ReadonlySet<string>
  readonly status?: number
}

async function documentPage(deps: UiDeps, assets: () => Promise<Assets>, c: UiContext, row: DocumentRow, shown: Shown): Promise<Response> {
  const { organisationId } = c.get('session')
  const language = c.get('language')
  const { result, type, view } = await opened(deps, c, row)
  const { review } = await assets()
  const typeCaption = captionOfType(deps, type?.name ?? '', language)
  if (result && type && (await isHidden(deps, c.get('session'), row, result)))
    return page(c, assets, (frame) => (
      <BlindPage
        frame={frame}
        script={review}
        row={row}
        typeCaption={typeCaption}
        pages={result.pages}
        specs={blindSpecs(type)}
        otherTypes={otherTypes(deps, type.name, language)}
      />
    ))
  const entries =
    result?.acceptance?.blind && row.status === 'review' ? await deps.acceptance.entered(organisationId, row.id, row.run) : null
  const blind = entries && result && type ? blindDifferences(entries, result, type, language) : []
  const events = await deps.documents.events(organisationId, row.id)
  const desk = await deskOf(deps, c, row)
  const parts = row.pages ? partViews(await deps.documents.parts(organisationId, row)) : []
  const paid =
    result && type && result.findings.some(({ ruleId }) => ruleId.startsWith('BANK-')) ? await paidViews(deps, c, row, type) : null
  const find = (c.req.query('find') ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, LONGEST_TEXT).toWellFormed()
  const found = find === '' ? null : foundHere(find, await deps.search.places(organisationId, row.id, find))
  const record = row.status === 'approved' ? await deps.records.latestOf(organisationId, row.id) : null
  const formats = record ? await formatsOf(deps, c, record) : []
  const noteOf = (kind: string, message: string) => (kind === 'reclassified' ? captionOfType(deps, message, language) : message)
  const history = events.map(({ at, kind, actor, reason }) => ({
    at,
    kind,
    actor,
    note: reason ? noteOf(kind, reason.message || reason.code) : null,
  }))
  return page(
    c,
    assets,
    (frame) => (
      <DocumentPage
        frame={frame}
        script={review}
        row={row}
        typeCaption={typeCaption}
        found={found}
        blind={blind}
        reviewId={randomUUID()}
        result={result}
        view={view}
        history={history}
        formats={formats}
        posted={record?.acknowledgement?.status === 'posted'}
        paid={paid}
        notice={shown.notice}
        list={queryOf(filterOf(c))}
        desk={desk}
        parts={parts}
        drafts={shown.drafts}
        invalid={shown.invalid ?? new Set()}
        otherTypes={otherTypes(deps, type?.name, language)}
        takenFor={result?.reclassifiedFrom === undefined ? null : captionOfType(deps, result.reclassifiedFrom, language)}
      />
    ),
    shown.status,
  )
}

function captionOfType({ types }: UiDeps, name: string, language: Language): string {
  return types.find((type) => type.name === name)?.caption[language] ?? commonTexts(language).unknownType
}

function otherTypes({ types }: UiDeps, own: string | undefined, language: Language): readonly TypeChoice[] {
  return types.flatMap(({ name, caption }) => (name === own ? [] : [{ name, caption: caption[language] }]))
}

async function paidViews(deps: UiDeps, c: UiContext, row: DocumentRow, type: DocumentType): Promise<readonly PaidView[]> {
  const before = await deps.companies.paidBefore(c.get('session').organisationId, row.id)
  return before.map(({ id, approvedAt, data }) => {
    const { number, amount, currency } = headlineOf(type, data)
    const accounts = type.printedParties?.(conform(type.schema, data).data).seller.accounts.map(({ account }) => account) ?? []
    return { id, approvedAt, number, amount: amount === null ? null : [amount, currency].join(' ').trim(), accounts }
  })
}

async function opened(deps: UiDeps, c: UiContext, row: DocumentRow) {
  const language = c.get('language')
  // While it is read again, what was read before is no longer what the document says.
  const result = row.result && row.status !== 'processing' ? await getJson(deps.blobs, row.id, row.result, Result) : null
  const type = deps.types.find(({ name }) => name === (result?.type ?? row.type))
  const ref = await deps.documents.lastCorrections(c.get('session').organisationId, row.id)
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

async function reviewJson(deps: UiDeps, c: UiContext, row: DocumentRow, decided: Decided): Promise<Response> {
  if (decided.kind === 'done') {
    const { status, version, blocking, secondPerson = false } = decided.outcome
    const stays = status === 'review' && !secondPerson
    const next = stays ? null : `/documents/next${queryOf(filterOf(c), { not: row.id })}`
    return c.json({ kind: 'done', status, version, blocking, next })
  }
  if (decided.kind === 'conflict') return c.json({ kind: 'conflict', differences: await differences(deps, c, row, decided.changed) }, 409)
  const { view } = await opened(deps, c, row)
  const hints: Readonly<Record<string, string>> = documentTexts(c.get('language')).invalidHint
  const kinds = new Map(allFields(view).map((field) => [field.path, field.kind]))
  const { invalid } = documentTexts(c.get('language'))
  const fields = decided.paths.map((path) => ({ path, hint: `${invalid}. ${hints[kinds.get(path) ?? 'other'] ?? hints.other}` }))
  return c.json({ kind: 'invalid', fields }, 422)
}

async function reviewPage(
  deps: UiDeps,
  assets: () => Promise<Assets>,
  c: UiContext,
  row: DocumentRow,
  decided: Decided,
  typed: ReadonlyMap<string, string>,
): Promise<Response> {
  if (decided.kind === 'done') {
    const { status, blocking } = decided.outcome
    const told: Readonly<Record<string, string>> = status !== 'review' ? {} : blocking > 0 ? { blocked: String(blocking) } : { saved: '1' }
    return c.redirect(`/documents/${row.id}${queryOf(filterOf(c), told)}`, 303)
  }
  const current = (await deps.documents.get(c.get('session').organisationId, row.id)) ?? row
  if (decided.kind === 'invalid')
    return documentPage(deps, assets, c, current, {
      notice: { kind: 'invalid' },
      drafts: typed,
      invalid: new Set(decided.paths),
      status: 422,
    })
  const notice: Notice = { kind: 'conflict', differences: await differences(deps, c, current, decided.changed) }
  return documentPage(deps, assets, c, current, { notice, drafts: decided.changed, status: 409 })
}

/** Our unsaved values beside the ones that stand in the document now. */
async function differences(
  deps: UiDeps,
  c: UiContext,
  row: DocumentRow,
  ours: ReadonlyMap<string, string>,
): Promise<readonly Difference[]> {
  const current = (await deps.documents.get(c.get('session').organisationId, row.id)) ?? row
  const { view } = await opened(deps, c, current)
  const now = new Map(allFields(view).map((field) => [field.path, field]))
  return [...ours].flatMap(([path, yours]) => {
    const field = now.get(path)
    return field && field.text !== yours ? [{ path, caption: field.caption, yours, theirs: field.text }] : []
  })
}

function allFields(view: ReturnType<typeof documentView> | null) {
  return view ? [...view.attention, ...view.groups.flatMap((g) => g.fields), ...view.tables.flatMap((t) => t.rows.flat())] : []
}

function noticeOf(c: UiContext): Notice | null {
  const blocked = Number(c.req.query('blocked') ?? 0)
  if (Number.isInteger(blocked) && blocked > 0) return { kind: 'blocked', count: blocked }
  return c.req.query('saved') === '1' ? { kind: 'saved' } : null
}

/** Only a path of ours: a full address here would make Docket send people elsewhere. */
function ownPath(sent: string | null): string {
  return sent !== null && /^\/(?![/\\])[^\s\\]*$/.test(sent) ? sent : '/documents'
}

/** For the review island, which shows one line of text instead of a page. */
export function problemJson(c: UiContext, error: unknown): Response {
  const problem = problemOf(error, c.get('requestId'))
  return c.json({ kind: 'problem', text: problemTexts(c.get('language'))[problem.code] ?? problem.detail }, problem.status as 500)
}

export function notThere(): never {
  throw new HttpProblem('not_found', 'There is nothing here.')
}

import { Hono } from 'hono'
import { z } from 'zod'
import { putPassword } from '../../adapters/blobs/file-password.ts'
import { getJson } from '../../adapters/blobs/json-blob.ts'
import type { DocumentRow } from '../../adapters/db/index.ts'
import { QUARANTINED } from '../../adapters/intake/index.ts'
import { Result } from '../../core/result.ts'
import { Status } from '../../core/status.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { attachment } from '../http/file-name.ts'
import { HttpProblem, problemOf, statusOf } from '../http/problem.ts'
import { type Filter, queueFilterOf } from '../views/queue-filter.ts'
import { enterBlind, isHidden, requireSeen, typedInJson } from './blind.ts'
import { decide } from './decide.ts'
import { decisionFromJson } from './decision.ts'
import { reclassify, typeFromJson } from './reclassify.ts'
import { receiveUpload } from './upload.ts'
import type { UploadOutcome } from './upload-outcome.ts'
import { versionSeen } from './version-seen.ts'

const PAGE = 50
const MOST = 200
const MAX_PASSWORD = 200

/** `/api/v1/documents`: upload, list, one document with its result, file and events, review and reprocess. */
export function documentRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.post('/', async (c) => {
    const { outcomes } = await receiveUpload(deps, c.get('session'), c.req.raw)
    const [first] = outcomes
    if (outcomes.length === 1 && first) return uploadAnswer(c, first)
    const items = outcomes.map((outcome) => uploadItem(outcome))
    const worst = outcomes.find((o) => o.kind === 'refused')
    if (worst && outcomes.every((o) => o.kind === 'refused')) throw new HttpProblem(worst.code, worst.detail, { items })
    return c.json({ items }, outcomes.some((o) => o.kind === 'accepted') ? 202 : 200)
  })

  app.get('/', async (c) => {
    const limit = boundedLimit(c.req.query('limit'), PAGE)
    const { organisationId, userId } = c.get('session')
    const { queue, ...filter } = filterOf(c)
    const { rows, next } = await deps.documents.list(
      organisationId,
      { ...filter, queue: { filter: queue, userId } },
      {
        after: c.req.query('after') || null,
        limit,
      },
    )
    if (next !== null) c.header('Link', `<${linkTo(c, next)}>; rel="next"`)
    return c.json({ items: rows.map(publicRow), next })
  })

  app.get('/:id', async (c) => {
    const row = await documentOf(deps, c)
    c.header('ETag', `"${row.version}"`)
    const parts = row.pages ? await deps.documents.parts(c.get('session').organisationId, row) : []
    return c.json({ ...publicRow(row), parts: parts.map(partLink) })
  })

  app.get('/:id/result', async (c) => {
    const row = await documentOf(deps, c)
    if (!row.result) throw new HttpProblem('not_found', `The document has no result: it is ${row.status}.`)
    const result = await getJson(deps.blobs, row.id, row.result, Result)
    await requireSeen(deps, c.get('session'), row, result)
    return c.json(result)
  })

  // What a blind reviewer read off the page, before the result is shown. The first entry stays; a second one changes nothing.
  app.post('/:id/blind', async (c) => {
    const row = await documentOf(deps, c)
    const result = row.result ? await getJson(deps.blobs, row.id, row.result, Result) : null
    const type = deps.types.find(({ name }) => name === row.type)
    if (!type || !(await isHidden(deps, c.get('session'), row, result)))
      throw new HttpProblem('conflict', 'The document does not wait for a blind review.')
    await enterBlind(deps, c.get('session'), row, type, await typedInJson(c.req.raw))
    return c.body(null, 204)
  })

  app.get('/:id/file', async (c) => {
    const row = await documentOf(deps, c)
    if (row.file.mediaType === QUARANTINED || row.reason?.code === 'malware')
      throw new HttpProblem('forbidden', 'The file holds malware. It is kept aside as evidence and is not given out.')
    return c.body(new Uint8Array(await deps.blobs.get(row.partOf ?? row.id, row.file)), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(row.fileName),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    })
  })

  app.get('/:id/events', async (c) => {
    const row = await documentOf(deps, c)
    return c.json({ items: await deps.documents.events(c.get('session').organisationId, row.id) })
  })

  app.post('/:id/review', async (c) => {
    const row = await documentOf(deps, c)
    const version = versionSeen(c)
    const decision = await decisionFromJson(c.req.raw, version)
    const decided = await decide(deps, c.get('session'), row, decision, 'en')
    if (decided.kind === 'invalid')
      throw new HttpProblem('invalid_input', 'Some values could not be read; send amounts as decimals, dates as YYYY-MM-DD.', {
        fields: decided.paths,
      })
    if (decided.kind === 'conflict') {
      const current = (await deps.documents.get(c.get('session').organisationId, row.id)) ?? row
      throw new HttpProblem('version_conflict', 'Somebody changed the document meanwhile; read it again and repeat the change.', {
        version: current.version,
        documentStatus: current.status,
      })
    }
    c.header('ETag', `"${decided.outcome.version}"`)
    return c.json(decided.outcome)
  })

  app.post('/:id/type', async (c) => {
    const row = await documentOf(deps, c)
    const { status, version } = await reclassify(deps, c.get('session'), row, {
      type: await typeFromJson(c.req.raw),
      version: versionSeen(c),
    })
    c.header('ETag', `"${version}"`)
    return c.json({ id: row.id, status }, 202)
  })

  app.post('/:id/reprocess', async (c) => {
    const row = await documentOf(deps, c)
    await reprocess(deps, c, row, versionSeen(c), await passwordIn(c.req.raw))
    return c.json({ id: row.id, status: 'processing' }, 202)
  })

  return app
}

/** `password` opens the file; it is sealed with the document's own key and goes with it when the document is erased. */
export async function reprocess(deps: UiDeps, c: UiContext, row: DocumentRow, version: number, password: string | null): Promise<void> {
  const { organisationId, userId } = c.get('session')
  const sealed = password ? await putPassword(deps.blobs, row.id, password) : null
  const started = await deps.documents.reprocess(organisationId, row.id, version, userId, sealed)
  if (!started)
    throw new HttpProblem(
      'version_conflict',
      'Only rejected or failed documents can be read again, in the version that you saw; reload it.',
    )
}

export const Reprocess = z.strictObject({ password: z.string().min(1).max(MAX_PASSWORD).optional() })

/** The optional JSON body of a reprocess request. */
async function passwordIn(request: Request): Promise<string | null> {
  const text = await bodyText(request, 10_000)
  if (text.trim() === '') return null
  const body = Reprocess.safeParse(parsedJson(text))
  if (!body.success) throw new HttpProblem('invalid_input', 'Send nothing, or {"password": "…"} for a file that is protected by one.')
  return body.data.password ?? null
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The document of the address, in the caller's own organisation. A foreign or unknown id is the same answer. */
export async function documentOf(deps: UiDeps, c: UiContext): Promise<DocumentRow> {
  const id = c.req.param('id') ?? ''
  const row = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)
    ? await deps.documents.get(c.get('session').organisationId, id)
    : null
  if (!row) throw new HttpProblem('not_found', 'There is no such document.')
  return row
}

export function filterOf(c: UiContext): Filter {
  const status = c.req.query('status')
  const parsed = status ? Status.safeParse(status) : null
  if (parsed && !parsed.success) throw new HttpProblem('invalid_input', `status must be one of: ${Status.options.join(', ')}.`)
  const text = (c.req.query('text') ?? '').replaceAll('\0', '').toWellFormed().trim()
  const queue = queueFilterOf((name) => c.req.query(name))
  return { status: parsed?.data ?? null, text: text.slice(0, 200).toWellFormed(), type: c.req.query('type') || null, queue }
}

export function boundedLimit(sent: string | undefined, otherwise: number): number {
  if (sent === undefined) return otherwise
  if (!/^\d{1,6}$/.test(sent) || Number(sent) < 1 || Number(sent) > MOST)
    throw new HttpProblem('invalid_input', `limit must be a number from 1 to ${MOST}.`)
  return Number(sent)
}

function uploadAnswer(c: UiContext, outcome: UploadOutcome): Response {
  if (outcome.kind === 'refused') {
    const { code, detail } = outcome
    const problem = problemOf(new HttpProblem(code, detail, { fileName: outcome.fileName }), c.get('requestId'))
    return c.body(JSON.stringify(problem), statusOf(code) as 422, { 'Content-Type': 'application/problem+json' })
  }
  c.header('Location', `/api/v1/documents/${outcome.id}`)
  return c.json(uploadItem(outcome), outcome.kind === 'duplicate' ? 200 : 202)
}

function uploadItem(outcome: UploadOutcome): Readonly<Record<string, unknown>> {
  if (outcome.kind === 'refused') {
    const { code, detail, fileName } = outcome
    return { fileName, problem: { type: `/problems/${code}`, status: statusOf(code), code, detail } }
  }
  const { id, status, fileName } = outcome
  return { id, status, fileName, duplicateOf: outcome.kind === 'duplicate' ? outcome.duplicateOf : null }
}

/** One of the documents of a file, with its pages of that file. */
function partLink({ id, pages, status, type }: DocumentRow) {
  return { id, href: `/api/v1/documents/${id}`, pages, status, type }
}

function publicRow(row: DocumentRow) {
  const { file: _file, result, ...rest } = row
  return { ...rest, hasResult: result !== null }
}

function linkTo(c: UiContext, after: string): string {
  const query = new URLSearchParams(c.req.query())
  query.set('after', after)
  return `/api/v1/documents?${query}`
}

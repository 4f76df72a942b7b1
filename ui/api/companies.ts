import { Hono } from 'hono'
import { z } from 'zod'
import { readTable } from '../../adapters/tables/index.ts'
import {
  type Company,
  CompanyEntry,
  type CompanyKind,
  companyProblems,
  type ReadRows,
  readCompanies,
} from '../../core/master-data/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { peerOf } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { boundedLimit } from './documents.ts'
import { jsonBody } from './json-body.ts'
import { readUpload } from './read-upload.ts'
import { versionSeen } from './version-seen.ts'

const MOST_BYTES = 10 * 1024 * 1024

/** The body of a PUT: the entry; its `code` is the one of the address. */
export const CompanyBody = CompanyEntry.omit({ code: true })

/** What an import does with a file that has problems. */
export const ImportMode = z.enum(['check', 'all', 'good'])

/** `/api/v1/suppliers` and `/api/v1/own-companies`. */
export function companyRoutes(deps: UiDeps, kind: CompanyKind): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/', async (c) => {
    const limit = boundedLimit(c.req.query('limit'), 50)
    const text = (c.req.query('text') ?? '').slice(0, 200)
    const { items, next } = await deps.companies.list(c.get('session').organisationId, kind, {
      after: c.req.query('after') || null,
      limit,
      text,
    })
    if (next !== null) c.header('Link', `<${c.req.path}?${new URLSearchParams({ ...c.req.query(), after: next })}>; rel="next"`)
    return c.json({ items, next })
  })

  app.post('/import', async (c) => {
    const mode = importModeOf(c)
    const read = readCompanies(readTable((await fileOf(c.req.raw)).bytes))
    const report = { rows: read.rows, good: read.entries.length, problems: read.problems.slice(0, 500) }
    if (mode === 'check') return c.json({ ...report, changed: 0 })
    if (mode === 'all' && read.problems.length > 0)
      throw new HttpProblem('invalid_input', 'Nothing was imported: some rows have problems. Correct them, or send mode=good.', report)
    return c.json({ ...report, changed: await importCompanies(deps, c, kind, read) })
  })

  app.get('/:code', async (c) => answer(c, await companyOf(deps, c, kind)))

  app.put('/:code', async (c) => {
    const entry = CompanyEntry.parse({ ...(await jsonBody(c.req.raw, CompanyBody)), code: codeOf(c) })
    const [problem] = companyProblems(entry)
    if (problem) throw new HttpProblem('invalid_input', problem.message.en, { field: problem.field })
    const { organisationId, userId } = c.get('session')
    const before = await deps.companies.get(organisationId, kind, entry.code)
    const seen = before === null && c.req.header('If-Match') === undefined ? null : versionSeen(c)
    const written = await deps.companies.put(organisationId, kind, entry, seen, userId)
    if (written === null) throw new HttpProblem('version_conflict', 'The entry has changed since you saw it. Fetch it again.')
    await journal(deps, c, `${kind}_written`, { code: entry.code })
    return answer(c, written, before === null ? 201 : 200)
  })

  app.delete('/:code', async (c) => {
    const { code } = await companyOf(deps, c, kind)
    if (!(await deps.companies.remove(c.get('session').organisationId, kind, code, versionSeen(c))))
      throw new HttpProblem('version_conflict', 'The entry has changed since you saw it. Fetch it again.')
    await journal(deps, c, `${kind}_removed`, { code })
    return c.body(null, 204)
  })

  return app
}

/** Writes the rows without problems; returns how many entries are new or other than before. */
export async function importCompanies(
  deps: UiDeps,
  c: UiContext,
  kind: CompanyKind,
  read: Pick<ReadRows<CompanyEntry>, 'entries'>,
): Promise<number> {
  const { organisationId, userId } = c.get('session')
  const { changed } = await deps.companies.importAll(
    organisationId,
    kind,
    read.entries.map(({ entry }) => entry),
    userId,
  )
  await journal(deps, c, `${kind}_imported`, { rows: read.entries.length, changed })
  return changed
}

export function importModeOf(c: UiContext): z.infer<typeof ImportMode> {
  const mode = ImportMode.safeParse(c.req.query('mode') ?? 'all')
  if (!mode.success)
    throw new HttpProblem(
      'invalid_input',
      'mode is check (nothing is written), all (all rows or none) or good (the rows without problems).',
    )
  return mode.data
}

/** The one file of a request. */
export async function fileOf(request: Request): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const chunks: Uint8Array[] = []
  let name = ''
  await readUpload(request, { maxFileBytes: MOST_BYTES, maxFiles: 1 }, async (file) => {
    name = file.name
    for await (const chunk of file.bytes) chunks.push(chunk)
  })
  if (chunks.length === 0) throw new HttpProblem('empty_file', 'The file is empty.')
  return { name, bytes: Buffer.concat(chunks) }
}

export async function companyOf(deps: UiDeps, c: UiContext, kind: CompanyKind): Promise<Company> {
  const company = await deps.companies.get(c.get('session').organisationId, kind, codeOf(c))
  if (!company) throw new HttpProblem('not_found', 'There is no such entry.')
  return company
}

function codeOf(c: UiContext): string {
  const code = c.req.param('code') ?? ''
  if (code === '' || code.length > 100 || code.includes('\0') || !code.isWellFormed())
    throw new HttpProblem('not_found', 'There is no such entry.')
  return code
}

function answer(c: UiContext, company: Company, status: 200 | 201 = 200): Response {
  c.header('ETag', `"${company.version}"`)
  return c.json(company, status)
}

/** Into the log of who changed what. */
export function journal(deps: UiDeps, c: UiContext, kind: string, detail: Readonly<Record<string, string | number>>): Promise<void> {
  const { organisationId, userId } = c.get('session')
  return deps.access.write({ organisationId, kind, actor: userId, address: peerOf(c), detail })
}

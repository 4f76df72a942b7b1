import { Hono } from 'hono'
import { z } from 'zod'
import { getJson } from '../../adapters/blobs/json-blob.ts'
import { getReading, pagesOf } from '../../adapters/blobs/reading-blob.ts'
import type { DocumentRow } from '../../adapters/db/index.ts'
import { smallPicture } from '../../adapters/images/index.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { specPath } from '../../core/paths.ts'
import type { Page } from '../../core/reading.ts'
import { Result } from '../../core/result.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { present } from '../views/present.ts'
import { requireSeen } from './blind.ts'
import { documentOf } from './documents.ts'
import { valueInRegion } from './pointed-value.ts'
import { rowsInRegion } from './rows-in-region.ts'

const NO_STORE = { 'Cache-Control': 'private, no-store' }
const share = z.coerce.number().min(0).max(1)
const PointedAt = z.object({ page: z.coerce.number().int().min(1), x0: share, y0: share, x1: share, y1: share })
const MOST_GUIDES = 40
/** Shares of the page's width, parted by commas: where columns of a table part. */
const Guides = z
  .string()
  .optional()
  .transform((text) => (text ? text.split(',').map(Number) : []))
  .pipe(z.array(z.number().min(0).max(1)).max(MOST_GUIDES))

/** `/api/v1/documents/:id/pages`: pictures of the pages, what was read on them, and what stands where somebody points. */
export function documentPageRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/:id/pages/:page', async (c) => {
    const { row, image } = await pictured(deps, c)
    return pictureAnswer(c, image, image.sha256, async () => ({
      bytes: new Uint8Array(await deps.blobs.get(row.id, image)),
      mediaType: image.mediaType,
    }))
  })

  app.get('/:id/pages/:page/small', async (c) => {
    const { row, image } = await pictured(deps, c)
    return pictureAnswer(c, image, `${image.sha256}-small`, async () => smallPicture(await deps.blobs.get(row.id, image)))
  })

  app.get('/:id/pages/:page/reading', async (c) => {
    const row = await documentOf(deps, c)
    const result = await resultOf(deps, row)
    const page = result?.reading ? await pageOf(deps, row.id, result.reading, c.req.param('page')) : null
    if (!page) throw new HttpProblem('not_found', 'The document has no such page, or it was read by an older version: reprocess it.')
    const { index, source, engine, lines, blocks, tables, running, error } = page
    return c.json({ index, source, engine, lines, blocks, tables, running, error }, 200, NO_STORE)
  })

  // What stands in a region of a page, as the value of a field: the desk fills fields by pointing.
  app.get('/:id/pages/:page/value', async (c) => {
    const row = await documentOf(deps, c)
    const asked = PointedAt.safeParse({ ...c.req.query(), page: c.req.param('page') })
    const spec = deps.types.find(({ name }) => name === row.type)?.fields.find(({ path }) => path === specPath(c.req.query('path') ?? ''))
    if (!asked.success || !spec)
      throw new HttpProblem(
        'invalid_input',
        'Name a field of the document type in `path` and a region of the page in x0, y0, x1, y1 (0 to 1).',
      )
    const result = await resultOf(deps, row)
    const reading = result?.reading ? await getReading(deps.blobs, row.id, result.reading) : null
    const { page, ...region } = asked.data
    const found = reading && valueInRegion(reading, page, region, spec.kind)
    if (!found) throw new HttpProblem('not_found', 'Nothing of this kind is printed there.')
    return c.json({ ...found, text: present(found.value, spec.kind, c.get('language')) }, 200, NO_STORE)
  })

  // The rows of a table that a person drew a box around, read by themselves: the desk puts them on the form as unsaved entries.
  app.get('/:id/pages/:page/table', async (c) => {
    const row = await documentOf(deps, c)
    const asked = PointedAt.safeParse({ ...c.req.query(), page: c.req.param('page') })
    const guides = Guides.safeParse(c.req.query('guides'))
    const type = deps.types.find(({ name }) => name === row.type)
    if (!asked.success || !guides.success || !type)
      throw new HttpProblem('invalid_input', 'Name a region of the page in x0, y0, x1, y1 (0 to 1).')
    const result = await resultOf(deps, row)
    await requireSeen(deps, c.get('session'), row, result)
    const reading = result?.reading ? await getReading(deps.blobs, row.id, result.reading) : null
    const { page, ...region } = asked.data
    const rows = reading ? rowsInRegion(reading, page, region, type, guides.data) : []
    const kinds = new Map(type.fields.map(({ path, kind }) => [path, kind]))
    const shown = rows.map((cells) =>
      Object.entries(cells).flatMap(([column, { value, ...printed }]) => {
        const kind = kinds.get(`lines[].${column}`)
        return kind ? [{ column, text: present(value, kind, c.get('language')), ...printed }] : []
      }),
    )
    return c.json({ rows: shown }, 200, NO_STORE)
  })

  return app
}

async function resultOf(deps: UiDeps, row: DocumentRow): Promise<Result | null> {
  return row.result ? getJson(deps.blobs, row.id, row.result, Result) : null
}

async function pictured(deps: UiDeps, c: UiContext): Promise<{ readonly row: DocumentRow; readonly image: BlobRef }> {
  const row = await documentOf(deps, c)
  const image = (await resultOf(deps, row))?.pages.find(({ index }) => String(index) === c.req.param('page'))?.image
  if (!image) throw new HttpProblem('not_found', 'The document has no such page image.')
  return { row, image }
}

interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
}

/**
 * The address of a page is stable and its bytes are not (reprocessing), so browsers may keep a picture but must ask, unless the hash is in the address.
 * `made` is called only for who does not have it yet.
 */
async function pictureAnswer(c: UiContext, { sha256 }: BlobRef, tag: string, made: () => Promise<Picture>): Promise<Response> {
  const headers = {
    ETag: `"${tag}"`,
    'Cache-Control': c.req.query('v') === sha256.slice(0, 16) ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
  if (c.req.header('If-None-Match') === headers.ETag) return c.body(null, 304, headers)
  const { bytes, mediaType } = await made()
  return c.body(bytes, 200, { ...headers, 'Content-Type': mediaType })
}

async function pageOf({ blobs }: UiDeps, documentId: string, reading: BlobRef, index: string): Promise<Page | null> {
  for await (const page of pagesOf(blobs, documentId, reading)) if (String(page.index) === index) return page
  return null
}

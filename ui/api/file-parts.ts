import { Hono } from 'hono'
import { z } from 'zod'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { documentOf } from './documents.ts'
import { jsonBody } from './json-body.ts'
import { type FileView, fileOf, movePages } from './move-pages.ts'

const MOST_BYTES = 500_000 // ten thousand pages, and every one a document

/** The body of `POST /documents/{id}/parts`. */
export const PartsBody = z.strictObject({
  starts: z.array(z.int().min(1)).max(10_000).describe('Pages of the file on which a document begins; page 1 always does'),
  seen: z.record(z.string(), z.int().min(1)).describe('Every document of the file as you saw it: id → version'),
})

/** `/api/v1/documents/{id}/parts`: where the documents of a file begin, and moving that. Any document of the file may be named. */
export function filePartRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.get('/:id/parts', async (c) => c.json(shown(await opened(deps, c))))
  app.post('/:id/parts', async (c) => {
    const file = await opened(deps, c)
    const { starts, seen } = await partsIn(c.req.raw, file.pageCount)
    const isMoved = await movePages(deps, c.get('session'), file, starts, new Map(Object.entries(seen)))
    return c.json(shown(isMoved ? await opened(deps, c) : file), isMoved ? 202 : 200)
  })
  return app
}

async function opened(deps: UiDeps, c: UiContext): Promise<FileView> {
  const file = await fileOf(deps, c.get('session'), await documentOf(deps, c))
  if (!file) throw new HttpProblem('not_found', 'The file has one page, or it has not been read yet.')
  return file
}

function shown({ fileId, pageCount, proposed, starts, parts }: FileView) {
  return {
    fileId,
    pageCount,
    proposed,
    starts,
    parts: parts.map(({ row: { id, status, type, version }, pages, fixed }) => ({
      id,
      href: `/api/v1/documents/${id}`,
      pages,
      status,
      type,
      version,
      fixed,
    })),
  }
}

async function partsIn(request: Request, pageCount: number): Promise<z.infer<typeof PartsBody>> {
  const body = await jsonBody(request, PartsBody, MOST_BYTES)
  const outside = body.starts.find((page) => page > pageCount)
  if (outside !== undefined) throw new HttpProblem('invalid_input', `The file has ${pageCount} pages, and no page ${outside}.`)
  return body
}

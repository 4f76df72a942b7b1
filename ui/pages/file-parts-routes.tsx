import { Hono } from 'hono'
import { PipelineError } from '../../core/errors.ts'
import { documentOf } from '../api/documents.ts'
import { type FileView, fileOf, movePages } from '../api/move-pages.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { FilePartsPage, type RecutNotice } from './file-parts.tsx'
import { page } from './render.tsx'

const MOST_BYTES = 200_000 // a mark on each of ten thousand pages

/** `/documents/{id}/pages`: where the documents of a file begin, and moving that. */
export function filePartsRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/documents/:id/pages', async (c) => {
    const { row, file } = await opened(deps, c)
    return page(c, assets, (frame) => <FilePartsPage frame={frame} row={row} file={file} starts={file.starts} notice={null} />)
  })

  app.post('/documents/:id/pages', async (c) => {
    const { row, file } = await opened(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, MOST_BYTES))
    const starts = form.getAll('start').map(Number)
    const again = (notice: RecutNotice, status: number) =>
      page(c, assets, (frame) => <FilePartsPage frame={frame} row={row} file={file} starts={starts} notice={notice} />, status)
    try {
      if (!(await movePages(deps, c.get('session'), file, starts, versionsIn(form.get('seen'))))) return await again('nothing', 200)
    } catch (error) {
      if (error instanceof PipelineError && error.code === 'conflict') return again(noticeOf(error), 409)
      throw error
    }
    return c.redirect(`/documents/${row.id}`, 303)
  })

  return app
}

async function opened(
  deps: UiDeps,
  c: UiContext,
): Promise<{ readonly row: Awaited<ReturnType<typeof documentOf>>; readonly file: FileView }> {
  const row = await documentOf(deps, c)
  const file = await fileOf(deps, c.get('session'), row)
  if (!file) throw new HttpProblem('not_found', 'The file has one page, or it has not been read yet.')
  return { row, file }
}

/** «id:version,id:version» as the page wrote it; anything else is a version that nobody has seen. */
function versionsIn(seen: string | null): ReadonlyMap<string, number> {
  return new Map((seen ?? '').split(',').map((each) => [each.split(':')[0] ?? '', Number(each.split(':')[1])] as const))
}

function noticeOf({ details }: PipelineError): RecutNotice {
  return details.why === 'approved' || details.why === 'reading' ? details.why : 'meanwhile'
}

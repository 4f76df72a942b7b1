import { Hono } from 'hono'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { IntakePage } from './intake.tsx'
import { page } from './render.tsx'

const PAGE = 50

/** What came in by which way, and how the sources are. */
export function intakeRoutes(
  { intakeJournal, intakeSources }: Pick<UiDeps, 'intakeJournal' | 'intakeSources'>,
  assets: () => Promise<Assets>,
): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.get('/intake', async (c) => {
    const { organisationId } = c.get('session')
    const asked = (name: string) => c.req.query(name)?.replaceAll('\0', '') || null
    const filter = { source: asked('source'), refused: asked('refused') !== null }
    const [sources, shown] = await Promise.all([
      intakeSources.list(organisationId),
      intakeJournal.list(organisationId, filter, asked('after'), PAGE),
    ])
    return page(c, assets, (frame) => <IntakePage frame={frame} sources={sources} filter={filter} {...shown} />)
  })
  return app
}

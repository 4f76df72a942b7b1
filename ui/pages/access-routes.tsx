import { Hono } from 'hono'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { AccessPage } from './access.tsx'
import { page } from './render.tsx'

const PAGE = 100

/** Who came in and whose rights changed, for the auditor. What belongs to no organisation (a wrong guess) is in the log of the process only. */
export function accessRoutes({ access }: Pick<UiDeps, 'access'>, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.get('/access', async (c) => {
    const shown = await access.list(c.get('session').organisationId, c.req.query('after')?.replaceAll('\0', '') || null, PAGE)
    return page(c, assets, (frame) => <AccessPage frame={frame} {...shown} />)
  })
  return app
}

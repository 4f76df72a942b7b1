import { Hono } from 'hono'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { AccessPage } from './access.tsx'
import { page } from './render.tsx'

const PAGE = 100

/** What a guesser leaves behind. */
const GUESSES = ['sign_in_refused', 'sign_in_closed', 'token_refused']

/** Who came in, who tried and whose rights changed, for the auditor. A guess at an account that does not exist is in the log of the process only. */
export function accessRoutes({ access }: Pick<UiDeps, 'access'>, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.get('/access', async (c) => {
    const guesses = c.req.query('of') === 'guesses'
    const after = c.req.query('after')?.replaceAll('\0', '') || null
    const shown = await access.list(c.get('session').organisationId, after, PAGE, guesses ? GUESSES : null)
    return page(c, assets, (frame) => <AccessPage frame={frame} guesses={guesses} {...shown} />)
  })
  return app
}

import { Hono } from 'hono'
import type { GoldenDocument } from '../../adapters/db/index.ts'
import { TYPE_PATH } from '../../core/corrected-paths.ts'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import type { Language } from '../language.ts'
import { goldenTexts } from '../texts/golden.ts'
import { GoldenPage } from './golden.tsx'
import { page } from './render.tsx'

const PAGE = 50

/** What people had to correct, as the documents that a changed model is held to. */
export function goldenRoutes({ golden, types }: Pick<UiDeps, 'golden' | 'types'>, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const captionsOf = ({ type, corrected }: GoldenDocument, language: Language) => {
    const fields = types.find(({ name }) => name === type)?.fields ?? []
    return corrected.map((path) =>
      path === TYPE_PATH ? goldenTexts(language).typeOfDocument : (fields.find((field) => field.path === path)?.caption[language] ?? path),
    )
  }

  app.get('/acceptance/golden', async (c) => {
    const after = c.req.query('after')?.replaceAll('\0', '') || null
    const { rows, next } = await golden.list(c.get('session').organisationId, after, PAGE)
    return page(c, assets, (frame) => (
      <GoldenPage frame={frame} rows={rows} next={next} captionsOf={(row) => captionsOf(row, frame.language)} />
    ))
  })

  return app
}

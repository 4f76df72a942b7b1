import { Hono } from 'hono'
import { saveSettings, setFormats, wrongSettings } from '../api/export-settings.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { ExportSettingsPage } from './export-settings.tsx'
import { page } from './render.tsx'

/** The screen over `/api/v1/export-settings`. */
export function exportSettingPages(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/export-settings', async (c) => {
    const formats = await setFormats(deps, c.get('session').organisationId)
    const captionOf = (type: string) => deps.types.find(({ name }) => name === type)?.caption[c.get('language')] ?? type
    const saved = c.req.query('notice') === 'saved'
    return page(c, assets, (frame) => (
      <ExportSettingsPage frame={frame} formats={formats} captionOf={captionOf} refused={null} saved={saved} />
    ))
  })

  app.post('/export-settings', async (c) => {
    const form = new URLSearchParams(await bodyText(c.req.raw, 20_000))
    const formats = await setFormats(deps, c.get('session').organisationId)
    const found = formats.find(({ type, format }) => type === form.get('type') && format.name === form.get('format'))
    if (!found) throw new HttpProblem('not_found', 'There is no such format, or it has no settings.')
    const typed = found.format.settings.flatMap(({ name }) => {
      const value = (form.get(`setting:${name}`) ?? '').replaceAll('\0', '').toWellFormed().trim()
      return value === '' ? [] : [[name, value] as const]
    })
    const settings = Object.fromEntries(typed)
    const wrong = wrongSettings(found.format, settings)
    if (wrong.length === 0) {
      await saveSettings(deps, c, found, settings)
      return c.redirect('/export-settings?notice=saved', 303)
    }
    const shown = formats.map((one) => (one === found ? { ...one, settings } : one))
    const captionOf = (type: string) => deps.types.find(({ name }) => name === type)?.caption[c.get('language')] ?? type
    const refused = { type: found.type, format: found.format.name, wrong }
    return page(
      c,
      assets,
      (frame) => <ExportSettingsPage frame={frame} formats={shown} captionOf={captionOf} refused={refused} saved={false} />,
      422,
    )
  })

  return app
}

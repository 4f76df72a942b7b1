import { Hono } from 'hono'
import { z } from 'zod'
import type { ExportFormat } from '../../schemas/export.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { journal } from './companies.ts'
import { jsonBody } from './json-body.ts'

export const SettingsBody = z.record(z.string().max(100), z.string().max(1000))

/** A format that has settings, with what the organisation has set. */
export interface SetFormat {
  readonly type: string
  readonly format: ExportFormat
  readonly settings: Readonly<Record<string, string>>
}

/** `/api/v1/export-settings`: the receiving systems' own codes, used wherever a request gives none. */
export function exportSettingRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/', async (c) => {
    const formats = await setFormats(deps, c.get('session').organisationId)
    return c.json({
      items: formats.map(({ type, format, settings }) => ({
        type,
        format: format.name,
        settings,
        known: format.settings.map(({ name, caption, otherwise }) => ({ name, caption, default: otherwise })),
      })),
    })
  })

  app.put('/:type/:format', async (c) => {
    const settings = await jsonBody(c.req.raw, SettingsBody)
    const found = (await setFormats(deps, c.get('session').organisationId)).find(
      ({ type, format }) => type === c.req.param('type') && format.name === c.req.param('format'),
    )
    if (!found) throw new HttpProblem('not_found', 'There is no such format, or it has no settings.')
    const [wrong] = wrongSettings(found.format, settings)
    if (wrong !== undefined) throw new HttpProblem('invalid_input', `${found.format.name} does not take this value.`, { field: wrong })
    await saveSettings(deps, c, found, settings)
    return c.json({ type: found.type, format: found.format.name, settings })
  })

  return app
}

export async function setFormats(deps: UiDeps, organisationId: string): Promise<readonly SetFormat[]> {
  const set = await deps.exportSettings.all(organisationId)
  return deps.types.flatMap(({ name: type, exports = [] }) =>
    exports
      .map((format) => ({ ...format, settings: format.settings.filter(({ ofOneFile }) => !ofOneFile) }))
      .filter(({ settings }) => settings.length > 0)
      .map((format) => ({
        type,
        format,
        settings: set.find((one) => one.type === type && one.format === format.name)?.settings ?? {},
      })),
  )
}

/** Names that the format does not know, or whose value it does not take. */
export function wrongSettings(format: ExportFormat, settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const known = format.settings.find((one) => one.name === name)
    return known?.pattern.test(value) ? [] : [name]
  })
}

export async function saveSettings(
  deps: UiDeps,
  c: UiContext,
  { type, format }: SetFormat,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const { organisationId, userId } = c.get('session')
  await deps.exportSettings.set(organisationId, { type, format: format.name, settings }, userId)
  await journal(deps, c, 'export_settings_changed', { type, format: format.name })
}

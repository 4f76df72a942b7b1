import { Hono } from 'hono'
import { getJson } from '../../adapters/blobs/json-blob.ts'
import { chainFor } from '../../adapters/llm/index.ts'
import { Exchange } from '../../core/llm/exchange.ts'
import { LlmReading } from '../../core/llm/llm-reading.ts'
import { Result } from '../../core/result.ts'
import { requireSeen } from '../api/blind.ts'
import { documentOf } from '../api/documents.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { LanguageModelsPage, type TypeModels } from './language-models.tsx'
import { page } from './render.tsx'
import { SaidPage } from './said.tsx'

/** Which language models may read what, and what was sent to them about a document. */
export function languageModelRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/language-models', async (c) => {
    const { organisationId, permissions } = c.get('session')
    const { allowed, spentToday } = await deps.languageModels.overview(organisationId)
    const settings = deps.llmSettings
    const sums = await deps.shadows.sums(organisationId)
    const checks = settings ? await deps.modelChecks.latest() : []
    const types = deps.types
      .filter(({ prompt }) => prompt)
      .map(({ name, caption, fields }): TypeModels => {
        const chain = settings ? chainFor(settings, name) : []
        const models = chain.map(({ provider: { id, model, place, residency }, barred }) => {
          const may = place === 'inside' || allowed.some((one) => one.type === name && one.provider === id)
          return { id, model, place, residency, state: barred ? ('barred' as const) : may ? ('asked' as const) : ('notAllowed' as const) }
        })
        return {
          name,
          caption: caption[c.get('language')],
          fields,
          checks: checks.filter(({ type }) => type === name),
          shadows: sums.filter(({ type }) => type === name),
          models,
        }
      })
    const spending = settings && { spent: spentToday, budget: settings.budgetPerDay ?? null, currency: settings.currency }
    return page(c, assets, (frame) => (
      <LanguageModelsPage frame={frame} types={types} spending={spending} mayChange={permissions.has('settings:write')} />
    ))
  })

  app.post('/language-models/:type/:provider', async (c) => {
    const { organisationId, userId } = c.get('session')
    const type = deps.types.find(({ name }) => name === c.req.param('type'))
    const provider = deps.llmSettings?.providers.find(({ id, place }) => id === c.req.param('provider') && place === 'outside')
    if (!type || !provider) throw new HttpProblem('not_found', 'There is no such document type or outside language model.')
    const form = new URLSearchParams(await bodyText(c.req.raw, 1_000))
    await deps.languageModels.allow(organisationId, { type: type.name, provider: provider.id }, userId, form.get('allow') === 'yes')
    return c.redirect('/language-models', 303)
  })

  app.get('/documents/:id/language-models', async (c) => {
    const row = await documentOf(deps, c)
    const read = row.result ? await getJson(deps.blobs, row.id, row.result, Result).catch(() => null) : null
    await requireSeen(deps, c.get('session'), row, read)
    const calls = await deps.languageModels.calls(c.get('session').organisationId, row.id)
    const said = await Promise.all(
      calls.map(async (call) => ({ call, exchange: await getJson(deps.blobs, row.id, call.exchange, Exchange).catch(() => null) })),
    )
    const second = await deps.shadows.of(c.get('session').organisationId, row.id)
    const shadow = second && (await getJson(deps.blobs, row.id, second.reading, LlmReading).catch(() => null))
    const result = shadow && read
    const fields = deps.types.find(({ name }) => name === result?.type)?.fields ?? []
    const compared = shadow && result ? { fields, used: result.fields, shadow } : null
    return page(c, assets, (frame) => <SaidPage frame={frame} row={row} said={said} compared={compared} />)
  })

  return app
}

import { Hono } from 'hono'
import type { RoutingRule } from '../../../core/routing/index.ts'
import { addRule, changeRule, FORESEEN, moveWaiting, orderRules, problemsOf, removeRule, rulesOf } from '../../api/routing-rules.ts'
import { keepWorkingTime } from '../../api/working-time.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Assets } from '../../islands/build.ts'
import { page } from '../render.tsx'
import { namesOf } from './names.ts'
import { fieldsFrom, fieldsOf, ruleFrom } from './rule-form.ts'
import { RulePage } from './rule-page.tsx'
import { type RoutingNotice, RulesPage } from './rules-page.tsx'
import type { WorkingTimeShown } from './working-time-card.tsx'
import { workingTimeFields, workingTimeFrom, workingTimeTyped } from './working-time-form.ts'

/** The screens over `/api/v1/routing-rules`: the rules in their order, and one of them. */
export function routingPages(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const formOf = async (c: UiContext) => new URLSearchParams(await bodyText(c.req.raw, 20_000))
  const rulePage = async (c: UiContext, given: Omit<Parameters<typeof RulePage>[0], 'frame' | 'names'>) => {
    const names = await namesOf(deps, c)
    return page(c, assets, (frame) => <RulePage frame={frame} names={names} {...given} />, given.refused === null ? 200 : 422)
  }
  const told = (c: UiContext, notice: string) => c.redirect(`/routing?notice=${notice}`, 303)
  /** What a race refused is said on the list, where the rules stand as they are now. */
  const unlessChanged = async (c: UiContext, work: () => Promise<string>) => {
    try {
      return told(c, await work())
    } catch (error) {
      if (error instanceof HttpProblem && error.code === 'version_conflict') return told(c, 'changed')
      throw error
    }
  }

  /** `refused`: a working time that was typed and not understood. */
  const rulesPage = async (c: UiContext, refused: WorkingTimeShown | null) => {
    const { organisationId } = c.get('session')
    const [{ rules, version }, names, forecast, moves, kept] = await Promise.all([
      rulesOf(deps, c),
      namesOf(deps, c),
      deps.routing.foresee(organisationId, FORESEEN),
      deps.routing.moves(organisationId),
      deps.routing.workingTime(organisationId),
    ])
    const workingTime = refused ?? {
      fields: workingTimeFields(kept?.time ?? null),
      version: kept?.version ?? null,
      wrong: new Set<string>(),
    }
    const view = { rules, version, names, forecast, moves, workingTime, notice: noticeOf(c) }
    return page(c, assets, (frame) => <RulesPage frame={frame} {...view} />, refused === null ? 200 : 422)
  }

  app.get('/routing', (c) => rulesPage(c, null))

  app.post('/routing/working-time', async (c) => {
    const form = await formOf(c)
    const version = form.get('version') === null ? null : versionFrom(form)
    const fields = workingTimeTyped(form)
    const isGone = form.get('action') === 'remove'
    const { time, wrong } = isGone ? { time: null, wrong: new Set<string>() } : workingTimeFrom(fields)
    if (time === null && !isGone) return rulesPage(c, { fields, version, wrong })
    return unlessChanged(c, async () => {
      await keepWorkingTime(deps, c, time, version)
      return 'saved'
    })
  })

  app.get('/routing/rule', async (c) => {
    const id = c.req.query('id')
    if (id === undefined) return rulePage(c, { kept: null, fields: {}, wrong: {}, refused: null })
    const rule = (await rulesOf(deps, c)).rules.find((one) => one.id === id)
    if (!rule) throw new HttpProblem('not_found', 'There is no such rule.')
    const wrong = Object.fromEntries(rule.broken.map(({ field, message }) => [field, message[c.get('language')]]))
    return rulePage(c, { kept: rule, fields: fieldsOf(rule), wrong, refused: null })
  })

  app.post('/routing', async (c) => {
    const form = await formOf(c)
    const language = c.get('language')
    const id = form.get('id') || null
    const kept = id === null ? null : { id: id.slice(0, 64), version: versionFrom(form) }
    if (form.get('action') === 'remove' && kept)
      return unlessChanged(c, async () => {
        await removeRule(deps, c, kept.id, kept.version)
        return 'removed'
      })
    const fields = fieldsFrom(form)
    const typed = ruleFrom(fields, language)
    if (typed.wrong) return rulePage(c, { kept, fields, wrong: typed.wrong, refused: 'invalid' })
    const problems = await problemsOf(deps, c, typed.rule)
    if (problems.length > 0) {
      const wrong = Object.fromEntries(problems.map(({ field, message }) => [field, message[language]]))
      return rulePage(c, { kept, fields, wrong, refused: 'invalid' })
    }
    return unlessChanged(c, () => keep(c, kept, typed.rule))
  })

  app.post('/routing/order', async (c) => {
    const form = await formOf(c)
    const ids = (await rulesOf(deps, c)).rules.map(({ id }) => id)
    const at = ids.indexOf(form.get('id') ?? '')
    const to = form.get('step') === 'up' ? at - 1 : at + 1
    if (at < 0 || to < 0 || to >= ids.length) return told(c, 'changed')
    const [moved, other] = [ids[at] ?? '', ids[to] ?? '']
    const wanted = ids.map((id, i) => (i === at ? other : i === to ? moved : id))
    return unlessChanged(c, async () => {
      await orderRules(deps, c, wanted, versionFrom(form))
      return 'saved'
    })
  })

  app.post('/routing/moves', async (c) => {
    const seen = versionFrom(await formOf(c))
    return unlessChanged(c, async () => `moved&count=${await moveWaiting(deps, c, seen)}`)
  })

  async function keep(c: UiContext, kept: { readonly id: string; readonly version: number } | null, rule: RoutingRule): Promise<string> {
    await (kept === null ? addRule(deps, c, rule) : changeRule(deps, c, kept.id, rule, kept.version))
    return 'saved'
  }

  return app
}

function versionFrom(form: URLSearchParams): number {
  const version = Number(form.get('version') || Number.NaN)
  return Number.isInteger(version) ? version : -1
}

function noticeOf(c: UiContext): RoutingNotice | null {
  const notice = c.req.query('notice')
  if (notice === 'moved') return { moved: Number(/^\d{1,6}$/.exec(c.req.query('count') ?? '')?.[0] ?? 0) }
  return notice === 'saved' || notice === 'removed' || notice === 'changed' ? notice : null
}

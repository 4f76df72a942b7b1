import { Hono } from 'hono'
import { z } from 'zod'
import { brokenParts, type KeptRule, RoutingRule, type RuleProblem, ruleProblems, type Standing } from '../../core/routing/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { journal } from './companies.ts'
import { jsonBody } from './json-body.ts'
import { versionSeen } from './version-seen.ts'

/** How many of the latest documents a forecast looks at. */
export const FORESEEN = 100

export const OrderOfRules = z.strictObject({ ids: z.array(z.string().max(64)).max(1000) })

/** `/api/v1/routing-rules`: what becomes of documents that come to people. The rules together have an ETag as well: the order, and what is applied, depend on all. */
export function routingRuleRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/', async (c) => {
    const { rules, version } = await rulesOf(deps, c)
    c.header('ETag', `"${version}"`)
    return c.json({ items: rules })
  })

  app.post('/', async (c) => {
    const kept = await addRule(deps, c, await jsonBody(c.req.raw, RoutingRule))
    c.header('Location', `/api/v1/routing-rules/${kept.id}`)
    return answer(c, kept, 201)
  })

  app.get('/forecast', async (c) => c.json({ items: await deps.routing.foresee(c.get('session').organisationId, FORESEEN) }))

  app.get('/moves', async (c) => {
    const { version } = await rulesOf(deps, c)
    const items = await deps.routing.moves(c.get('session').organisationId)
    c.header('ETag', `"${version}"`)
    return c.json({ items })
  })

  app.post('/moves', async (c) => c.json({ moved: await moveWaiting(deps, c, versionSeen(c)) }))

  app.put('/order', async (c) => {
    await orderRules(deps, c, (await jsonBody(c.req.raw, OrderOfRules)).ids, versionSeen(c))
    const { rules, version } = await rulesOf(deps, c)
    c.header('ETag', `"${version}"`)
    return c.json({ items: rules })
  })

  app.get('/:id', async (c) => answer(c, await ruleOf(deps, c)))

  app.put('/:id', async (c) => {
    const { id } = await ruleOf(deps, c)
    return answer(c, await changeRule(deps, c, id, await jsonBody(c.req.raw, RoutingRule), versionSeen(c)))
  })

  app.delete('/:id', async (c) => {
    const { id } = await ruleOf(deps, c)
    await removeRule(deps, c, id, versionSeen(c))
    return c.body(null, 204)
  })

  return app
}

/** A rule with what is wrong with it now. */
export type ShownRule = KeptRule & { readonly broken: readonly RuleProblem[] }

/** All rules in their order, and the version that stands for all of them. */
export async function rulesOf(deps: UiDeps, c: UiContext): Promise<{ readonly rules: readonly ShownRule[]; readonly version: number }> {
  const { organisationId } = c.get('session')
  const [rules, standing] = await Promise.all([deps.routing.list(organisationId), standingOf(deps, organisationId)])
  return { rules: rules.map((rule) => ({ ...rule, broken: brokenParts(rule, standing) })), version: deps.routing.version(rules) }
}

export async function addRule(deps: UiDeps, c: UiContext, rule: RoutingRule): Promise<ShownRule> {
  await refuseProblems(deps, c, rule)
  const { organisationId, userId } = c.get('session')
  const kept = await deps.routing.add(organisationId, rule, userId)
  await journal(deps, c, 'routing_rule_added', { rule: kept.id, name: rule.name })
  return { ...kept, broken: [] }
}

export async function changeRule(deps: UiDeps, c: UiContext, id: string, rule: RoutingRule, seen: number): Promise<ShownRule> {
  await refuseProblems(deps, c, rule)
  const { organisationId, userId } = c.get('session')
  const kept = await deps.routing.change(organisationId, id, rule, seen, userId)
  if (kept === null) throw changedMeanwhile()
  await journal(deps, c, 'routing_rule_changed', { rule: id, name: rule.name })
  return { ...kept, broken: [] }
}

export async function removeRule(deps: UiDeps, c: UiContext, id: string, seen: number): Promise<void> {
  if (!(await deps.routing.remove(c.get('session').organisationId, id, seen))) throw changedMeanwhile()
  await journal(deps, c, 'routing_rule_removed', { rule: id })
}

export async function orderRules(deps: UiDeps, c: UiContext, ids: readonly string[], seen: number): Promise<void> {
  const { organisationId, userId } = c.get('session')
  if (!(await deps.routing.order(organisationId, ids, seen, userId))) throw changedMeanwhile()
  await journal(deps, c, 'routing_rules_ordered', { rules: ids.length })
}

/** Moves what waits to where the rules of now would send it. Returns how many; their workflows are told how long to wait. */
export async function moveWaiting(deps: UiDeps, c: UiContext, seen: number): Promise<number> {
  const { organisationId, userId } = c.get('session')
  const moved = await deps.routing.applyToWaiting(organisationId, seen, userId)
  if (moved === null) throw changedMeanwhile()
  for (const { documentId, patience, run } of moved) {
    // The due time stands in the database; a timer that could not be told only reminds at its old time.
    if (patience) await deps.gateway.waitAnew(documentId, patience, run).catch(() => deps.log.warn('timer_not_told', { documentId }))
  }
  if (moved.length > 0) await journal(deps, c, 'routing_rules_applied', { documents: moved.length })
  return moved.length
}

/** What is wrong with a rule that somebody wants to keep, the code of its supplier included; empty = nothing. */
export async function problemsOf(deps: UiDeps, c: UiContext, rule: RoutingRule): Promise<readonly RuleProblem[]> {
  const { organisationId } = c.get('session')
  const { supplier } = rule.when
  const known = supplier === null || (await deps.companies.get(organisationId, 'supplier', supplier)) !== null
  const problems = ruleProblems(rule, await standingOf(deps, organisationId))
  return known ? problems : [...problems, { field: 'when.supplier', message: NO_SUPPLIER }]
}

async function refuseProblems(deps: UiDeps, c: UiContext, rule: RoutingRule): Promise<void> {
  const [problem] = await problemsOf(deps, c, rule)
  if (problem) throw new HttpProblem('invalid_input', problem.message.en, { field: problem.field })
}

async function standingOf(deps: UiDeps, organisationId: string): Promise<Standing> {
  return { ...(await deps.routing.standing(organisationId)), types: deps.types.map(({ name }) => name) }
}

async function ruleOf(deps: UiDeps, c: UiContext): Promise<ShownRule> {
  const rule = (await rulesOf(deps, c)).rules.find(({ id }) => id === c.req.param('id'))
  if (!rule) throw new HttpProblem('not_found', 'There is no such rule.')
  return rule
}

function changedMeanwhile(): HttpProblem {
  return new HttpProblem('version_conflict', 'The rules have changed since you saw them. Fetch them again.')
}

function answer(c: UiContext, rule: ShownRule, status: 200 | 201 = 200): Response {
  c.header('ETag', `"${rule.version}"`)
  return c.json(rule, status)
}

const NO_SUPPLIER = { en: 'There is no supplier with this code.', ru: 'Поставщика с таким кодом нет.' }

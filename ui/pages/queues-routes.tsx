import { Hono } from 'hono'
import { ANY_QUEUE } from '../../adapters/db/index.ts'
import { PipelineError } from '../../core/errors.ts'
import { Queue } from '../../core/queues.ts'
import { SecondPersonLimit } from '../../core/second-person.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { peerOf, type UiContext, type UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { reviewersAmong } from './desk-routes.tsx'
import { type QueuesNotice, QueuesPage } from './queues.tsx'
import { page } from './render.tsx'

const NOTICES: readonly QueuesNotice[] = ['saved', 'exists', 'invalid', 'invalidLimit']
const AGES = [1, 3, 7, 30]

/** What waits, and the rules of the queues. */
export function queueRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/queues', async (c) => {
    const { organisationId, userId } = c.get('session')
    const piles = (kind: Parameters<typeof deps.queues.piles>[1]) => deps.queues.piles(organisationId, kind)
    const count = (filter: Partial<typeof ANY_QUEUE>) => deps.queues.count(organisationId, { ...ANY_QUEUE, ...filter }, userId)
    const [mine, free, late, byQueue, byType, bySupplier, byReason, byPerson, ages, queues, people, limits] = await Promise.all([
      count({ person: 'me' }),
      count({ person: 'nobody' }),
      count({ late: true }),
      piles('queue'),
      piles('type'),
      piles('supplier'),
      piles('reason'),
      piles('person'),
      deps.queues.ages(organisationId, AGES),
      deps.queues.list(organisationId),
      deps.accounts.users(organisationId),
      deps.secondPerson.limits(organisationId),
    ])
    const byAge = AGES.map((days, at) => ({ days, documents: ages[at] ?? 0 }))
    const types = deps.types.map(({ name, caption }) => ({ name, caption: caption[c.get('language')] }))
    const view = {
      mine,
      free,
      late,
      byQueue,
      byType,
      bySupplier,
      byReason,
      byPerson,
      byAge,
      queues,
      limits,
      people: reviewersAmong(people),
      types,
    }
    const notice = NOTICES.find((one) => one === c.req.query('notice')) ?? null
    return page(c, assets, (frame) => <QueuesPage frame={frame} view={view} notice={notice} />)
  })

  app.post('/queues', async (c) => {
    const { organisationId } = c.get('session')
    const people = reviewersAmong(await deps.accounts.users(organisationId)).map(({ id }) => id)
    const queue = queueFrom(
      new URLSearchParams(await bodyText(c.req.raw, 10_000)),
      people,
      deps.types.map(({ name }) => name),
    )
    if (!queue) return told(c, 'invalid')
    try {
      const id = await deps.queues.add(organisationId, queue)
      await journal(deps, c, 'queue_added', { queue: id })
    } catch (error) {
      if (error instanceof PipelineError && error.code === 'conflict') return told(c, 'exists')
      throw error
    }
    return told(c, 'saved')
  })

  app.post('/queues/second-person', async (c) => {
    const { organisationId } = c.get('session')
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const currency = (form.get('currency') ?? '').trim().toUpperCase() || '*'
    const amount = (form.get('amount') ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
    const remove = form.get('action') === 'remove'
    const limit = SecondPersonLimit.safeParse({ currency, amount: remove ? '0' : amount })
    if (!limit.success) return told(c, 'invalidLimit', 'second-person')
    await (remove ? deps.secondPerson.remove(organisationId, currency) : deps.secondPerson.set(organisationId, limit.data))
    await journal(deps, c, remove ? 'second_person_limit_removed' : 'second_person_limit_set', { currency, ...(!remove && { amount }) })
    return told(c, 'saved', 'second-person')
  })

  app.post('/queues/:id/remove', async (c) => {
    const id = c.req.param('id')
    await deps.queues.remove(c.get('session').organisationId, id.slice(0, 64))
    await journal(deps, c, 'queue_removed', { queue: id.slice(0, 64) })
    return told(c, 'saved')
  })

  return app
}

function told(c: UiContext, notice: QueuesNotice, at: 'rules' | 'second-person' = 'rules'): Response {
  return c.redirect(`/queues?notice=${notice}#${at}`, 303)
}

function journal(deps: UiDeps, c: UiContext, kind: string, detail: Readonly<Record<string, string>>): Promise<void> {
  const { organisationId, userId } = c.get('session')
  return deps.access.write({ organisationId, kind, actor: userId, address: peerOf(c), detail })
}

/** Null when something is out of range, or names a person or a type that is not there. */
function queueFrom(form: URLSearchParams, people: readonly string[], types: readonly string[]): Omit<Queue, 'id'> | null {
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().trim() || null
  const hours = (name: string) => (text(name) === null ? null : Number(text(name)))
  const sent = Queue.safeParse({
    id: 'new',
    name: text('name') ?? '',
    type: text('type'),
    supplier: text('supplier'),
    assignee: text('assignee'),
    role: text('role'),
    escalateTo: text('escalateTo'),
    remindHours: hours('remindHours'),
    dueHours: hours('dueHours'),
    byRule: form.get('byRule') === 'yes',
  })
  if (!sent.success) return null
  const { type, assignee, escalateTo } = sent.data
  const known = (type === null || types.includes(type)) && [assignee, escalateTo].every((one) => one === null || people.includes(one))
  return known ? sent.data : null
}

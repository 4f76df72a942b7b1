import { Hono } from 'hono'
import { readTable } from '../../adapters/tables/index.ts'
import { type Order, OrderEntry, readOrders, Tolerances } from '../../core/orders/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { fileOf, importModeOf, journal } from './companies.ts'
import { boundedLimit } from './documents.ts'
import { jsonBody } from './json-body.ts'
import { versionSeen } from './version-seen.ts'

/** The body of a PUT: the order; its `number` is the one of the address. */
export const OrderBody = OrderEntry.omit({ number: true })

/** `/api/v1/orders`: what invoices are compared with. */
export function orderRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/', async (c) => {
    const limit = boundedLimit(c.req.query('limit'), 50)
    const { items, next } = await deps.orders.list(c.get('session').organisationId, { after: c.req.query('after') || null, limit })
    if (next !== null) c.header('Link', `</api/v1/orders?${new URLSearchParams({ ...c.req.query(), after: next })}>; rel="next"`)
    return c.json({ items, next })
  })

  app.post('/import', async (c) => {
    const mode = importModeOf(c)
    const read = readOrders(readTable((await fileOf(c.req.raw)).bytes))
    const report = { rows: read.rows, good: read.entries.length, problems: read.problems.slice(0, 500) }
    if (mode === 'check') return c.json({ ...report, changed: 0 })
    if (mode === 'all' && read.problems.length > 0)
      throw new HttpProblem('invalid_input', 'Nothing was imported: some rows have problems. Correct them, or send mode=good.', report)
    const { organisationId, userId } = c.get('session')
    const entries = read.entries.map(({ entry }) => entry)
    const { changed } = await deps.orders.importAll(organisationId, entries, userId)
    await journal(deps, c, 'orders_imported', { orders: entries.length, changed })
    return c.json({ ...report, changed })
  })

  app.get('/:number', async (c) => answer(c, await orderOf(deps, c)))

  app.put('/:number', async (c) => {
    const body = await jsonBody(c.req.raw, OrderBody)
    const entry: OrderEntry = { ...body, number: numberOf(c) }
    const twice = entry.lines.find(({ no }, i) => entry.lines.findIndex((other) => other.no === no) < i)
    if (twice) throw new HttpProblem('invalid_input', `Line ${twice.no} is there twice.`, { field: 'lines' })
    const { organisationId, userId } = c.get('session')
    const before = await deps.orders.get(organisationId, entry.number)
    const seen = before === null && c.req.header('If-Match') === undefined ? null : versionSeen(c)
    const written = await deps.orders.put(organisationId, entry, seen, userId)
    if (written === null) throw new HttpProblem('version_conflict', 'The order has changed since you saw it. Fetch it again.')
    await journal(deps, c, 'order_written', { number: entry.number })
    return answer(c, written, before === null ? 201 : 200)
  })

  app.delete('/:number', async (c) => {
    const { number } = await orderOf(deps, c)
    if (!(await deps.orders.remove(c.get('session').organisationId, number, versionSeen(c))))
      throw new HttpProblem('version_conflict', 'The order has changed since you saw it. Fetch it again.')
    await journal(deps, c, 'order_removed', { number })
    return c.body(null, 204)
  })

  return app
}

/** `/api/v1/order-tolerances`: of all suppliers, and of one by its code. */
export function toleranceRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const supplierOf = (c: UiContext) => (c.req.param('supplier') ?? '').slice(0, 100)
  const read = async (c: UiContext) => c.json(await deps.orders.tolerances(c.get('session').organisationId, supplierOf(c)))
  const write = async (c: UiContext) => {
    const tolerances = await jsonBody(c.req.raw, Tolerances)
    const { organisationId, userId } = c.get('session')
    await deps.orders.setTolerances(organisationId, supplierOf(c), tolerances, userId)
    await journal(deps, c, 'order_tolerances_written', { supplier: supplierOf(c) })
    return c.json(tolerances)
  }
  app.get('/', read)
  app.put('/', write)
  app.get('/:supplier', read)
  app.put('/:supplier', write)
  return app
}

async function orderOf(deps: UiDeps, c: UiContext): Promise<Order> {
  const order = await deps.orders.get(c.get('session').organisationId, numberOf(c))
  if (!order) throw new HttpProblem('not_found', 'There is no such order.')
  return order
}

function numberOf(c: UiContext): string {
  const number = OrderEntry.shape.number.safeParse(c.req.param('number'))
  if (!number.success || number.data.includes('\0') || !number.data.isWellFormed())
    throw new HttpProblem('not_found', 'There is no such order.')
  return number.data
}

function answer(c: UiContext, order: Order, status: 200 | 201 = 200): Response {
  c.header('ETag', `"${order.version}"`)
  return c.json(order, status)
}

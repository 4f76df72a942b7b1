import { Hono } from 'hono'
import { type Order, type OrderEntry, Tolerances } from '../../../core/orders/index.ts'
import { journal } from '../../api/companies.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Assets } from '../../islands/build.ts'
import { page } from '../render.tsx'
import { importRoutes } from './import-routes.tsx'
import { orderList } from './lists.ts'
import { type ListNotice, noticeOf } from './notice.tsx'
import { NO_ORDER, type OrderFields, orderFieldsFrom, orderFieldsOf, orderFrom, plainNumber } from './order-form.ts'
import { OrderPage } from './order-page.tsx'
import { OrdersPage } from './orders-page.tsx'
import { nextHref, versionFrom } from './page-place.ts'
import { LIMITS } from './tolerances-card.tsx'

const PAGE = 50
const MOST_FORM_BYTES = 500_000

/** The screens of purchase orders and tolerances. */
export function orderPages(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const list = orderList(deps)

  const listPage = async (c: UiContext, refused: string | null) => {
    const { organisationId } = c.get('session')
    const text = (c.req.query('text') ?? '').replaceAll('\0', '').slice(0, 200)
    const [{ items, next }, tolerances] = await Promise.all([
      deps.orders.list(organisationId, { after: c.req.query('after')?.replaceAll('\0', '') || null, limit: PAGE, text }),
      deps.orders.allTolerances(organisationId),
    ])
    const given = { items, text, next: nextHref(list.path, text, next), tolerances, notice: noticeOf((name) => c.req.query(name)), refused }
    return page(c, assets, (frame) => <OrdersPage frame={frame} {...given} />, refused === null ? 200 : 422)
  }
  const entryPage = (
    c: UiContext,
    fields: OrderFields,
    version: number | null,
    wrong: ReadonlySet<string> = new Set(),
    notice: ListNotice | null = null,
  ) =>
    page(
      c,
      assets,
      (frame) => <OrderPage frame={frame} fields={fields} version={version} wrong={wrong} notice={notice} />,
      notice === null ? 200 : 422,
    )
  const told = (c: UiContext, notice: ListNotice, at = '') => c.redirect(`/orders?notice=${notice}${at}`, 303)

  app.get('/', (c) => listPage(c, null))

  app.get('/entry', async (c) => {
    const number = c.req.query('number')
    if (number === undefined) return entryPage(c, NO_ORDER, null)
    const order = await deps.orders.get(c.get('session').organisationId, number.replaceAll('\0', '').slice(0, 100))
    if (!order) throw new HttpProblem('not_found', 'There is no such order.')
    return entryPage(c, orderFieldsOf(entryOf(order)), order.version)
  })

  app.post('/', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = new URLSearchParams(await bodyText(c.req.raw, MOST_FORM_BYTES))
    const fields = orderFieldsFrom(form)
    const seen = versionFrom(form)
    if (form.get('action') === 'remove') {
      if (seen === null || !(await deps.orders.remove(organisationId, fields.number, seen))) return told(c, 'faster')
      await journal(deps, c, 'order_removed', { number: fields.number })
      return told(c, 'removed')
    }
    const sent = orderFrom(fields)
    if (sent.wrong !== null) return entryPage(c, fields, seen, sent.wrong, 'invalid')
    const written = await deps.orders.put(organisationId, sent.entry, seen, userId)
    if (written === null) return entryPage(c, fields, seen, new Set(), seen === null ? 'exists' : 'faster')
    await journal(deps, c, 'order_written', { number: fields.number })
    return told(c, 'saved')
  })

  app.post('/tolerances', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const supplier = (form.get('supplier') ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, 100)
    if (form.get('action') === 'remove') {
      await deps.orders.removeTolerances(organisationId, supplier)
    } else {
      const sent = Tolerances.safeParse(Object.fromEntries(LIMITS.map((name) => [name, plainNumber(form.get(name) ?? '') || null])))
      if (!sent.success) return told(c, 'tolerancesInvalid', '#tolerances')
      await deps.orders.setTolerances(organisationId, supplier, sent.data, userId)
    }
    await journal(deps, c, 'order_tolerances_written', { supplier })
    return told(c, 'tolerancesSaved', '#tolerances')
  })

  app.route('/', importRoutes(deps, assets, list, listPage))
  return app
}

function entryOf({ version: _, ...entry }: Order): OrderEntry {
  return entry
}

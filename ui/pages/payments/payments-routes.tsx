import { Hono } from 'hono'
import { unknownPlaces } from '../../../core/letters/index.ts'
import { journal } from '../../api/companies.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import type { Assets } from '../../islands/build.ts'
import { paymentTexts } from '../../texts/payments.ts'
import { page } from '../render.tsx'
import { PaymentsPage } from './payments-page.tsx'

const SHOWN = 200
const LONGEST = 500

/** What was prepared, and the wording of the purpose; an empty one is the usual one. */
export function paymentListRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const shown = async (c: UiContext, typed: string | null, refused: string | null) => {
    const { organisationId } = c.get('session')
    const drafts = await deps.paymentDrafts.latest(organisationId, SHOWN)
    const purpose = typed ?? (await deps.paymentDrafts.purpose(organisationId)) ?? ''
    const isSaved = c.req.query('notice') === 'saved'
    return page(
      c,
      assets,
      (frame) => <PaymentsPage frame={frame} drafts={drafts} purpose={purpose} refused={refused} isSaved={isSaved} />,
      refused === null ? 200 : 422,
    )
  }

  app.get('/payments', (c) => shown(c, null, null))

  app.post('/payments/template', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const purpose = (form.get('purpose') ?? '').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim().slice(0, LONGEST)
    const unknown = unknownPlaces(purpose, placesOf(deps))
    if (unknown.length > 0)
      return shown(c, purpose, `${paymentTexts(c.get('language')).unknown}: ${unknown.map((name) => `{${name}}`).join(', ')}.`)
    await deps.paymentDrafts.savePurpose(organisationId, purpose === '' ? null : purpose, userId)
    await journal(deps, c, 'payment_template_changed', {})
    return c.redirect('/payments?notice=saved', 303)
  })

  return app
}

/** The single fields of the types that are paid. */
function placesOf({ types }: UiDeps): ReadonlySet<string> {
  const paid = types.filter(({ payment }) => payment)
  return new Set(['vat', ...paid.flatMap(({ fields }) => fields.flatMap(({ path }) => (path.includes('[]') ? [] : [path])))])
}

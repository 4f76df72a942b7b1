import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Letter } from '../../adapters/db/index.ts'
import { LetterLanguage, LetterText } from '../../core/letters/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { documentOf } from './documents.ts'
import { jsonBody } from './json-body.ts'
import { draftLetter, sendLetter, sendLetterAgain } from './letter-draft.ts'

/** `id` names the letter: sent twice under the same one, it leaves once. */
export const LetterBody = z.strictObject({ ...LetterText.shape, id: z.uuid().optional() })

/** As the description says: each at most once, but for the findings; what is not understood is refused, not passed over. */
const DraftQuery = z.strictObject({
  language: z.array(LetterLanguage).max(1).optional(),
  finding: z.array(z.string().regex(/^\d{1,4}$/)).optional(),
})

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/**
 * `/api/v1/documents/{id}/letter` and `…/letters`: the draft, what left, and sending. For people alone: no program may be given the permission, and a
 * draft is kept nowhere, so nothing leaves but the words that somebody sends here.
 */
export function letterApiRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/:id/letter', async (c) => {
    const row = await documentOf(deps, c)
    const query = new URL(c.req.url).searchParams
    const asked = DraftQuery.safeParse(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
    if (!asked.success)
      throw new HttpProblem('invalid_input', `Send ?language=${LetterLanguage.options.join('|')} once, and ?finding=NUMBER.`)
    const chosen = asked.data.finding ? new Set(asked.data.finding.map(Number)) : null
    const language = asked.data.language?.[0] ?? c.get('language')
    const { isKnown, about, ...draft } = await draftLetter(deps, c, row, language, chosen)
    const findings = about.map(({ isChosen, ...same }) => ({ ...same, chosen: isChosen }))
    return c.json({ ...draft, toIsListed: isKnown, canSend: deps.hasMail, findings }, 200, PRIVATE)
  })

  app.get('/:id/letters', async (c) => {
    const row = await documentOf(deps, c)
    const items = await deps.letters.ofDocument(c.get('session').organisationId, row.id)
    return c.json({ items: items.map(shown) }, 200, PRIVATE)
  })

  app.post('/:id/letters', async (c) => {
    const row = await documentOf(deps, c)
    const { id = randomUUID(), ...letter } = await jsonBody(c.req.raw, LetterBody)
    // Whoever may not see the document yet may not write about it either.
    const { replyTo } = await draftLetter(deps, c, row, letter.language, new Set())
    const left = await sendLetter(deps, c, row, { ...letter, id, replyTo })
    if (!left) throw new HttpProblem('conflict', 'A letter with other words has left under this id. Send this one under an id of its own.')
    return c.json(shown(left), 202, PRIVATE)
  })

  app.post('/:id/letters/:letter/again', async (c) => {
    const row = await documentOf(deps, c)
    if (!(await sendLetterAgain(deps, c, row, c.req.param('letter'))))
      throw new HttpProblem('conflict', 'Only a letter of this document that could not be delivered is sent again.')
    return c.body(null, 204)
  })

  return app
}

function shown({ id, to, subject, body, language, sentBy, at, state, error }: Letter) {
  return { id, to, subject, body, language, sentBy, at, state, error }
}

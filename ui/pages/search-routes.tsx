import { Hono } from 'hono'
import type { FoundDocument, FoundPassage } from '../../adapters/db/index.ts'
import { specPath } from '../../core/paths.ts'
import { ask, cleanQuestion } from '../api/questions.ts'
import { isSearch, readSearch, typedSearch } from '../api/search.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import type { Language } from '../language.ts'
import { QuestionPage } from './question.tsx'
import { page } from './render.tsx'
import { SearchPage } from './search.tsx'
import { UnansweredPage } from './unanswered.tsx'

const PAGE = 20

/** The search screen. A search is a GET: it can be kept, sent to a colleague and gone back to. */
export function searchPageRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/search', async (c) => {
    const { organisationId, permissions } = c.get('session')
    const language = c.get('language')
    const typed = typedSearch((name) => c.req.query(name))
    const { filter, invalid } = readSearch(typed)
    const after = c.req.query('after') || null
    const found = isSearch(filter) ? await deps.search.find(organisationId, filter, { after, limit: PAGE }) : null
    const queues = permissions.has('documents:review') ? await deps.queues.list(organisationId) : []
    const types = deps.types.map(({ name, caption }) => ({ name, caption: caption[language] }))
    return page(c, assets, (frame) => (
      <SearchPage
        frame={frame}
        typed={typed}
        invalid={invalid}
        found={found}
        isPaged={after !== null}
        types={types}
        queues={queues}
        captionOf={captionsOf(deps, language)}
      />
    ))
  })

  app.get('/questions', (c) => c.redirect('/search', 303))

  // Sent, not asked for: what is not answered is written down.
  app.post('/questions', async (c) => {
    const question = cleanQuestion(new URLSearchParams(await bodyText(c.req.raw, 10_000)).get('text') ?? '')
    if (question === '') return c.redirect('/search', 303)
    const reply = await ask(deps, c, question)
    const captionOf = captionsOf(deps, c.get('language'))
    return page(c, assets, (frame) => <QuestionPage frame={frame} reply={reply} captionOf={(passage) => captionOf(passage, passage)} />)
  })

  app.get('/questions/unanswered', async (c) => {
    const questions = await deps.unanswered.list(c.get('session').organisationId)
    return page(c, assets, (frame) => <UnansweredPage frame={frame} questions={questions} />)
  })

  app.post('/questions/unanswered/:id', async (c) => {
    await deps.unanswered.remove(c.get('session').organisationId, c.req.param('id').slice(0, 64))
    return c.redirect('/questions/unanswered', 303)
  })

  return app
}

/** The caption of the field that a passage is the value of. */
function captionsOf({ types }: Pick<UiDeps, 'types'>, language: Language) {
  return ({ type }: Pick<FoundDocument, 'type'>, { path }: FoundPassage): string | null => {
    const spec = path === null ? undefined : types.find(({ name }) => name === type)?.fields.find((each) => each.path === specPath(path))
    return spec?.caption[language] ?? null
  }
}

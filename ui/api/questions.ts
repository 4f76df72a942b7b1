import { Hono } from 'hono'
import { z } from 'zod'
import type { AnsweringPassage } from '../../adapters/db/index.ts'
import type { Answered } from '../../adapters/llm/index.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { peerOf, type UiContext, type UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { LONGEST_TEXT } from './search.ts'

const CITED = 6

export interface Reply extends Answered {
  readonly question: string
  /** Empty = not found. */
  readonly passages: readonly AnsweringPassage[]
}

export const QuestionBody = z.strictObject({ question: z.string().min(1).max(LONGEST_TEXT) })

/** `/api/v1/questions`: the passages that answer, and an answer made of them where a language model stands inside. */
export function questionRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.post('/', async (c) => {
    const { question, passages, answer, why } = await ask(deps, c, questionIn(await bodyText(c.req.raw, 10_000)))
    const shown = passages.map(({ boxes, marks, ...same }) => ({ ...same, marks, boxes }))
    return c.json({ question, found: passages.length > 0, passages: shown, answer, withheld: why }, 200, {
      'Cache-Control': 'private, no-store',
    })
  })
  return app
}

/** Asks, writes down what could not be answered, and leaves a line in the journal of access (never the words). */
export async function ask(deps: UiDeps, c: UiContext, question: string): Promise<Reply> {
  const { organisationId, userId, kind } = c.get('session')
  const passages = await deps.answers.passages(organisationId, question, CITED)
  const given: Answered =
    passages.length === 0
      ? { answer: null, why: null, provider: null }
      : await deps.answerQuestion(
          organisationId,
          question,
          passages.map(({ text }) => text),
        )
  if (passages.length === 0 && kind !== 'client') await deps.unanswered.add(organisationId, userId, question)
  await deps.access.write({
    organisationId,
    kind: 'question_asked',
    actor: userId,
    address: peerOf(c),
    detail: {
      passages: passages.length,
      answered: given.answer !== null,
      ...(given.provider !== null && { provider: given.provider }),
    },
  })
  return { question, passages, ...given }
}

export function cleanQuestion(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT).toWellFormed()
}

function questionIn(text: string): string {
  const body = QuestionBody.safeParse(parsed(text))
  const question = body.success ? cleanQuestion(body.data.question) : ''
  if (question === '') throw new HttpProblem('invalid_input', `Send {"question": "…"}, ${LONGEST_TEXT} characters at most.`)
  return question
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

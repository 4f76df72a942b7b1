import { questionRequest, readAnswer } from '../../core/llm/answer-question.ts'
import { type Generate, LlmFault } from '../../core/llm/port.ts'
import { costOf, highestCost } from '../../core/llm/price.ts'
import { answerFault, type GivenAnswer } from '../../core/search/index.ts'
import type { Log } from '../log.ts'
import { createProvider } from './provider.ts'
import { chainFor, type LlmSettings, type ProviderSettings } from './settings.ts'

export interface Answered {
  /** Null = nothing that may be shown; `why` says why not. */
  readonly answer: GivenAnswer | null
  readonly why: 'no_model' | 'no_answer' | 'not_proven' | null
  readonly provider: string | null
}

/** The day's budget of an organisation, as documents keep it. */
export interface Purse {
  reserveLlm(
    organisationId: string,
    hold: { readonly amount: string; readonly budget: string; readonly currency: string },
  ): Promise<string | null>
  spendLlm(
    organisationId: string,
    spent: { readonly cost: string; readonly currency: string; readonly reservation: string | null },
  ): Promise<void>
}

export type AnswerQuestion = (organisationId: string, question: string, passages: readonly string[]) => Promise<Answered>

/** A person waits for it. */
const PATIENCE_MS = 20_000

/**
 * Answers out of passages by a language model inside the organisation's own network; none outside is ever asked, whatever was allowed for documents. The
 * chain of the type `questions`, else that of all types. An answer that its passages do not prove is not given out.
 */
export function createAnswerer({
  settings,
  purse,
  log,
}: {
  readonly settings: LlmSettings | null
  readonly purse: Purse
  readonly log: Log
}): AnswerQuestion {
  const chain = settings ? chainFor(settings, 'questions').filter(({ provider, barred }) => provider.place === 'inside' && !barred) : []
  const providers = chain.map(({ provider }) => ({ provider, generate: createProvider(provider) }))
  return async (organisationId, question, passages) => {
    let why: Answered['why'] = 'no_model'
    for (const { provider, generate } of providers) {
      const answer = await ask(organisationId, { provider, generate }, question, passages).catch((error: unknown) => {
        log.warn('question_not_answered', { provider: provider.id, fault: error instanceof LlmFault ? error.kind : 'unknown' })
        return null
      })
      why = 'no_answer'
      if (answer === null) continue
      const fault = answerFault(answer, passages, question)
      if (fault === null) return { answer, why: null, provider: provider.id }
      log.info('answer_withheld', { provider: provider.id, fault })
      return { answer: null, why: fault === 'no_sentences' ? 'no_answer' : 'not_proven', provider: provider.id }
    }
    return { answer: null, why, provider: null }
  }

  async function ask(
    organisationId: string,
    { provider, generate }: { readonly provider: ProviderSettings; readonly generate: Generate },
    question: string,
    passages: readonly string[],
  ): Promise<GivenAnswer | null> {
    const request = questionRequest(question, passages)
    const amount = highestCost(request, provider.prices)
    const budget = settings?.budgetPerDay
    const currency = settings?.currency ?? 'EUR'
    const costs = Number(amount) > 0
    const reservation = costs && budget !== undefined ? await purse.reserveLlm(organisationId, { amount, budget, currency }) : null
    if (costs && budget !== undefined && reservation === null)
      throw new LlmFault('over_budget', 'The question could pass the budget of the day')
    let cost = '0'
    try {
      const generated = await generate(request, AbortSignal.timeout(PATIENCE_MS))
      cost = costOf(generated.usage, provider.prices)
      return readAnswer(generated.text)
    } finally {
      if (costs) await purse.spendLlm(organisationId, { cost, currency, reservation })
    }
  }
}

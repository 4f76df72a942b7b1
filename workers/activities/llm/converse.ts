import { randomBytes } from 'node:crypto'
import { getJson, putJson } from '../../../adapters/blobs/json-blob.ts'
import type { LlmCall } from '../../../adapters/db/index.ts'
import type { ProviderSettings } from '../../../adapters/llm/index.ts'
import { canonicalJson } from '../../../core/canonical-json.ts'
import { Exchange } from '../../../core/llm/exchange.ts'
import { repairMessages } from '../../../core/llm/messages.ts'
import { type Generate, type Generated, type GenerateRequest, LlmFault, type Message } from '../../../core/llm/port.ts'
import { costOf, highestCost } from '../../../core/llm/price.ts'
import type { Answer } from '../../../core/llm/read-answers.ts'
import type { DocumentInput } from '../../../core/stages.ts'
import type { Deps } from '../../deps.ts'
import { type Prepared, sha256 } from './prepare.ts'

export interface Conversation {
  readonly document: DocumentInput
  readonly provider: ProviderSettings
  readonly generate: Generate
  readonly prepared: Prepared
  readonly currency: string
  /** Of the organisation and the day; null = no limit. */
  readonly budget: string | null
  readonly replaced: Exchange['replaced']
  readonly signal: AbortSignal
}

export interface Said {
  readonly answers: readonly Answer[]
  readonly model: string
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cost: string
}

const NOTHING = { input: 0, output: 0, cached: 0 }

/**
 * One question about one part of a document: from the answers that are known, else from the provider, with one chance to repair a broken answer. Every turn
 * is journalled before its answer is used. Throws LlmFault.
 */
export const createConverse = ({
  blobs,
  store,
}: Pick<Deps, 'blobs'> & { readonly store: Pick<Deps['store'], 'llmAnswer' | 'recordLlmCall' | 'reserveLlm'> }) =>
  async function converse(part: number, messages: readonly Message[], about: Conversation): Promise<Said> {
    const { document, provider, prepared } = about
    const traceId = sha256(`${document.documentId}:${document.run}`).slice(0, 32)
    const known = await remembered(messages)
    if (known) return known
    const first = await turn(1, messages)
    if (first.answers) return first.said(first.answers)
    const second = await turn(2, repairMessages(messages, first.generated.text, first.problems)).catch((error: unknown) => {
      // One repair, whatever becomes of it: the question is not asked a third and fourth time.
      throw error instanceof LlmFault && error.passing
        ? new LlmFault('malformed', 'The repair of a broken answer failed', { cause: error })
        : error
    })
    if (second.answers) return second.said(second.answers)
    throw new LlmFault(
      second.generated.finish === 'length' ? 'cut_off' : 'malformed',
      'The answer does not meet the schema, also when asked again',
    )

    async function turn(number: number, asked: readonly Message[]) {
      const started = performance.now()
      const key = keyOf(asked)
      const request: GenerateRequest = {
        messages: asked,
        schema: prepared.schema,
        maxTokens: provider.answerTokens,
        traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01`,
      }
      const reservation = await reserve(request)
      const record = async (generated: Generated | null, outcome: LlmCall['outcome']) => {
        const usage = generated?.usage ?? NOTHING
        const cost = costOf(usage, provider.prices)
        const ms = Math.round(performance.now() - started)
        const exchange = await keep(asked, generated)
        await store.recordLlmCall(document, {
          ...call(key, number),
          model: generated?.model ?? provider.model,
          usage,
          cost,
          ms,
          cached: false,
          outcome,
          finish: generated?.finish ?? null,
          exchange,
          reservation,
        })
        return cost
      }
      let generated: Generated
      try {
        generated = await about.generate(request, about.signal)
      } catch (error) {
        if (error instanceof LlmFault) await record(null, error.kind)
        throw error
      }
      const read =
        generated.finish === 'length'
          ? { kind: 'broken' as const, problems: ['the answer was cut off; be brief'] }
          : prepared.readAnswers(generated.text)
      const cost = await record(generated, read.kind === 'answers' ? 'usable' : 'broken')
      const said = (answers: readonly Answer[]): Said => ({
        answers,
        model: generated.model,
        inputTokens: generated.usage.input,
        outputTokens: generated.usage.output,
        cost,
      })
      return {
        generated,
        said,
        answers: read.kind === 'answers' ? read.answers : null,
        problems: read.kind === 'answers' ? [] : read.problems,
      }
    }

    /** What the question may cost at most, held until it is recorded: nothing is asked that the day's budget could not pay. */
    async function reserve(request: GenerateRequest): Promise<string | null> {
      const amount = highestCost(request, provider.prices)
      if (about.budget === null || Number(amount) === 0) return null
      const held = await store.reserveLlm(document.organisationId, { amount, budget: about.budget, currency: about.currency })
      if (held === null) throw new LlmFault('over_budget', 'The question could pass the budget of the day')
      return held
    }

    async function remembered(asked: readonly Message[]): Promise<Said | null> {
      const started = performance.now()
      const key = keyOf(asked)
      const before = await store.llmAnswer(document.organisationId, key)
      // The document that asked first may be erased at any moment, and its answer with it.
      const exchange = before && (await getJson(blobs, before.documentId, before.exchange, Exchange).catch(() => null))
      const read = exchange?.reply ? prepared.readAnswers(exchange.reply) : null
      if (!exchange || read?.kind !== 'answers') return null
      const model = exchange.model ?? provider.model
      const own = await putJson(blobs, document.documentId, exchange)
      const ms = Math.round(performance.now() - started)
      await store.recordLlmCall(document, {
        ...call(key, 1),
        model,
        usage: NOTHING,
        cost: '0',
        ms,
        cached: true,
        outcome: 'usable',
        finish: 'stop',
        exchange: own,
        reservation: null,
      })
      return { answers: read.answers, model, inputTokens: 0, outputTokens: 0, cost: '0' }
    }

    function call(key: string, turnNumber: number) {
      return {
        key,
        provider: provider.id,
        prompt: prepared.promptVersion,
        schema: prepared.schemaVersion,
        part,
        turn: turnNumber,
        currency: about.currency,
        traceId,
      }
    }

    function keep(asked: readonly Message[], generated: Generated | null) {
      const exchange: Exchange = {
        sent: asked.map(({ role, text, images = [], example }) => ({
          role,
          text: example === undefined ? text : '',
          images: images.length,
          ...(example !== undefined && { example }),
        })),
        reply: generated?.text ?? null,
        model: generated?.model ?? null,
        usage: generated?.usage ?? NOTHING,
        replaced: about.replaced,
      }
      return putJson(blobs, document.documentId, exchange)
    }

    /** Everything that decides the answer. Surrogates come from a key of the organisation, so equal pages ask equal questions. */
    function keyOf(asked: readonly Message[]): string {
      const { dialect, model, baseUrl, temperature, answerTokens } = provider
      return sha256(canonicalJson({ dialect, model, baseUrl, temperature, answerTokens, schema: prepared.schema, messages: asked }))
    }
  }

import { createHmac } from 'node:crypto'
import type { BlobStore } from '../../adapters/blobs/blob-store.ts'
import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { createMemoryBlobs } from '../../adapters/blobs/memory-blobs.ts'
import type { LlmCall } from '../../adapters/db/index.ts'
import { createProvider, type LlmSettings } from '../../adapters/llm/index.ts'
import { parseXml } from '../../adapters/xml/index.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { askInTurn } from '../../core/llm/ask-in-turn.ts'
import { Exchange } from '../../core/llm/exchange.ts'
import { goldenReading } from '../../core/llm/golden.ts'
import { LlmReading } from '../../core/llm/llm-reading.ts'
import type { Reading } from '../../core/reading.ts'
import { Result } from '../../core/result.ts'
import type { DocumentInput, Inspection } from '../../core/stages.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createExtract } from '../../workers/activities/extract.ts'
import { createAskLlm } from '../../workers/activities/llm/ask.ts'
import { createPlanLlm } from '../../workers/activities/llm/plan.ts'
import { createScore } from '../../workers/activities/score.ts'
import { createValidate } from '../../workers/activities/validate.ts'
import type { DocumentStore, LlmDeps } from '../../workers/deps.ts'
import { noStore } from '../../workers/no-store.ts'
import { documentInput } from '../workflow/scripted-stages.ts'

/** Where a test does not want the journal in an array. */
interface Own {
  readonly store?: Pick<DocumentStore, 'llmTerms' | 'llmAnswer' | 'recordLlmCall' | 'reserveLlm'>
  readonly organisationId?: string
  /** Document type; the first one unless said otherwise. */
  readonly type?: string
  /** Runs around every attempt of a question, as the worker's interceptor does. */
  readonly attempt?: (document: DocumentInput, work: () => Promise<BlobRef>) => Promise<BlobRef>
}

export interface LlmWorld {
  readonly blobs: BlobStore
  readonly calls: LlmCall[]
  /** Everything between a Reading and what the language models make of it: plan, providers in turn, each tried twice as the workflow does. */
  ask(
    reading: Reading,
    documentId?: string,
  ): Promise<{ readonly asked: boolean; readonly read: LlmReading | null; readonly exchanges: readonly Exchange[] }>
  /** The same, and on to the result: extraction, rules, confidence, route. */
  process(reading: Reading): Promise<{ readonly read: LlmReading | null; readonly result: Result }>
}

/** The real activities over blobs in memory and a journal in an array; only the server at the other end is a test's. */
export function createLlmWorld(
  settings: Partial<LlmSettings> & Pick<LlmSettings, 'providers'>,
  allowed: readonly string[] = [],
  { store: own, organisationId = 'org-1', type = documentTypes[0]!.name, attempt = (_, work) => work() }: Own = {},
): LlmWorld {
  const calls: LlmCall[] = []
  const keptIn = new Map<string, string>()
  const blobs = createMemoryBlobs()
  const full: LlmSettings = { currency: 'EUR', checkEveryDays: null, chains: { '*': settings.providers.map(({ id }) => id) }, ...settings }
  const llm: LlmDeps = {
    settings: full,
    providers: new Map(full.providers.map((each) => [each.id, createProvider(each)])),
    digestOf: (organisation) => (text) => createHmac('sha256', organisation).update(text).digest(),
  }
  let count = 0

  async function read(reading: Reading, documentId: string) {
    const document = documentInput(documentId, { useLlm: true, organisationId })
    const store: DocumentStore = {
      ...noStore,
      llmTerms: async () => ({ allowed, spentToday: String(calls.reduce((sum, { cost }) => sum + Number(cost), 0)) }),
      llmAnswer: async (_, key) => {
        const known = calls.find((call) => call.key === key && call.outcome === 'usable')
        return known ? { documentId: keptIn.get(known.exchange.sha256)!, exchange: known.exchange } : null
      },
      recordLlmCall: async (_, call) => {
        keptIn.set(call.exchange.sha256, documentId)
        calls.push(call)
      },
      ...own,
    }
    const deps = { blobs, types: documentTypes, llm, store, appVersion: 'test', pipelineKey: 'test', parseXml }
    const askLlm = createAskLlm(deps)
    const once: typeof askLlm = (asked, ...rest) => attempt(asked, () => askLlm(asked, ...rest))
    const stages = {
      planLlm: createPlanLlm(deps),
      // As the workflow's policy says: once more where that may help.
      askLlm: ((...args) => once(...args).catch((error) => (error.retryable ? once(...args) : Promise.reject(error)))) as typeof once,
    }
    const at = {
      document,
      inspection: INSPECTION,
      reading: await putJson(blobs, documentId, reading),
      part: { type, typeConfidence: 1, firstPage: 1, lastPage: reading.pages.length },
    }
    const outcome = await askInTurn(at, stages, () => {})
    return { at, deps, outcome, read: outcome.reading && (await getJson(blobs, documentId, outcome.reading, LlmReading)) }
  }

  return {
    blobs,
    calls,
    async ask(reading, documentId = `doc-${++count}`) {
      const before = calls.length
      const { outcome, read: found } = await read(reading, documentId)
      const exchanges = await Promise.all(calls.slice(before).map(({ exchange }) => getJson(blobs, documentId, exchange, Exchange)))
      return { asked: outcome.asked, read: found, exchanges }
    },
    async process(reading) {
      const { at, deps, outcome, read: found } = await read(reading, `doc-${++count}`)
      const { document, part } = at
      const extraction = await createExtract(deps)(document, at.inspection, at.reading, part, outcome)
      const validation = await createValidate(deps)(document, part, extraction, null)
      const scored = await createScore(deps)(document, { ...at, parts: [part], validation, timings: {} })
      return { read: found, result: await getJson(blobs, document.documentId, scored.result, Result) }
    },
  }
}

const INSPECTION: Inspection = { kind: 'accepted', format: 'pdf', mediaType: 'application/pdf', pageCount: 1, eInvoice: null, findings: [] }

/** One page, one line per text (core/llm/golden.ts). */
export function textPage(...lines: readonly string[]): Reading {
  return goldenReading(lines)
}

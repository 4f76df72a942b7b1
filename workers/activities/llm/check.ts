import { getJson, putJson } from '../../../adapters/blobs/json-blob.ts'
import { createMemoryBlobs } from '../../../adapters/blobs/memory-blobs.ts'
import type { ModelChecks } from '../../../adapters/db/index.ts'
import { chainFor } from '../../../adapters/llm/index.ts'
import type { Log } from '../../../adapters/log.ts'
import { canonicalJson } from '../../../core/canonical-json.ts'
import { PipelineError } from '../../../core/errors.ts'
import type { CheckCause, CheckedModel, LanguageModelChecks } from '../../../core/llm/check-models.ts'
import { addCounts, countGolden, fallenFields, type GoldenCounts, goldenReading } from '../../../core/llm/golden.ts'
import { LlmReading } from '../../../core/llm/llm-reading.ts'
import { dec } from '../../../core/rules/index.ts'
import type { DocumentInput } from '../../../core/stages.ts'
import type { Deps } from '../../deps.ts'
import { noStore } from '../../no-store.ts'
import { createAskLlm } from './ask.ts'
import { prepare, sha256 } from './prepare.ts'

/** Of nobody: the known documents come with Docket. */
const NOBODY = 'known-documents'

export interface CheckDeps extends Pick<Deps, 'types' | 'llm'> {
  readonly checks: Pick<ModelChecks, 'allowedAnywhere' | 'earlier' | 'record'>
  readonly log: Log
}

/** Asks the providers about the known documents of their types, as if they were anybody's, and compares what they read with the times before. */
export function createModelCheck({ types, llm, checks, log }: CheckDeps): LanguageModelChecks {
  return {
    /** What may be asked: every provider of a chain that is not barred, and outside ones only where some organisation allows them. */
    async planModelChecks(providers) {
      if (!llm) return []
      const allowed = await checks.allowedAnywhere()
      return types.flatMap(({ name: type, prompt }) => {
        if ((prompt?.golden ?? []).length === 0) return []
        return chainFor(llm.settings, type).flatMap(({ provider: { id, place, timeoutS }, barred }): readonly CheckedModel[] => {
          const may = barred === null && (place === 'inside' || allowed.some((one) => one.type === type && one.provider === id))
          const limitMs = timeoutS * 1000 * prompt!.golden!.length
          return may && (providers === null || providers.includes(id)) ? [{ type, provider: id, limitMs }] : []
        })
      })
    },

    async checkModel({ type: name, provider: id }, cause: CheckCause) {
      const type = types.find((one) => one.name === name)
      const provider = llm?.settings.providers.find((one) => one.id === id)
      if (!llm || !provider || !type?.prompt?.golden)
        throw new PipelineError('configuration', `The language model ${id} is not set up on this worker.`)
      const known = type.prompt.golden
      const counts: GoldenCounts[] = []
      let [model, cost] = [provider.model, dec('0')]
      for (const [i, { page, expected }] of known.entries()) {
        const blobs = createMemoryBlobs()
        const ask = createAskLlm({ blobs, types, llm, store: noStore })
        const document: DocumentInput = { ...KNOWN, documentId: `${NOBODY}-${i + 1}`, type: name }
        const reading = await putJson(blobs, document.documentId, goldenReading(page))
        const part = { type: name, typeConfidence: 1, firstPage: 1, lastPage: 1 }
        try {
          const answer = await ask(document, reading, part, { id, limitMs: provider.timeoutS * 1000 })
          const { use, candidates } = await getJson(blobs, document.documentId, answer, LlmReading)
          counts.push(countGolden(expected, candidates))
          model = use.model
          cost = cost.plus(dec(use.cost))
        } catch (error) {
          if (!(error instanceof PipelineError)) throw error
          // Who does not answer reads neither better nor worse.
          log.warn('llm_check_unanswered', { provider: id, type: name, document: i + 1, code: error.code })
        }
      }
      const fields = addCounts(counts)
      const golden = sha256(canonicalJson(known)).slice(0, 12)
      const complete = counts.length === known.length
      const fallen = complete ? fallenFields(await checks.earlier(name, id, golden), fields) : []
      await checks.record({
        type: name,
        provider: id,
        model,
        prompt: prepare(type, type.prompt).promptVersion,
        golden,
        cause,
        asked: known.length,
        answered: counts.length,
        fields,
        fallen,
        cost: cost.toFixed(8),
        currency: llm.settings.currency,
      })
      if (fallen.length > 0) log.warn('llm_reads_worse', { provider: id, model, type: name, fields: fallen.join(',') })
      else log.info('llm_checked', { provider: id, model, type: name, answered: counts.length, asked: known.length })
    },
  }
}

const KNOWN: Omit<DocumentInput, 'documentId' | 'type'> = {
  organisationId: NOBODY,
  file: { sha256: '0'.repeat(64), bytes: 0, mediaType: 'text/plain' },
  fileName: NOBODY,
  useLlm: true,
  duplicateOf: null,
  receivedAt: '2026-01-01T00:00:00.000Z',
  run: 1,
  render: 'when-needed',
}

import { getJson } from '../../../adapters/blobs/json-blob.ts'
import type { BlobRef } from '../../../core/blob-ref.ts'
import { Extraction } from '../../../core/extraction/extraction.ts'
import { compareShadow } from '../../../core/llm/compare-shadow.ts'
import { LlmReading } from '../../../core/llm/llm-reading.ts'
import type { Part } from '../../../core/result.ts'
import type { DocumentInput } from '../../../core/stages.ts'
import type { Deps } from '../../deps.ts'
import { createAskLlm } from './ask.ts'
import { createPlanLlm } from './plan.ts'
import { prepare } from './prepare.ts'

/**
 * Asks a second model about a live document and keeps its answer beside the one that is used, without using it. It is bound to the same terms as the first:
 * residency, permission, the budget of the day. Throws as `askLlm` does.
 */
export const createShadowLlm = ({ blobs, store, types, llm }: Pick<Deps, 'blobs' | 'store' | 'types' | 'llm'>) =>
  async function shadowLlm(document: DocumentInput, reading: BlobRef, part: Part, extraction: BlobRef): Promise<void> {
    const type = types.find(({ name }) => name === part.type)
    const { shadows = {} } = llm?.settings ?? {}
    const id = shadows[part.type] ?? shadows['*']
    if (!llm || !type?.prompt || id === undefined) return
    const alone = { ...llm, settings: { ...llm.settings, chains: { '*': [id] } } }
    const [planned] = await createPlanLlm({ llm: alone, types, store })(document, part)
    if (!planned) return
    const answer = await createAskLlm({ blobs, store, types, llm })(document, reading, part, planned)
    const { use, candidates } = await getJson(blobs, document.documentId, answer, LlmReading)
    const { chosen } = await getJson(blobs, document.documentId, extraction, Extraction)
    const { kinds } = prepare(type, type.prompt)
    const compared = compareShadow(chosen, candidates, (path) => kinds.has(path))
    await store.recordShadow(document, {
      type: type.name,
      provider: id,
      model: use.model,
      reading: answer,
      cost: use.cost,
      currency: use.currency,
      ...compared,
    })
  }

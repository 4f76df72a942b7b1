import type { BlobRef } from '../blob-ref.ts'
import type { Part } from '../result.ts'
import type { DocumentInput, Inspection, Stages } from '../stages.ts'
import type { LlmOutcome } from './llm-reading.ts'

export interface ToAskInTurn {
  readonly document: DocumentInput
  readonly inspection: Inspection
  readonly reading: BlobRef
  readonly part: Part
}

/**
 * Asks one provider after the other until one has answered. A document never fails for want of a language model: whatever goes wrong, it goes on without.
 * Data of an e-invoice needs no reader. `failure` rethrows what must not be swallowed (cancellation).
 */
export async function askInTurn(
  { document, inspection, reading, part }: ToAskInTurn,
  stages: Pick<Stages, 'planLlm' | 'askLlm'>,
  failure: (error: unknown) => unknown,
): Promise<LlmOutcome> {
  const orElse = async <T>(work: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work
    } catch (error) {
      failure(error)
      return otherwise
    }
  }
  if (!document.useLlm || inspection.eInvoice !== null) return { asked: false, reading: null }
  const providers = await orElse(stages.planLlm(document, part), [])
  for (const provider of providers) {
    const read = await orElse<BlobRef | null>(stages.askLlm(document, reading, part, provider), null)
    if (read) return { asked: true, reading: read }
  }
  return { asked: providers.length > 0, reading: null }
}

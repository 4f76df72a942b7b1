import { getJson } from '../../adapters/blobs/json-blob.ts'
import { correctedPaths } from '../../core/corrected-paths.ts'
import { Result } from '../../core/result.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'

/** Puts an approved document that a person had to correct into the organisation's golden set: no changed model may read those values worse. */
export async function keepGolden(
  document: DocumentInput,
  approved: Result,
  { blobs, store }: Pick<Deps, 'blobs' | 'store'>,
): Promise<void> {
  const ref = await store.handedOver(document)
  if (ref === null || approved.type === null) return
  const corrected = correctedPaths(await getJson(blobs, document.documentId, ref, Result), approved)
  if (corrected.length > 0) await store.keepGolden(document, approved.type, corrected)
}

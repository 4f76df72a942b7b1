import { getJson } from '../../adapters/blobs/json-blob.ts'
import { Result } from '../../core/result.ts'
import type { DocumentInput, Returned, TakenUp } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'

/** Where a record that came back goes on: with the very words and values that were read, so that the person sees what was approved. */
export const createTakeUp = ({ blobs }: Pick<Deps, 'blobs'>) =>
  async function takeUp({ documentId }: DocumentInput, returned: Returned): Promise<TakenUp | null> {
    const { reading, extraction, parts } = await getJson(blobs, documentId, returned.result, Result)
    return reading && extraction ? { reading, extraction, parts } : null
  }

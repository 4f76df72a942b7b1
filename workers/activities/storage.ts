import { getJson } from '../../adapters/blobs/json-blob.ts'
import { Result } from '../../core/result.ts'
import type { Stages } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'

/** The stages that touch the database: the journal, the frozen record, its way out. */
export function createStorage({ blobs, store }: Pick<Deps, 'blobs' | 'store'>): Pick<Stages, 'journal' | 'publish' | 'deliver'> {
  return {
    journal: (event) => store.journal(event),
    publish: async (document, result, approvedBy) => {
      const { data } = await getJson(blobs, document.documentId, result, Result)
      return store.publish(document, result, data, approvedBy)
    },
    deliver: (document, recordId) => store.deliver(document, recordId),
  }
}

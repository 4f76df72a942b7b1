import { getJson } from '../../adapters/blobs/json-blob.ts'
import { getReading } from '../../adapters/blobs/reading-blob.ts'
import { sketchOf } from '../../core/llm/sketch.ts'
import { Result } from '../../core/result.ts'
import type { Stages } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'
import { judge } from './judge.ts'
import { keepGolden } from './keep-golden.ts'
import { learn } from './learn.ts'

/** The stages that touch the database: the journal, the frozen record, its way out. */
export function createStorage({
  blobs,
  store,
  types,
  llm,
}: Pick<Deps, 'blobs' | 'store' | 'types' | 'llm'>): Pick<Stages, 'journal' | 'splitOff' | 'reportPages' | 'publish' | 'deliver'> {
  return {
    journal: (event) => store.journal(event),
    splitOff: (document, inspection, reading, parts) => store.splitOff(document, inspection, reading, parts),
    reportPages: (document, pages) => store.reportPages(document, pages),
    publish: async (document, result, approvedBy) => {
      const approved = await getJson(blobs, document.documentId, result, Result)
      const record = await store.publish(document, result, approved.data, approvedBy)
      const type = types.find(({ name }) => name === approved.type)
      if (approvedBy !== 'system' && type) await judge(document, type, approved, { blobs, store })
      if (approvedBy !== 'system') await keepGolden(document, approved, { blobs, store })
      if (approvedBy !== 'system' && type && approved.reading) {
        const reading = await getReading(blobs, document.documentId, approved.reading)
        await learn(document, type, reading, approved, store)
        if (llm && type.prompt) await store.rememberExample(document, type.name, sketchOf(reading, llm.digestOf(document.organisationId)))
      }
      return record
    },
    deliver: (document, recordId) => store.deliver(document, recordId),
  }
}

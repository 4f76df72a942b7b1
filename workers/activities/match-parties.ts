import { type Matched, matchCompany } from '../../core/master-data/index.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { DocumentStore } from '../deps.ts'

/** Which of the organisation's companies a document's parties are; undefined where the type has none or the organisation keeps no list. */
export async function matchParties(
  type: DocumentType,
  data: unknown,
  document: DocumentInput,
  store: DocumentStore,
): Promise<Matched | undefined> {
  const parties = type.printedParties?.(data)
  if (!parties) return undefined
  const { suppliers, own } = await store.knownCompanies(document.organisationId, parties.seller)
  if (suppliers === null && own === null) return undefined
  return { seller: suppliers && matchCompany(parties.seller, suppliers), buyer: own && matchCompany(parties.buyer, own) }
}

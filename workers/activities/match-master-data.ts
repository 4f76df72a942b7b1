import { type Matched, matchCompany } from '../../core/master-data/index.ts'
import { type LineMatch, matchOrder, type OrderMatch } from '../../core/orders/index.ts'
import { Decimal } from '../../core/rules/index.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { DocumentStore } from '../deps.ts'

/** What master data says about a document; undefined where the organisation keeps none that concerns it. */
export async function matchMasterData(
  type: DocumentType,
  data: unknown,
  document: DocumentInput,
  store: MasterStore,
): Promise<Matched | undefined> {
  const parties = await matchParties(type, data, document, store)
  const order = await matchedOrder(type, data, document, store, parties?.seller?.company?.code ?? null)
  if (!parties && order === null) return undefined
  return { ...(parties ?? { seller: null, buyer: null }), ...(order && { order }) }
}

type MasterStore = Pick<DocumentStore, 'knownCompanies' | 'knownOrder' | 'rememberBilling'>

/** Which of the organisation's companies the parties are; undefined where the type has none or the organisation keeps no list. */
async function matchParties(type: DocumentType, data: unknown, document: DocumentInput, store: MasterStore): Promise<Matched | undefined> {
  const parties = type.printedParties?.(data)
  if (!parties) return undefined
  const { suppliers, own } = await store.knownCompanies(document.organisationId, parties.seller)
  if (suppliers === null && own === null) return undefined
  return { seller: suppliers && matchCompany(parties.seller, suppliers), buyer: own && matchCompany(parties.buyer, own) }
}

async function matchedOrder(
  type: DocumentType,
  data: unknown,
  document: DocumentInput,
  store: MasterStore,
  supplier: string | null,
): Promise<OrderMatch | null> {
  const billed = type.billed?.(data) ?? null
  const known = billed && (await store.knownOrder(document, billed.number, supplier))
  if (!billed || !known) return null
  if (!known.order) return { state: 'unknown', number: billed.number }
  const match = matchOrder(billed, known.order, known.tolerances, known.billedBefore)
  await store.rememberBilling(document, billed.number, quantitiesOf(match.lines))
  return match
}

function quantitiesOf(lines: readonly LineMatch[]): ReadonlyMap<string, string> {
  const sums = new Map<string, string>()
  for (const { no, quantity } of lines)
    if (no !== null && quantity !== null) sums.set(no, new Decimal(sums.get(no) ?? 0).plus(quantity).toFixed())
  return sums
}

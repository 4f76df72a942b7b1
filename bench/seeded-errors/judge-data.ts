import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { createMemoryBlobs } from '../../adapters/blobs/memory-blobs.ts'
import type { Extraction } from '../../core/extraction/extraction.ts'
import type { Candidate, Field, Value } from '../../core/field.ts'
import type { Finding } from '../../core/finding.ts'
import { setAt } from '../../core/paths.ts'
import type { DocumentInput } from '../../core/stages.ts'
import { Validation } from '../../core/validation.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createValidate } from '../../workers/activities/validate.ts'
import { noStore } from '../../workers/no-store.ts'

export interface Judged {
  readonly fields: Readonly<Record<string, Field>>
  readonly findings: readonly Finding[]
}

const blobs = createMemoryBlobs()

/**
 * The real validation stage on values as a page would give them. `known`: an earlier approved invoice of the same seller, with the account that the
 * first call for this seller had, is in the history.
 */
export async function judgeData(printed: Readonly<Record<string, Value>>, known: boolean): Promise<Judged> {
  await blobs.erase('x')
  const chosen = Object.entries(printed).map(([path, value]): [string, Candidate] => [
    path,
    {
      path,
      value,
      raw: String(value),
      source: 'text',
      extractor: 'labels',
      score: 1,
      evidence: [{ page: 1, box: null, text: String(value) }],
    },
  ])
  const extraction: Extraction = { chosen: Object.fromEntries(chosen), others: {}, findings: [] }
  const input = { documentId: 'x', organisationId: 'x', receivedAt: '2026-11-01T00:00:00Z' } as unknown as DocumentInput
  const store = { ...noStore, history: async () => (known ? [earlier(printed)] : []) }
  const validate = createValidate({ blobs, types: documentTypes, store })
  const part = { type: documentTypes[0]!.name, typeConfidence: 1, firstPage: 1, lastPage: 1 }
  return getJson(blobs, 'x', await validate(input, part, await putJson(blobs, 'x', extraction), null), Validation)
}

const accounts = new Map<string, Readonly<Record<string, Value>>>()
const SELLER = ['seller.name', 'seller.vatId', 'seller.inn', 'seller.taxRegId', 'payment.iban', 'payment.account']

/** Another invoice of the same seller, last year. */
function earlier(printed: Readonly<Record<string, Value>>) {
  const seller = String(printed['seller.name'])
  const own = Object.fromEntries(SELLER.flatMap((path) => (printed[path] === undefined ? [] : [[path, printed[path]]])))
  if (!accounts.has(seller + printed.number)) accounts.set(seller + printed.number, own)
  const data: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(accounts.get(seller + printed.number)!)) setAt(data, path, value)
  setAt(data, 'number', 'EARLIER-1')
  setAt(data, 'issueDate', '2025-01-01')
  setAt(data, 'totals.gross', '1.00')
  return { documentId: 'earlier', approved: true, data }
}

import { getJson } from '../adapters/blobs/json-blob.ts'
import { getReading } from '../adapters/blobs/reading-blob.ts'
import type { Reading } from '../core/reading.ts'
import { Result } from '../core/result.ts'
import type { DocumentType } from '../schemas/define.ts'
import type { Storage } from './serve/open-storage.ts'

const PAGE = 200
/** Who approves what no person has looked at: it would teach only what the machine believes already. */
const MACHINE = 'system'

export interface ApprovedDocument {
  readonly type: DocumentType
  readonly id: string
  readonly fileName: string
  /** As the record froze it. */
  readonly data: Readonly<Record<string, unknown>>
  readonly result: Result
  readonly reading: Reading
}

/** Every document of these types that a person approved, with the words it was read from. Structured data was not read off a page and is left out. */
export async function* approvedByPeople(
  { records, documents, blobs }: Storage,
  organisationId: string,
  types: readonly DocumentType[],
): AsyncGenerator<ApprovedDocument> {
  let cursor: string | null = null
  for (;;) {
    const page = await records.after(organisationId, cursor, PAGE)
    for (const record of page.records) {
      const type = types.find(({ name }) => name === record.type)
      if (!type || record.approvedBy === MACHINE) continue
      const row = await documents.get(organisationId, record.documentId)
      const result = row?.result ? await getJson(blobs, row.id, row.result, Result) : null
      // A page without its words teaches nothing.
      if (!row || !result?.reading || Object.values(result.fields).some(({ source }) => source === 'xml')) continue
      yield {
        type,
        id: row.id,
        fileName: row.fileName,
        data: record.data,
        result,
        reading: await getReading(blobs, row.id, result.reading),
      }
    }
    if (page.records.length < PAGE) return
    cursor = page.next
  }
}

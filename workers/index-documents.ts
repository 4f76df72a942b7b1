import type { BlobStore } from '../adapters/blobs/blob-store.ts'
import { getJson } from '../adapters/blobs/json-blob.ts'
import { pagesOf } from '../adapters/blobs/reading-blob.ts'
import type { DocumentRow, DueDocument, SearchEntries } from '../adapters/db/index.ts'
import { PipelineError } from '../core/errors.ts'
import { specPath } from '../core/paths.ts'
import { Result } from '../core/result.ts'
import { type EntryPassage, pagePassages, type SearchEntry, searchEntry } from '../core/search/index.ts'
import type { DocumentType } from '../schemas/define.ts'

export interface IndexDeps {
  readonly blobs: BlobStore
  readonly searchDue: {
    take(limit: number): Promise<readonly DueDocument[]>
    done(due: DueDocument): Promise<unknown>
    row(due: DueDocument): Promise<DocumentRow | null>
  }
  readonly searchEntries: Pick<SearchEntries, 'write' | 'forget'>
  readonly types: readonly DocumentType[]
}

const BATCH = 20

export interface IndexRound {
  readonly taken: number
  /** Codes of documents that could not be brought in; they are tried again later. */
  readonly failed: readonly string[]
}

/** Brings documents whose result is new into the search index, a few at a time. Safe to run in several processes. */
export async function indexDocuments(deps: IndexDeps): Promise<IndexRound> {
  const due = await deps.searchDue.take(BATCH)
  const failed: string[] = []
  for (const one of due)
    try {
      await indexDocument(deps, one)
      await deps.searchDue.done(one)
    } catch (error) {
      failed.push(error instanceof PipelineError ? error.code : error instanceof Error ? error.name : typeof error)
    }
  return { taken: due.length, failed }
}

async function indexDocument({ blobs, searchDue, searchEntries, types }: IndexDeps, due: DueDocument): Promise<void> {
  const { documentId, organisationId } = due
  const row = await searchDue.row(due)
  if (!row?.result) return
  try {
    const result = await getJson(blobs, documentId, row.result, Result)
    const read: EntryPassage[] = []
    if (result.reading)
      for await (const page of pagesOf(blobs, documentId, result.reading))
        if (isOwnPage(row, result, page.index)) read.push(...pagePassages(page))
    const entry = entryOf(result, read, row.fileName, types)
    await searchEntries.write({ documentId, organisationId, run: row.run, status: row.status }, entry)
  } catch (error) {
    // Erased meanwhile: what nobody can open must not be found either.
    if (!(error instanceof PipelineError && error.code === 'blob_missing')) throw error
    await searchEntries.forget(organisationId, documentId)
  }
}

/** What can be found of a result, with captions in every language. `read`: the passages of its pages. */
export function entryOf(result: Result, read: readonly EntryPassage[], fileName: string, types: readonly DocumentType[]): SearchEntry {
  const type = types.find(({ name }) => name === result.type)
  const captions = new Map(type?.fields.map(({ path, caption }) => [path, `${caption.ru} ${caption.en}`]))
  return searchEntry(result, read, fileName, {
    captionOf: (path) => captions.get(specPath(path)) ?? '',
    typeCaption: type ? `${type.caption.ru} ${type.caption.en}` : '',
  })
}

/** The uploaded document of a file with several keeps the reading of all its pages; those of the others are found with the others. */
function isOwnPage({ partOf }: DocumentRow, { parts: [first, ...others] }: Result, page: number): boolean {
  const sharesFile = partOf === null && others.length > 0 && first?.cut === 'sure'
  return !sharesFile || (page >= first.firstPage && page <= first.lastPage)
}

import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import { linkPages } from '../../core/layout/index.ts'
import { type Page, Reading, type Word } from '../../core/reading.ts'
import type { BlobStore } from './blob-store.ts'
import { getJson, putJson } from './json-blob.ts'

/** A long file's Reading is a list of the Readings of its page ranges, in order: joining and loading it never takes more than one of them. */
const JoinedReading = z.object({ ranges: z.array(BlobRef).min(1) })
const StoredReading = z.union([JoinedReading, Reading])

/** The Readings of consecutive page ranges as one, without opening them. */
export function joinReadings(blobs: BlobStore, documentId: string, ranges: readonly BlobRef[]): Promise<BlobRef> {
  return putJson(blobs, documentId, { ranges: [...ranges] } satisfies z.infer<typeof JoinedReading>)
}

/** All pages of a Reading blob, with what goes on from one range into the next. For a file of thousands of pages prefer `pagesOf`. */
export async function getReading(blobs: BlobStore, documentId: string, ref: BlobRef): Promise<Reading> {
  const pages: Page[] = []
  for await (const page of pagesOf(blobs, documentId, ref)) pages.push(page)
  return { pages: linkPages(pages) }
}

/** The first pages of a Reading blob: all of a short file, the first range of a long one. What a file is says its beginning. */
export async function getFirstPages(blobs: BlobStore, documentId: string, ref: BlobRef): Promise<Reading> {
  const stored = await getJson(blobs, documentId, ref, StoredReading)
  return 'ranges' in stored ? getFirstPages(blobs, documentId, stored.ranges[0]!) : { pages: stored.pages.map(withSharedWords) }
}

/** The pages of a Reading blob in order, a range in memory at a time; each knows only the other pages of its range. */
export async function* pagesOf(blobs: BlobStore, documentId: string, ref: BlobRef): AsyncGenerator<Page> {
  const stored = await getJson(blobs, documentId, ref, StoredReading)
  if ('ranges' in stored) for (const range of stored.ranges) yield* pagesOf(blobs, documentId, range)
  else for (const page of stored.pages) yield withSharedWords(page)
}

/** Words of a table are words of its lines. As JSON each is there twice; in memory once is enough, and words are most of what a long file weighs. */
function withSharedWords(page: Page): Page {
  if (page.tables.length === 0) return page
  const known = new Map<number, Word[]>()
  for (const line of page.lines)
    for (const word of line.words) {
      const same = known.get(word.box.x0)
      if (same) same.push(word)
      else known.set(word.box.x0, [word])
    }
  const shared = (word: Word) =>
    known.get(word.box.x0)?.find(({ box, text }) => text === word.text && box.y0 === word.box.y0 && box.x1 === word.box.x1) ?? word
  const tables = page.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, words: cell.words.map(shared) })),
  }))
  return { ...page, tables }
}

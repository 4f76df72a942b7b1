import type { Page, Word } from '../../../core/reading.ts'

export type Read = Pick<Page, 'lines' | 'tables'>

const pages = new Map<string, Promise<Read | null>>()

/** What was read on a page, fetched once: layers, word cursor and completion all ask here. Null = read by an older version. */
export function readingOf(documentId: string, page: string): Promise<Read | null> {
  const key = `${documentId}/${page}`
  const known = pages.get(key) ?? fetchPage(documentId, page)
  pages.set(key, known)
  return known
}

export function wordsOf(read: Read): readonly Word[] {
  return read.lines.flatMap((line) => line.words)
}

async function fetchPage(documentId: string, page: string): Promise<Read | null> {
  const response = await fetch(`/api/v1/documents/${documentId}/pages/${page}/reading`)
  return response.ok ? ((await response.json()) as Read) : null
}

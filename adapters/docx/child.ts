// The process in which hostile Word documents are unpacked and parsed.
import type { GuardedFile } from '../guarded/protocol.ts'
import { serve } from '../guarded/serve.ts'
import { readWordDocument } from './read-word.ts'
import type { WordDocument } from './word-reader.ts'

export interface Request {
  readonly file: GuardedFile
  readonly maxPages: number
  readonly range: { readonly first: number; readonly last: number } | undefined
}

let last: { readonly key: string; readonly document: WordDocument } | null = null

serve(async ({ file: { key }, maxPages, range }: Request, bytes): Promise<WordDocument> => {
  // The ranges of a long file come one after the other: it is parsed once.
  if (last?.key !== key) last = { key, document: await readWordDocument(Buffer.from(bytes), { maxPages }) }
  const { document } = last
  return range ? { ...document, pages: document.pages.slice(range.first - 1, range.last) } : document
}, 'The Word document is damaged. Open it, save it again or print it to PDF, and upload that.')

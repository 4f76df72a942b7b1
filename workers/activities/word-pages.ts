import { putJson } from '../../adapters/blobs/json-blob.ts'
import { drawPage } from '../../adapters/docx/index.ts'
import type { StoredFile } from '../../adapters/guarded/index.ts'
import type { PageRef } from '../../core/reading.ts'
import type { DocumentInput, PageRange } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'

/** Pages of a Word document: its words are given, only their places are ours. Pictures are drawn where a reviewer will look. */
export async function wordPages(
  { blobs, word }: Pick<Deps, 'blobs' | 'word'>,
  document: DocumentInput,
  file: StoredFile,
  range: PageRange,
): Promise<readonly PageRef[]> {
  const { pages } = await word.read(file, range)
  const refs: PageRef[] = []
  for (const page of pages) {
    const { index, widthPx, heightPx, words } = page
    const image = document.render === 'always' ? await blobs.put(document.documentId, await drawPage(page), 'image/png') : null
    refs.push({
      index,
      widthPx,
      heightPx,
      image,
      words: await putJson(blobs, document.documentId, page),
      error: null,
      ...(words.length === 0 && { blank: true }),
    })
  }
  return refs
}

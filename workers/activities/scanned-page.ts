import { putJson } from '../../adapters/blobs/json-blob.ts'
import type { PageToStraighten } from '../../adapters/images/index.ts'
import type { PageRef, PageWords } from '../../core/reading.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'

/** A page that is only an image: put upright and level, graded; a blank one is done, all others go to OCR. */
export async function scannedPage(
  { blobs, images }: Pick<Deps, 'blobs' | 'images'>,
  { documentId }: DocumentInput,
  index: number,
  image: PageToStraighten,
): Promise<PageRef> {
  const { bytes, mediaType, widthPx, heightPx, quality, blank, straightened } = await images.straighten(image)
  const nothing: PageWords = { index, widthPx, heightPx, source: 'none', engine: null, words: [], rules: [] }
  return {
    index,
    widthPx,
    heightPx,
    image: await blobs.put(documentId, bytes, mediaType),
    words: blank ? await putJson(blobs, documentId, nothing) : null,
    error: null,
    quality,
    ...(straightened && { straightened }),
    ...(blank && { blank }),
  }
}

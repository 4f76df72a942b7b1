import { putJson } from '../../adapters/blobs/json-blob.ts'
import { PipelineError } from '../../core/errors.ts'
import type { PageRef, PageWords } from '../../core/reading.ts'
import type { DocumentInput, OcrResult } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'

/** Words of one page image. */
export const createOcr = ({ blobs, ocr: engine }: Pick<Deps, 'blobs' | 'ocr'>) =>
  async function ocr(document: DocumentInput, page: PageRef): Promise<OcrResult> {
    if (!page.image) throw new PipelineError('internal', `Page ${page.index} has no image to read.`)
    const { words, rules } = await engine.recognise(await blobs.get(document.documentId, page.image))
    const read: PageWords = {
      index: page.index,
      widthPx: page.widthPx,
      heightPx: page.heightPx,
      source: 'ocr',
      engine: engine.name,
      words,
      rules,
    }
    return { words: await putJson(blobs, document.documentId, read) }
  }

/** Words of several page images, one after the other: the worker's other slots do the other pages. */
export const createOcrPages = (deps: Pick<Deps, 'blobs' | 'ocr'>) => {
  const ocr = createOcr(deps)
  return async function ocrPages(document: DocumentInput, pages: readonly PageRef[]): Promise<readonly OcrResult[]> {
    const results: OcrResult[] = []
    for (const page of pages) results.push(await ocr(document, page))
    return results
  }
}

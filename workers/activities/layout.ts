import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { joinReadings as joinBlobs } from '../../adapters/blobs/reading-blob.ts'
import type { Marks } from '../../adapters/marks/page-marks.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { PipelineError } from '../../core/errors.ts'
import { layOutPage, linkPages, unreadPage } from '../../core/layout/index.ts'
import { type Page, type PageRef, PageWords, type Reading } from '../../core/reading.ts'
import type { DocumentInput, PageReading } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'

/** Words of all pages → one Reading blob. A page without words stays as a hole with its error. */
export const createLayout = ({ blobs, marks }: Pick<Deps, 'blobs' | 'marks'>) =>
  async function layout(document: DocumentInput, pages: readonly PageReading[]): Promise<BlobRef> {
    const pagesRead: Page[] = []
    for (const { page, words, error } of pages) {
      if (words === null)
        pagesRead.push({ ...unreadPage(page, error ?? { code: 'unreadable', message: 'The page could not be read.' }), ...factsOf(page) })
      else {
        const read = await getJson(blobs, document.documentId, words, PageWords)
        const found = page.image ? await search(marks, await blobs.get(document.documentId, page.image)) : null
        pagesRead.push({
          ...layOutPage(withRules(read, found)),
          error,
          ...factsOf(page),
          ...(found && { codes: found.codes, regions: found.regions }),
        })
      }
    }
    return putJson(blobs, document.documentId, { pages: linkPages(pagesRead) } satisfies Reading)
  }

/** A page that cannot be searched for codes and marks is still read; `codes` and `regions` are absent from it then, which is not the same as none. */
async function search(marks: Deps['marks'], image: Uint8Array): Promise<Marks | null> {
  try {
    return await marks.find(image)
  } catch (error) {
    if (error instanceof PipelineError) return null
    throw error
  }
}

/** A PDF says exactly what it draws; on a picture the lines are looked for. */
function withRules(page: PageWords, found: Marks | null): PageWords {
  return page.source === 'ocr' && found ? { ...page, rules: found.rules } : page
}

/** What the pages stage found out, carried over as it is. */
function factsOf({ image, quality, straightened, blank, hiddenText, textLayer }: PageRef): Partial<Page> {
  return {
    image,
    ...(quality && { quality }),
    ...(straightened && { straightened }),
    ...(blank && { blank }),
    ...(hiddenText && { hiddenText }),
    ...(textLayer && { textLayer }),
  }
}

/** Readings of consecutive ranges as one; what goes on from one range into the next is linked by whoever loads them all. */
export const createJoinReadings = ({ blobs }: Pick<Deps, 'blobs'>) =>
  function joinReadings(document: DocumentInput, readings: readonly BlobRef[]): Promise<BlobRef> {
    return joinBlobs(blobs, document.documentId, readings)
  }

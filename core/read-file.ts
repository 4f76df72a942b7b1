import type { BlobRef } from './blob-ref.ts'
import type { Refusal } from './errors.ts'
import { pageRanges } from './page-ranges.ts'
import type { PageRef } from './reading.ts'
import type { DocumentInput, Inspection, PageRange, PageReading, Stages } from './stages.ts'

/** How much of a long file is under way at once. A workflow records it at its start: changing it later would change the order of its steps. */
export interface Pace {
  /** Ranges of pages; with two, the pages of one are drawn while those of the other are read. */
  readonly rangesAtOnce: number
  /** Pages that one OCR step takes of a file of several ranges: a step a page would make the history of a long scan too long. */
  readonly pagesAStep: number
}

export const ONE_BY_ONE: Pace = { rangesAtOnce: 1, pagesAStep: 1 }

export interface ReadingSteps {
  readonly stages: Pick<Stages, 'pages' | 'ocr' | 'ocrPages' | 'layout' | 'joinReadings'>
  readonly pace: Pace
  timed<T>(stage: string, work: Promise<T>): Promise<T>
  failure(error: unknown): { readonly code: string; readonly message: string }
  /** Told as pages get read; not in the order of pages. */
  pagesRead(done: number, total: number): void
}

/**
 * Pages, OCR and layout of the whole file, range by range, and one Reading blob of it all. A page or a later range that cannot be read is a
 * hole in it; when the first range cannot be opened nothing is read yet, and the file is refused.
 */
export async function readFile(
  document: DocumentInput,
  inspection: Inspection,
  { stages, pace, timed, failure, pagesRead }: ReadingSteps,
): Promise<{ readonly kind: 'read'; readonly reading: BlobRef } | Refusal> {
  const ranges = pageRanges(inspection.pageCount)
  const pagesAStep = ranges.length > 1 ? pace.pagesAStep : 1
  let done = 0
  pagesRead(0, inspection.pageCount)
  const count = (readings: readonly PageReading[]) => {
    done += readings.length
    pagesRead(done, inspection.pageCount)
    return readings
  }
  /** A page that cannot be read is a visible hole in the result, never a reason to lose the other pages. */
  const readPage = async (page: PageRef): Promise<PageReading> => {
    if (isDone(page)) return { page, words: page.words, error: page.error }
    try {
      return { page, words: (await stages.ocr(document, page)).words, error: null }
    } catch (error) {
      return { page, words: null, error: failure(error) }
    }
  }
  const readPages = async (pages: readonly PageRef[]): Promise<readonly PageReading[]> => {
    if (pages.length > 1) {
      try {
        const read = await stages.ocrPages(document, pages)
        return count(pages.map((page, i) => ({ page, words: read[i]?.words ?? null, error: null })))
      } catch (error) {
        failure(error) // a cancellation ends here
        // One page of them is at fault: each by itself shows which.
      }
    }
    return Promise.all(pages.map(async (page) => count([await readPage(page)])[0]!))
  }
  const layOut = async (pages: readonly PageRef[]): Promise<BlobRef> => {
    const steps = inSteps(pages, pagesAStep)
    const read = (await timed('ocr', Promise.all(steps.map(readPages)))).flat()
    const order = new Map(pages.map(({ index }, at) => [index, at]))
    return timed(
      'layout',
      stages.layout(
        document,
        read.toSorted((a, b) => order.get(a.page.index)! - order.get(b.page.index)!),
      ),
    )
  }
  const pagesOf = (range: PageRange) => timed('pages', stages.pages(document, inspection, range))

  const opened = await pagesOf(ranges[0]!)
  if (opened.kind === 'refused') return opened
  const readings = await inLanes(ranges, pace.rangesAtOnce, async (range, i) => {
    const paged = i === 0 ? opened : await pagesOf(range)
    return layOut(paged.kind === 'refused' ? lostPages(range, paged) : paged.pages)
  })
  const [first] = readings
  const reading = first && readings.length === 1 ? first : await timed('layout', stages.joinReadings(document, readings))
  return { kind: 'read', reading }
}

function isDone({ error, words, image }: PageRef): boolean {
  return error !== null || words !== null || image === null
}

/** Pages that need OCR in groups of at most `size`; every other page by itself. */
function inSteps(pages: readonly PageRef[], size: number): readonly (readonly PageRef[])[] {
  const waiting = pages.filter((page) => !isDone(page))
  const groups = Array.from({ length: Math.ceil(waiting.length / size) }, (_, i) => waiting.slice(i * size, (i + 1) * size))
  return [...groups, ...pages.filter(isDone).map((page) => [page])]
}

/** Pages of a range that could not be opened. Nothing is known of their size: A4 at the usual raster. */
function lostPages({ first, last }: PageRange, { code, message }: Refusal): readonly PageRef[] {
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    index: first + i,
    widthPx: 1414,
    heightPx: 2000,
    image: null,
    words: null,
    error: { code, message },
  }))
}

/** `work` over all items, at most `lanes` at once, results in the order of the items. After a failure no further item is begun. */
async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T, index: number) => Promise<R>): Promise<readonly R[]> {
  const results = new Array<R>(items.length)
  let next = 0
  let failed = false
  const run = async () => {
    while (next < items.length && !failed) {
      const at = next++
      try {
        results[at] = await work(items[at]!, at)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, run))
  return results
}

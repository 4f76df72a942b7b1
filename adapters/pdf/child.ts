// The process in which hostile PDFs are parsed.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { serve } from '../guarded/serve.ts'
import { readFacts } from './facts.ts'
import { openDocument } from './open-document.ts'
import { readPageText } from './page-text.ts'
import type { Request } from './protocol.ts'
import { type OpenFile, pdfiumText, renderPages } from './render.ts'

serve(answer, 'The PDF is damaged. Export or scan the document again.')

async function answer(request: Request, bytes: Uint8Array): Promise<unknown> {
  const file = { key: JSON.stringify([request.file.key, request.password]), bytes, password: request.password }
  if (request.kind === 'render') return renderPages(file, request.pages, request.longestSidePx)
  const { document, rebuilt } = await opened(file)
  if (request.kind === 'inspect') return readFacts({ document, rebuilt }, bytes, request.maxPages)
  const pages = []
  const failed = []
  const { first, last } = request.range ?? { first: 1, last: document.numPages }
  for (let index = first; index <= Math.min(last, document.numPages); index++) {
    try {
      pages.push(await readPageText(document, index, (page) => pdfiumText(file, page)))
    } catch {
      failed.push({ index, code: 'unreadable', message: 'The text of the page cannot be read.' })
    }
  }
  return { pages, failed }
}

interface Opened {
  readonly document: PDFDocumentProxy
  /** pdf.js had to search the file for its objects. */
  readonly rebuilt: boolean
}

let last: (Opened & { readonly key: string }) | null = null

// pdf.js repairs in silence; only its warnings tell (Node has no other reader of them here, stdout is closed).
const REPAIRS = /Indexing all PDF objects|checkLastPage|XRef\.parse|indexObjects/
let repairs = 0
console.warn = (message: unknown) => {
  if (REPAIRS.test(String(message))) repairs++
}

/** The ranges of a long file come one after the other: it is parsed once. pdf.js takes its bytes over, hence the copy. */
async function opened({ key, bytes, password }: OpenFile): Promise<Opened> {
  if (last?.key === key) {
    await last.document.cleanup()
    return last
  }
  await last?.document.loadingTask.destroy()
  last = null
  const before = repairs
  const document = await openDocument(new Uint8Array(bytes), password)
  last = { key, document, rebuilt: repairs > before }
  return last
}

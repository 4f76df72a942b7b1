// The process in which hostile PDFs are parsed. It talks to its parent over IPC only, one request at a time, and may be killed at any moment.
import { PipelineError } from '../../core/errors.ts'
import { readFacts } from './facts.ts'
import { openDocument } from './open-document.ts'
import { readPageText } from './page-text.ts'
import type { Answer, Request } from './protocol.ts'
import { pdfiumText, renderPages } from './render.ts'

process.on('message', (request: Request) => {
  answer(request).then(
    (value) => process.send?.({ ok: true, value } satisfies Answer),
    (error: unknown) => process.send?.(failure(error)),
  )
})
process.on('disconnect', () => process.exit(0))

async function answer(request: Request): Promise<unknown> {
  if (request.kind === 'warm') return import('pdfjs-dist/legacy/build/pdf.mjs').then(() => null)
  if (request.kind === 'render') return renderPages(request.bytes, request.pages, request.longestSidePx)
  // pdf.js takes the bytes over: the facts look at the raw file as well.
  const document = await openDocument(new Uint8Array(request.bytes))
  if (request.kind === 'inspect') return readFacts(document, request.bytes, request.maxPages)
  const pages = []
  const failed = []
  const { first, last } = request.range ?? { first: 1, last: document.numPages }
  for (let index = first; index <= Math.min(last, document.numPages); index++) {
    try {
      pages.push(await readPageText(document, index, (page) => pdfiumText(request.bytes, page)))
    } catch {
      failed.push({ index, code: 'unreadable', message: 'The text of the page cannot be read.' })
    }
  }
  return { pages, failed }
}

function failure(error: unknown): Answer {
  if (error instanceof PipelineError) return { ok: false, code: error.code, message: error.message }
  return { ok: false, code: 'unreadable', message: 'The PDF is damaged. Export or scan the document again.' }
}

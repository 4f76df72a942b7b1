import { createGuardedPool, type StoredFile } from '../guarded/index.ts'
import type { PdfReader } from './pdf-reader.ts'
import type { Request } from './protocol.ts'

export type { PdfFacts, PdfPageText, PdfReader, RenderedPage } from './pdf-reader.ts'

export interface PdfReaderOptions {
  readonly memoryMb: number
  readonly timeoutMs: number
  readonly maxPages: number
  readonly filesPerProcess?: number
}

const PDF = { script: new URL('./child.ts', import.meta.url), what: 'PDF' }

/** A PdfReader over guarded child processes. */
export function createPdfReader({ memoryMb, timeoutMs, maxPages, filesPerProcess = 20 }: PdfReaderOptions): PdfReader {
  const pool = createGuardedPool(PDF, { memoryMb, timeoutMs, filesPerProcess })
  const ask = <T>(source: Uint8Array | StoredFile, request: Asked) => pool.ask<T>(source, (file) => ({ ...request, file }) as Request)
  return {
    inspect: (file, password) => ask(file, { kind: 'inspect', password, maxPages }),
    text: (file, range, password) => ask(file, { kind: 'text', password, range }),
    render: (file, pages, longestSidePx, password) => ask(file, { kind: 'render', password, pages, longestSidePx }),
    close: async () => pool.close(),
  }
}

/** A request before it is known which process gets it, and whether that one has the file. */
type Asked = Request extends infer One ? (One extends Request ? Omit<One, 'file'> : never) : never

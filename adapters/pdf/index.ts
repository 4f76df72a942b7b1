import { createGuardedPool } from '../guarded/index.ts'
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
  const ask = <T>(bytes: Uint8Array, request: Asked) => pool.ask<T>(bytes, (file) => ({ ...request, file }) as Request)
  return {
    inspect: (bytes, password) => ask(bytes, { kind: 'inspect', password, maxPages }),
    text: (bytes, range, password) => ask(bytes, { kind: 'text', password, range }),
    render: (bytes, pages, longestSidePx, password) => ask(bytes, { kind: 'render', password, pages, longestSidePx }),
    close: async () => pool.close(),
  }
}

/** A request before it is known which process gets it, and whether that one has the file. */
type Asked = Request extends infer One ? (One extends Request ? Omit<One, 'file'> : never) : never

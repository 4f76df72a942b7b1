import { type GuardedProcess, startGuardedProcess } from './guarded-process.ts'
import type { PdfReader } from './pdf-reader.ts'
import type { Request } from './protocol.ts'

export type { PdfFacts, PdfPageText, PdfReader, RenderedPage } from './pdf-reader.ts'

export interface PdfReaderOptions {
  readonly memoryMb: number
  readonly timeoutMs: number
  readonly maxPages: number
  /** Requests a process serves before it is replaced; pdf.js and PDFium keep caches. */
  readonly requestsPerProcess?: number
}

/**
 * A PdfReader over child processes. Each call has a process of its own while it runs; one that failed is never used again,
 * so a hostile file cannot touch the next one. One idle process is kept warm.
 */
export function createPdfReader({ memoryMb, timeoutMs, maxPages, requestsPerProcess = 20 }: PdfReaderOptions): PdfReader {
  const idle: { process: GuardedProcess; served: number }[] = []
  let closed = false

  const start = () => ({ process: startGuardedProcess({ memoryMb, timeoutMs }), served: 0 })

  async function ask<T>(request: Request): Promise<T> {
    let worker = idle.pop()
    while (worker && !worker.process.alive) worker = idle.pop()
    worker ??= start()
    try {
      const value = await worker.process.ask(request)
      worker.served++
      if (closed || worker.served >= requestsPerProcess || idle.length >= 2) worker.process.end()
      else idle.push(worker)
      return value as T
    } catch (error) {
      worker.process.end()
      throw error
    }
  }

  return {
    inspect: (bytes, password) => ask({ kind: 'inspect', bytes, password, maxPages }),
    text: (bytes, range, password) => ask({ kind: 'text', bytes, password, range }),
    render: (bytes, pages, longestSidePx, password) => ask({ kind: 'render', bytes, password, pages, longestSidePx }),
    async close() {
      closed = true
      for (const { process } of idle.splice(0)) process.end()
    },
  }
}

import { createHash } from 'node:crypto'
import { type GuardedProcess, startGuardedProcess } from './guarded-process.ts'
import type { PdfReader } from './pdf-reader.ts'
import type { PdfFile, Request } from './protocol.ts'

export type { PdfFacts, PdfPageText, PdfReader, RenderedPage } from './pdf-reader.ts'

export interface PdfReaderOptions {
  readonly memoryMb: number
  readonly timeoutMs: number
  readonly maxPages: number
  /** Files a process serves before it is replaced: a stranger's file shall not stay beside ours for long. */
  readonly filesPerProcess?: number
}

/** A process of which more than this share of its cap is in use is replaced: pdf.js and PDFium keep caches, and the next page may need much. */
const FULL = 0.5

interface Worker {
  readonly process: GuardedProcess
  /** Key of the file whose bytes it holds. */
  holds: string | null
  files: number
}

/**
 * A PdfReader over child processes. Each call has a process of its own while it runs; one that failed is never used again,
 * so a hostile file cannot touch the next one. Idle processes are kept warm, and the ranges of a long file come back to one that has it open.
 */
export function createPdfReader({ memoryMb, timeoutMs, maxPages, filesPerProcess = 20 }: PdfReaderOptions): PdfReader {
  const idle: Worker[] = []
  let closed = false

  async function ask<T>(bytes: Uint8Array, requestFor: (file: PdfFile) => Request): Promise<T> {
    const key = createHash('sha256').update(bytes).digest('hex')
    const worker = take(key)
    const known = worker.holds === key
    try {
      const value = await worker.process.ask(requestFor({ key, bytes: known ? null : bytes }))
      if (!known) worker.files++
      worker.holds = key
      const full = (await worker.process.residentMb()) > FULL * memoryMb
      if (closed || full || idle.length >= 2 || worker.files >= filesPerProcess) worker.process.end()
      else idle.push(worker)
      return value as T
    } catch (error) {
      worker.process.end()
      throw error
    }
  }

  function take(key: string): Worker {
    const alive = idle.splice(0).filter(({ process }) => process.alive)
    const at = Math.max(
      0,
      alive.findIndex(({ holds }) => holds === key),
    )
    const [worker = { process: startGuardedProcess({ memoryMb, timeoutMs }), holds: null, files: 0 }] = alive.splice(at, 1)
    idle.push(...alive)
    return worker
  }

  return {
    inspect: (bytes, password) => ask(bytes, (file) => ({ kind: 'inspect', file, password, maxPages })),
    text: (bytes, range, password) => ask(bytes, (file) => ({ kind: 'text', file, password, range })),
    render: (bytes, pages, longestSidePx, password) => ask(bytes, (file) => ({ kind: 'render', file, password, pages, longestSidePx })),
    async close() {
      closed = true
      for (const { process } of idle.splice(0)) process.end()
    },
  }
}

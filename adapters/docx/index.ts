import { createGuardedPool } from '../guarded/index.ts'
import type { Request } from './child.ts'
import type { WordReader } from './word-reader.ts'

export { drawPage } from './draw.ts'
export type { WordDocument, WordReader } from './word-reader.ts'

export interface WordReaderOptions {
  readonly memoryMb: number
  readonly timeoutMs: number
  readonly maxPages: number
}

const WORD = { script: new URL('./child.ts', import.meta.url), what: 'Word document' }
const FILES_PER_PROCESS = 20

/** A WordReader over guarded child processes. */
export function createWordReader({ memoryMb, timeoutMs, maxPages }: WordReaderOptions): WordReader {
  const pool = createGuardedPool(WORD, { memoryMb, timeoutMs, filesPerProcess: FILES_PER_PROCESS })
  return {
    read: (word, range) => pool.ask(word, (file) => ({ file, maxPages, range }) satisfies Request),
    close: async () => pool.close(),
  }
}

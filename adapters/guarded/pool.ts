import { createHash } from 'node:crypto'
import { type Guarded, type GuardedProcess, type ProcessLimits, startGuardedProcess } from './process.ts'
import type { GuardedFile } from './protocol.ts'

/** A process of which more than this share of its cap is in use is replaced: libraries keep caches, and the next page may need much. */
const FULL = 0.5

interface Worker {
  readonly process: GuardedProcess
  /** Key of the file whose bytes it holds. */
  holds: string | null
  files: number
}

export interface PoolOptions extends ProcessLimits {
  /** Files a process serves before it is replaced: a stranger's file shall not stay beside ours for long. */
  readonly filesPerProcess: number
}

/** A file that lies somewhere: it is fetched only where no process has it yet. `read` must give the bytes of that SHA-256 (lower-case hex). */
export interface StoredFile {
  readonly sha256: string
  read(): Promise<Uint8Array>
}

export interface GuardedPool {
  /** Errors: those of the process (`too_complex`), those that the script answers with, and those of `read`. */
  ask<T>(file: Uint8Array | StoredFile, requestFor: (file: GuardedFile) => unknown): Promise<T>
  close(): void
}

/**
 * Child processes that read strangers' files. Each call has a process of its own while it runs; one that failed is never used again,
 * so a hostile file cannot touch the next one. Idle processes are kept warm, and the ranges of a long file come back to one that has it open.
 */
export function createGuardedPool(guarded: Guarded, { memoryMb, timeoutMs, filesPerProcess }: PoolOptions): GuardedPool {
  const idle: Worker[] = []
  let closed = false

  async function ask<T>(file: Uint8Array | StoredFile, requestFor: (file: GuardedFile) => unknown): Promise<T> {
    const stored = file instanceof Uint8Array ? inMemory(file) : file
    const key = stored.sha256
    const worker = take(key)
    const known = worker.holds === key
    try {
      const value = await worker.process.ask(requestFor({ key, bytes: known ? null : await stored.read() }))
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
    const [worker = { process: startGuardedProcess(guarded, { memoryMb, timeoutMs }), holds: null, files: 0 }] = alive.splice(at, 1)
    idle.push(...alive)
    return worker
  }

  return {
    ask,
    close() {
      closed = true
      for (const { process } of idle.splice(0)) process.end()
    },
  }
}

function inMemory(bytes: Uint8Array): StoredFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), read: async () => bytes }
}

import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface LogFile {
  readonly path: string
  /** For child processes that write into the same file. */
  readonly descriptor: number
  write(line: string): void
  close(): void
}

const KEEP_BYTES = 20 * 1024 * 1024

/** The log of an own machine: a file, so that the terminal stays for people. The last one is kept when it has grown large. */
export function openLogFile(dataDir: string): LogFile {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'docket.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > KEEP_BYTES) renameSync(path, `${path}.1`)
  // Append mode: lines of several processes do not overwrite each other.
  const descriptor = openSync(path, 'a', 0o600)
  return { path, descriptor, write: (line) => void writeSync(descriptor, `${line}\n`), close: () => closeSync(descriptor) }
}

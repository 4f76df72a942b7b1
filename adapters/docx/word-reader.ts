import type { PageWords } from '../../core/reading.ts'
import type { StoredFile } from '../guarded/index.ts'

export interface WordDocument {
  readonly pages: readonly PageWords[]
  /** It carries macros, embedded programs or controls. They are never run. */
  readonly activeContent: boolean
  /** It points at something outside that Word would fetch: a template, a picture, a linked object. Nothing is fetched. */
  readonly external: boolean
  readonly trackedChanges: boolean
  readonly hidden: boolean
}

/**
 * Reads strangers' Word documents in a child process with a memory cap, an RSS watchdog and a limit of time per call.
 * Errors (PipelineError, not retryable): `unreadable`, `unsupported_type`, `unsupported_encryption`, `archive_unsafe`, `xml_unsafe`, `too_complex` (memory,
 * time, nesting, length), `too_many_pages`.
 */
export interface WordReader {
  /** `range`: pages from 1, both included; absent = all. The file by its bytes, or by where they lie: its ranges then fetch and parse it once. */
  read(file: Uint8Array | StoredFile, range?: { readonly first: number; readonly last: number }): Promise<WordDocument>
  close(): Promise<void>
}

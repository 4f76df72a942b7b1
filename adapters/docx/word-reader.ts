import type { PageWords } from '../../core/reading.ts'

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
  read(bytes: Uint8Array): Promise<WordDocument>
  close(): Promise<void>
}

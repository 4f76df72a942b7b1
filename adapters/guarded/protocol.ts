import type { ErrorCode } from '../../core/errors.ts'

/** A file by its SHA-256. Its bytes travel by structured clone, once: `null` where the process has been asked about the same file just before. */
export interface GuardedFile {
  readonly key: string
  readonly bytes: Uint8Array | null
}

/** What the process says to a question. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string }

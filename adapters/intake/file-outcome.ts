import type { BlobRef } from '../../core/blob-ref.ts'
import type { ErrorCode } from '../../core/errors.ts'
import type { Status } from '../../core/status.ts'

/** One file on its way. `bytes` must be read to its end or left with an error. */
export interface IncomingFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Its bytes are durable; it is no document yet. */
export interface StoredFile {
  readonly kind: 'stored'
  readonly documentId: string
  readonly fileName: string
  readonly file: BlobRef
}

export interface RefusedFile {
  readonly kind: 'refused'
  readonly fileName: string
  readonly code: ErrorCode
  /** For people, in English; says what to do. */
  readonly detail: string
}

/** What became of one file, by whatever way it came. */
export type FileOutcome =
  | { readonly kind: 'accepted'; readonly fileName: string; readonly id: string; readonly status: Status }
  | { readonly kind: 'duplicate'; readonly fileName: string; readonly id: string; readonly status: Status; readonly duplicateOf: string }
  | RefusedFile

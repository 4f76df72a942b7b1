import type { BlobRef } from '../../core/blob-ref.ts'
import type { Status } from '../../core/status.ts'

/** What screens know about a document without opening its result. */
export interface DocumentRow {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly file: BlobRef
  readonly status: Status
  readonly version: number
  readonly type: string | null
  readonly route: 'auto' | 'review' | null
  readonly result: BlobRef | null
  readonly reason: { readonly code: string; readonly message: string } | null
  readonly duplicateOf: string | null
  readonly run: number
  readonly summary: DocumentSummary | null
  /** How far reading is, for documents of several pages that are being read. */
  readonly pagesRead: PagesRead | null
  readonly createdAt: string
  readonly updatedAt: string
}

export interface PagesRead {
  readonly done: number
  readonly total: number
}

export interface DocumentSummary {
  readonly number: string | null
  readonly issueDate: string | null
  readonly seller: string | null
  readonly gross: string | null
  readonly currency: string | null
  /** How many points wait for a person. */
  readonly reasons: number
}

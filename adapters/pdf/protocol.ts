import type { ErrorCode } from '../../core/errors.ts'

/** A file by its SHA-256. Its bytes travel by structured clone, once: `null` where the process has been asked about the same file just before. */
export interface PdfFile {
  readonly key: string
  readonly bytes: Uint8Array | null
}

/** What the parent asks the PDF process. */
export type Request =
  | { readonly kind: 'inspect'; readonly file: PdfFile; readonly password: string | undefined; readonly maxPages: number }
  | {
      readonly kind: 'text'
      readonly file: PdfFile
      readonly password: string | undefined
      readonly range: { readonly first: number; readonly last: number } | undefined
    }
  | {
      readonly kind: 'render'
      readonly file: PdfFile
      readonly password: string | undefined
      readonly pages: readonly number[]
      readonly longestSidePx: number
    }

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string }

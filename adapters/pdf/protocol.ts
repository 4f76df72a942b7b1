import type { ErrorCode } from '../../core/errors.ts'

/** What the parent asks the PDF process. Bytes travel by structured clone. */
export type Request =
  | { readonly kind: 'warm' }
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array; readonly password: string | undefined; readonly maxPages: number }
  | {
      readonly kind: 'text'
      readonly bytes: Uint8Array
      readonly password: string | undefined
      readonly range: { readonly first: number; readonly last: number } | undefined
    }
  | {
      readonly kind: 'render'
      readonly bytes: Uint8Array
      readonly password: string | undefined
      readonly pages: readonly number[]
      readonly longestSidePx: number
    }

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string }

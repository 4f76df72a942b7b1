import type { GuardedFile } from '../guarded/protocol.ts'

/** What the parent asks the PDF process. */
export type Request =
  | { readonly kind: 'inspect'; readonly file: GuardedFile; readonly password: string | undefined; readonly maxPages: number }
  | {
      readonly kind: 'text'
      readonly file: GuardedFile
      readonly password: string | undefined
      readonly range: { readonly first: number; readonly last: number } | undefined
    }
  | {
      readonly kind: 'render'
      readonly file: GuardedFile
      readonly password: string | undefined
      readonly pages: readonly number[]
      readonly longestSidePx: number
    }

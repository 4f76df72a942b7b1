import type { Rule, Word } from '../../core/reading.ts'
import type { StoredFile } from '../guarded/index.ts'

export interface PdfFacts {
  readonly pageCount: number
  /** Scripts, launch or submit actions, open actions: present, never run. */
  readonly activeContent: boolean
  /** The structure was damaged and pdf.js rebuilt it, or a stream ends too early: something may be missing. */
  readonly repaired: boolean
  /** Pages that the page tree names. More than `pageCount`: the file lies about its length, and the rest is not read. */
  readonly pagesInTree: number
  /** 1, and one more for each time the file was changed by appending. */
  readonly revisions: number
  /** Pages (from 1) whose text was another one in the first revision. */
  readonly changedPages: readonly number[]
  /** Attached e-invoice XML candidates: name and bytes of attachments that are XML; all others are ignored unread. */
  readonly xmlAttachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** The text layer of one page, in page fractions of the *rotated* (upright) page. `trustworthy` false: no text, garbage glyphs, or text that is not visible. */
export interface PdfPageText {
  readonly index: number
  /** Upright page size in points (1/72 inch). */
  readonly widthPt: number
  readonly heightPt: number
  readonly words: readonly Word[]
  readonly rules: readonly Rule[]
  readonly trustworthy: boolean
  /** Share of the page covered by raster images, 0..1. */
  readonly imageShare: number
  /** A picture or a drawing is there that could be a QR code or bar code: worth drawing the page to look. */
  readonly mayHoldCode: boolean
  /** Words in the text layer that a person cannot see (white, tiny, off-page, covered, clipped, invisible render mode, layer off). */
  readonly hiddenWords: number
  /** Those of them with three digits or more: amounts, accounts, dates. */
  readonly hiddenFigures: number
}

export interface RenderedPage {
  readonly index: number
  readonly widthPx: number
  readonly heightPx: number
  /** PNG bytes. */
  readonly png: Uint8Array
}

/**
 * Reads hostile PDFs in a child process with a memory cap, an RSS watchdog and a wall clock per call.
 * Errors (PipelineError, not retryable): `unreadable`, `too_complex` (memory or time), `too_many_pages`, `too_large`, `password_required`, `unsupported_encryption`.
 * `password` opens encrypted files; it is used for this call and kept nowhere.
 * A file is given by its bytes, or by where they lie: the ranges of a long file then fetch it once, not each time.
 * A page that fails alone is reported in `failed` and does not stop the others.
 */
export interface PdfReader {
  inspect(file: Uint8Array | StoredFile, password?: string): Promise<PdfFacts>
  /** `range`: pages from 1, both included; absent = all. */
  text(
    file: Uint8Array | StoredFile,
    range?: { readonly first: number; readonly last: number },
    password?: string,
  ): Promise<{
    readonly pages: readonly PdfPageText[]
    readonly failed: readonly { readonly index: number; readonly code: string; readonly message: string }[]
  }>
  /** `longestSidePx` caps the raster; `pages` are indices from 1. */
  render(
    file: Uint8Array | StoredFile,
    pages: readonly number[],
    longestSidePx: number,
    password?: string,
  ): Promise<{
    readonly pages: readonly RenderedPage[]
    readonly failed: readonly { readonly index: number; readonly code: string; readonly message: string }[]
  }>
  close(): Promise<void>
}

import type { PageToStraighten, StraightPage } from './straighten.ts'

export interface ImageFacts {
  readonly format: 'jpeg' | 'png' | 'tiff' | 'webp'
  /** Pages of a TIFF; 1 otherwise (first frame of an animation). */
  readonly pageCount: number
  readonly widthPx: number
  readonly heightPx: number
}

export interface PageImage {
  readonly index: number
  readonly widthPx: number
  readonly heightPx: number
  /** Upright (EXIF applied), metadata removed. PNG or JPEG bytes. */
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
  /** Longest side as uploaded, before it was made smaller. */
  readonly sourceLongestPx: number
  /** Parts of the picture are not what was scanned: its data is spoiled, and the decoder filled in what it could not know. */
  readonly damaged?: boolean
}

/** Decodes images with pixel limits taken from the header before anything is decoded. Errors: `unreadable`, `too_many_pixels`, `too_many_pages`. */
export interface ImageReader {
  inspect(bytes: Uint8Array): Promise<ImageFacts>
  /** `range`: pages from 1, both included; absent = all. */
  pages(bytes: Uint8Array, longestSidePx: number, range?: { readonly first: number; readonly last: number }): Promise<readonly PageImage[]>
  /** The page upright and level, with its grade; what needs nothing keeps its bytes. */
  straighten(page: PageToStraighten): Promise<StraightPage>
}

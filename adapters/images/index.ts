import sharp, { type Metadata } from 'sharp'
import { PipelineError } from '../../core/errors.ts'
import { encodePage, pixelsOf } from './decode-page.ts'
import type { ImageFacts, ImageReader, PageImage } from './image-reader.ts'
import { type OrientationVote, straighten } from './straighten.ts'

export type { ImageFacts, ImageReader, PageImage } from './image-reader.ts'
export { smallPicture } from './small-picture.ts'
export type { OrientationVote, PageToStraighten, StraightPage } from './straighten.ts'
export { judgeLayer, type LayerVerdict } from './text-layer/judge-layer.ts'
export { sampleAgrees, sampleWords, type WordSample } from './text-layer/sample-words.ts'

const MAX_PIXELS = 100_000_000 // A3 at 600 dpi has 70 million; more is a bomb or a poster
const MAX_BYTES_AT_ONCE = 300_000_000 // a small file can ask for this much; without a limit it would be 800 MB
const FORMATS = new Set(['jpeg', 'png', 'tiff', 'webp'])

export interface ImageReaderOptions {
  readonly maxPages: number
  /** Asked which way up a page is where its letters do not tell. */
  readonly orientationVote?: OrientationVote
}

/** Images through libvips. Nothing is decoded before the header has passed the limits. */
export function createImageReader({ maxPages, orientationVote }: ImageReaderOptions): ImageReader {
  return {
    inspect: async (bytes) => factsOf(await headerOf(bytes), maxPages),
    async pages(bytes, longestSidePx, range) {
      const facts = factsOf(await headerOf(bytes), maxPages)
      const { first, last } = range ?? { first: 1, last: facts.pageCount }
      const pages: PageImage[] = []
      for (let index = first; index <= Math.min(last, facts.pageCount); index++)
        pages.push(await readPage(bytes, index, longestSidePx, facts))
      return pages
    },
    straighten: (page) => straighten(page, orientationVote),
  }
}

async function readPage(bytes: Uint8Array, index: number, longestSidePx: number, facts: ImageFacts): Promise<PageImage> {
  const page = { page: index - 1, pages: 1 }
  const header = await headerOf(bytes, page)
  checkSize(header)
  // Photos stay JPEG; line art and faxes stay exact. Metadata (GPS, names) is not carried over by sharp.
  const photo = facts.format === 'jpeg' || facts.format === 'webp'
  const decoded = (failOn: 'warning' | 'error') =>
    pixelsOf(
      sharp(bytes, { ...page, limitInputPixels: MAX_PIXELS, failOn })
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .resize({ width: longestSidePx, height: longestSidePx, fit: 'inside', withoutEnlargement: true }),
    )
  const spoiled = async () => ({
    raster: await decoded('error').catch((error: unknown) => Promise.reject(unreadable(error))),
    damaged: await isClean(bytes, page),
  })
  const { raster, damaged } = await decoded('warning').then((whole) => ({ raster: whole, damaged: false }), spoiled)
  const mediaType = photo ? 'image/jpeg' : 'image/png'
  return {
    index,
    widthPx: raster.width,
    heightPx: raster.height,
    bytes: await encodePage(raster, mediaType),
    mediaType,
    sourceLongestPx: Math.max(header.width, header.height),
    ...(damaged && { damaged }),
  }
}

interface OnePage {
  readonly page?: number
  readonly pages?: number
}

async function headerOf(bytes: Uint8Array, page: OnePage = {}): Promise<Metadata> {
  try {
    return await sharp(bytes, { ...page, limitInputPixels: false, failOn: 'error' }).metadata()
  } catch (error) {
    throw unreadable(error)
  }
}

/** Whether the header gives no warning: programs write tags that libvips does not know, and that is no damage to the picture. */
async function isClean(bytes: Uint8Array, page: OnePage): Promise<boolean> {
  return sharp(bytes, { ...page, limitInputPixels: false, failOn: 'warning' })
    .metadata()
    .then(() => true)
    .catch(() => false)
}

function factsOf(header: Metadata, maxPages: number): ImageFacts {
  const { format, width, height } = header
  if (!FORMATS.has(format))
    throw new PipelineError('unsupported_type', 'The image has a format that Docket does not read. Save it as JPEG, PNG, TIFF or WebP.')
  checkSize(header)
  // Only TIFF pages are pages; the frames of an animation are not.
  const pageCount = format === 'tiff' ? (header.pages ?? 1) : 1
  if (pageCount > maxPages)
    throw new PipelineError('too_many_pages', `The file has ${pageCount} pages, the limit is ${maxPages}. Split it and upload the parts.`)
  return { format: format as ImageFacts['format'], pageCount, widthPx: width, heightPx: height }
}

function checkSize(header: Metadata): void {
  const { width, height } = header
  if (width * height > MAX_PIXELS) {
    throw new PipelineError(
      'too_many_pixels',
      `The image has ${width} × ${height} pixels, the limit is ${MAX_PIXELS / 1e6} million. Scan it at 300 dpi.`,
    )
  }
  if (bytesAtOnce(header) > MAX_BYTES_AT_ONCE) {
    throw new PipelineError(
      'too_many_pixels',
      `The image has ${width} × ${height} pixels that can only be opened all at once. Scan it at 300 dpi, or save it without interlacing.`,
    )
  }
}

/** Memory for an image that cannot be decoded row by row: interlaced PNG, progressive JPEG (16 bits a coefficient, colour mostly at half size), WebP; else 0. */
function bytesAtOnce({ width, height, format, channels, depth, isProgressive, chromaSubsampling }: Metadata): number {
  if (!isProgressive && format !== 'webp') return 0
  if (format === 'jpeg') return width * height * (chromaSubsampling === '4:2:0' ? 3 : 6)
  return width * height * channels * (depth === 'ushort' ? 2 : 1)
}

function unreadable(cause: unknown): PipelineError {
  const truncated = /truncated|premature end|end of (?:file|stream)/i.test((cause as Error).message)
  return new PipelineError(
    'unreadable',
    truncated ? 'The image is cut off. Copy or scan it again.' : 'The image is damaged and cannot be read. Scan or save it again.',
    { cause },
  )
}

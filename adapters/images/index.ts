import sharp, { type Metadata, type Sharp } from 'sharp'
import { PipelineError } from '../../core/errors.ts'
import type { ImageFacts, ImageReader, PageImage } from './image-reader.ts'
import { type OrientationVote, straighten } from './straighten.ts'

export type { ImageFacts, ImageReader, PageImage } from './image-reader.ts'
export type { OrientationVote, PageToStraighten, StraightPage } from './straighten.ts'
export { judgeLayer, type LayerVerdict } from './text-layer/judge-layer.ts'
export { sampleAgrees, sampleWords, type WordSample } from './text-layer/sample-words.ts'

const MAX_PIXELS = 100_000_000 // A3 at 600 dpi has 70 million; more is a bomb or a poster
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
  const options = { page: index - 1, pages: 1, limitInputPixels: MAX_PIXELS, failOn: 'truncated' as const }
  try {
    const header = await sharp(bytes, options).metadata()
    if (header.width * header.height > MAX_PIXELS) throw tooManyPixels(header)
    const upright: Sharp = sharp(bytes, options)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: longestSidePx, height: longestSidePx, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    // Photos stay JPEG; line art and faxes stay exact. Metadata (GPS, names) is not carried over by sharp.
    const photo = facts.format === 'jpeg' || facts.format === 'webp'
    const { data, info } = await (photo ? upright.jpeg({ quality: 92 }) : upright.png({ compressionLevel: 3 })).toBuffer({
      resolveWithObject: true,
    })
    return {
      index,
      widthPx: info.width,
      heightPx: info.height,
      bytes: data,
      mediaType: photo ? 'image/jpeg' : 'image/png',
      sourceLongestPx: Math.max(header.width, header.height),
    }
  } catch (error) {
    throw error instanceof PipelineError ? error : unreadable(error)
  }
}

async function headerOf(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'truncated' }).metadata()
  } catch (error) {
    throw unreadable(error)
  }
}

function factsOf(header: Metadata, maxPages: number): ImageFacts {
  const { format, width, height } = header
  if (!FORMATS.has(format))
    throw new PipelineError('unsupported_type', 'The image has a format that Docket does not read. Save it as JPEG, PNG, TIFF or WebP.')
  if (width * height > MAX_PIXELS) throw tooManyPixels(header)
  // Only TIFF pages are pages; the frames of an animation are not.
  const pageCount = format === 'tiff' ? (header.pages ?? 1) : 1
  if (pageCount > maxPages)
    throw new PipelineError('too_many_pages', `The file has ${pageCount} pages, the limit is ${maxPages}. Split it and upload the parts.`)
  return { format: format as ImageFacts['format'], pageCount, widthPx: width, heightPx: height }
}

function tooManyPixels({ width, height }: Metadata): PipelineError {
  return new PipelineError(
    'too_many_pixels',
    `The image has ${width} × ${height} pixels, the limit is ${MAX_PIXELS / 1e6} million. Scan it at 300 dpi.`,
  )
}

function unreadable(cause: unknown): PipelineError {
  const truncated = /truncated|premature end|end of (?:file|stream)/i.test((cause as Error).message)
  return new PipelineError(
    'unreadable',
    truncated ? 'The image is cut off. Copy or scan it again.' : 'The image is damaged and cannot be read. Scan or save it again.',
    { cause },
  )
}

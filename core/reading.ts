import { z } from 'zod'
import { BlobRef } from './blob-ref.ts'
import { Box } from './geometry.ts'
import { PageQuality, Straightened } from './page-quality.ts'

/** Always 0..1; `null` = unknown (a PDF text layer has no doubt about characters, but no measured confidence either). */
export const Confidence = z.number().min(0).max(1).nullable()

/** `otherReadings`: what an engine read differently here (before look-alike letters were put right, or a second engine on digits). */
export const Word = z
  .object({ text: z.string(), box: Box, confidence: Confidence, otherReadings: z.array(z.string()).readonly().optional() })
  .readonly()
export type Word = z.infer<typeof Word>

/** Words of one text line, left to right. `text` joins the words with single spaces. */
export const Line = z.object({ text: z.string(), box: Box, confidence: Confidence, words: z.array(Word).readonly() }).readonly()
export type Line = z.infer<typeof Line>

/** Lines that belong together (a paragraph, an address), as indices into the page's `lines`, top to bottom. */
export const Block = z.object({ box: Box, lines: z.array(z.int().min(0)).readonly() }).readonly()
export type Block = z.infer<typeof Block>

/** One cell; `row`, `column` from 0; `words` in reading order. A spanning cell stands at its top-left place. */
export const Cell = z
  .object({
    row: z.int().min(0),
    column: z.int().min(0),
    rowSpan: z.int().min(1),
    columnSpan: z.int().min(1),
    box: Box,
    text: z.string(),
    words: z.array(Word).readonly(),
  })
  .readonly()
export type Cell = z.infer<typeof Cell>

/** The table before, on an earlier page: `table` is its place in that page's `tables`. `repeatedRows`: rows on top that only say its captions again. */
export const Continues = z.object({ page: z.int().min(1), table: z.int().min(0), repeatedRows: z.int().min(0) }).readonly()
export type Continues = z.infer<typeof Continues>

/** `headerRows` counts the rows at the top that are captions. `ruled`: found by drawn lines, else by gaps and header words. */
export const Table = z
  .object({
    box: Box,
    ruled: z.boolean(),
    rows: z.int().min(0),
    columns: z.int().min(0),
    headerRows: z.int().min(0),
    cells: z.array(Cell).readonly(),
    /** Set where the table carries on one of the page before; absent where it begins. */
    continues: Continues.optional(),
  })
  .readonly()
export type Table = z.infer<typeof Table>

/** A bar code or QR code found on the page image. `format` as the reader names it: `QRCode`, `DataMatrix`, `EAN13` … */
export const Code = z.object({ format: z.string(), text: z.string(), box: Box }).readonly()
export type Code = z.infer<typeof Code>

/** A stamp, a signature or handwriting on the page image. `confidence` orders, it is no probability. */
export const Region = z
  .object({ kind: z.enum(['stamp', 'signature', 'handwriting']), box: Box, confidence: z.number().min(0).max(1) })
  .readonly()
export type Region = z.infer<typeof Region>

/** Lines that stand on several pages in the same place, as indices into the page's `lines`. Marked only: a letterhead is still read. */
export const Running = z.object({ heads: z.array(z.int().min(0)).readonly(), feet: z.array(z.int().min(0)).readonly() }).readonly()
export type Running = z.infer<typeof Running>

/** A straight drawn line (rule) in page fractions. */
export const Rule = Box
export type Rule = Box

export const PageSource = z.enum(['text', 'ocr', 'none'])

/** Words of one page before layout. `source` 'none' = nothing could be read (blank page or `error`). */
export const PageWords = z
  .object({
    index: z.int().min(1),
    widthPx: z.int().min(1),
    heightPx: z.int().min(1),
    source: PageSource,
    engine: z.string().nullable(),
    words: z.array(Word).readonly(),
    rules: z.array(Rule).readonly(),
  })
  .readonly()
export type PageWords = z.infer<typeof PageWords>

export const PageError = z.object({ code: z.string(), message: z.string() }).readonly()

/** What is known of a page besides its words; absent where no image was looked at. */
const pageFacts = {
  quality: PageQuality.optional(),
  /** How the page image came from the uploaded one; absent where it is the uploaded one. */
  straightened: Straightened.optional(),
  /** Nothing is printed on the page. */
  blank: z.boolean().optional(),
  /** Words in the text layer that nobody can see, and how many of them hold three digits or more. Never read as values. */
  hiddenText: z
    .object({ words: z.int().min(1), figures: z.int().min(0) })
    .readonly()
    .optional(),
  /** `mismatch`: the text layer is not what is printed, the image was read. `doubtful`: it was used, but could not be confirmed. */
  textLayer: z.enum(['mismatch', 'doubtful']).optional(),
} as const

/** One page as read. `index` from 1; `widthPx`/`heightPx` are those of the page image (what a reviewer sees). */
export const Page = z
  .object({
    index: z.int().min(1),
    widthPx: z.int().min(1),
    heightPx: z.int().min(1),
    source: PageSource,
    engine: z.string().nullable(),
    lines: z.array(Line).readonly(),
    blocks: z.array(Block).readonly(),
    tables: z.array(Table).readonly(),
    error: PageError.nullable(),
    /** Absent where no line of the page stands on another one. */
    running: Running.optional(),
    /** The upright page image a reviewer sees; null or absent where none was rendered. */
    image: BlobRef.nullable().optional(),
    /** Absent where no page image was looked at. */
    codes: z.array(Code).readonly().optional(),
    regions: z.array(Region).readonly().optional(),
    ...pageFacts,
  })
  .readonly()
export type Page = z.infer<typeof Page>

/** The whole file as read: what every extractor gets. */
export const Reading = z.object({ pages: z.array(Page).readonly() }).readonly()
export type Reading = z.infer<typeof Reading>

/** What travels about a page between stages. `image` is the upright page image (PNG or JPEG), `words` a PageWords blob from the text layer. */
export const PageRef = z
  .object({
    index: z.int().min(1),
    widthPx: z.int().min(1),
    heightPx: z.int().min(1),
    image: BlobRef.nullable(),
    words: BlobRef.nullable(),
    error: PageError.nullable(),
    ...pageFacts,
  })
  .readonly()
export type PageRef = z.infer<typeof PageRef>

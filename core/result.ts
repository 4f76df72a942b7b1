import { z } from 'zod'
import { BlobRef } from './blob-ref.ts'
import { Evidence, Fields } from './field.ts'
import { Finding, Localised } from './finding.ts'
import { LlmUse } from './llm/llm-reading.ts'
import { Matched } from './master-data/index.ts'
import { PageQuality, Straightened } from './page-quality.ts'
import { PageError, PageSource } from './reading.ts'
import { Status } from './status.ts'

export const SCHEMA_VERSION = '1.0'

/** Why a document needs a person. `code` is stable. */
export const Reason = z.object({ code: z.string(), field: z.string().optional(), message: Localised }).readonly()
export type Reason = z.infer<typeof Reason>

export const Route = z.enum(['auto', 'review'])
export type Route = z.infer<typeof Route>

export const Versions = z
  .object({
    app: z.string(),
    schema: z.string(),
    rules: z.string(),
    prompt: z.string().nullable(),
    model: z.string().nullable(),
    ocr: z.string().nullable(),
  })
  .readonly()

/** A kind of paper that a part may be. */
export const ClassGuess = z
  .object({
    name: z.string(),
    caption: Localised,
    probability: z.number().min(0).max(1),
    /** The document type that reads this kind; null = none does. Absent in older results. */
    type: z.string().nullable().optional(),
    /** Printed words that speak for it, with their places; only where a person has to say what it is. */
    because: z.array(Evidence).readonly().optional(),
  })
  .readonly()
export type ClassGuess = z.infer<typeof ClassGuess>

/** A document found inside the file: its type and its pages (from 1, inclusive). */
export const Part = z
  .object({
    type: z.string(),
    typeConfidence: z.number().min(0).max(1),
    firstPage: z.int().min(0),
    lastPage: z.int().min(0),
    /** What the pages may be, the likeliest first; absent where the uploader or structured data said it, and in older results. */
    guesses: z.array(ClassGuess).readonly().optional(),
    /** Of a file with several parts: `sure` = each is a document of its own; `doubtful` = a person looks at the cut first. Absent in older results. */
    cut: z.enum(['sure', 'doubtful']).optional(),
  })
  .readonly()
export type Part = z.infer<typeof Part>

export const PageSummary = z
  .object({
    index: z.int().min(1),
    width: z.int().min(1),
    height: z.int().min(1),
    source: PageSource,
    engine: z.string().nullable(),
    words: z.int().min(0),
    error: PageError.nullable(),
    /** The page image in the blob store; null or absent where none was rendered. */
    image: BlobRef.nullable().optional(),
    quality: PageQuality.optional(),
    straightened: Straightened.optional(),
    blank: z.boolean().optional(),
    textLayer: z.enum(['mismatch', 'doubtful']).optional(),
  })
  .readonly()

/** On what ground the document was accepted or not (core/acceptance). `draw`, `certificateId`: the recorded draw for a blind audit. */
export const Acceptance = z
  .object({
    score: z.number().min(0).max(1),
    basis: z.enum(['data', 'certificate', 'rules']).nullable(),
    blind: z.enum(['shadow', 'audit']).nullable(),
    /** No rule, doubt or gap stood against it. */
    eligible: z.boolean(),
    engines: z.array(z.string()).readonly(),
    key: z.string(),
    certificateId: z.string().nullable(),
    draw: z.number().nullable(),
  })
  .readonly()
export type Acceptance = z.infer<typeof Acceptance>

/** What lists show of a document, whatever its type: null where the document has no such value. `date` ISO, `amount` a decimal string. */
export const ShownHeadline = z
  .object({
    number: z.string().nullable(),
    date: z.string().nullable(),
    partner: z.string().nullable(),
    amount: z.string().nullable(),
    currency: z.string().nullable(),
  })
  .readonly()
export type ShownHeadline = z.infer<typeof ShownHeadline>

/** The result JSON that others build on (ARCHITECTURE §5). Changes within a major version are additive. */
export const Result = z
  .object({
    schemaVersion: z.string(),
    id: z.string(),
    file: z.object({ name: z.string(), sha256: z.string(), bytes: z.int(), mediaType: z.string() }).readonly(),
    type: z.string(),
    typeConfidence: z.number().min(0).max(1),
    route: Route,
    status: Status,
    reasons: z.array(Reason).readonly(),
    data: z.record(z.string(), z.unknown()),
    /** Absent in results of older versions. */
    headline: ShownHeadline.optional(),
    fields: Fields,
    findings: z.array(Finding).readonly(),
    pages: z.array(PageSummary).readonly(),
    /** The Reading in the blob store: every word, line and table with its place. Absent in results of older versions. */
    reading: BlobRef.optional(),
    /** The Extraction in the blob store: what was read before any rule or person had a say. */
    extraction: BlobRef.optional(),
    parts: z.array(Part).readonly(),
    versions: Versions,
    /** What the machine had taken the document for, where a person named its type. */
    reclassifiedFrom: z.string().optional(),
    /** The language model that read as well; null when one was to be asked and none answered, absent when none was to be. */
    llm: LlmUse.nullable().optional(),
    /** As in the Validation: which of the organisation's companies the parties are, as those stood when the document was checked. */
    matched: Matched.optional(),
    /** The tax ids of the supplier whose check digits can be right, as they are compared; absent where the type has no supplier. */
    supplierTaxIds: z.array(z.string()).readonly().optional(),
    /** Absent in results of older versions. */
    acceptance: Acceptance.optional(),
    timings: z.record(z.string(), z.number()),
  })
  .readonly()
export type Result = z.infer<typeof Result>

import { z } from 'zod'
import { Box } from './geometry.ts'
import { Confidence } from './reading.ts'

/** Where a value came from, most trusted first. A higher source is never re-guessed from a lower one. */
export const Source = z.enum(['human', 'xml', 'qr', 'text', 'ocr', 'llm', 'rule'])
export type Source = z.infer<typeof Source>

/** The place of a value: `page` from 1 and `box`, or, for structured data that is not printed, `path` (XPath in the e-invoice) with page and box null. */
export const Evidence = z
  .object({ page: z.int().min(1).nullable(), box: Box.nullable(), text: z.string(), path: z.string().optional() })
  .readonly()
export type Evidence = z.infer<typeof Evidence>

/** Canonical value: amounts and rates are decimal strings ("1234.56"), dates ISO `YYYY-MM-DD`, everything else text or a boolean. */
export const Value = z.union([z.string(), z.boolean()])
export type Value = z.infer<typeof Value>

/** How a value is written down and compared. Money and decimals are decimal strings; `rate` is a percentage as a decimal string ("22"); `date` is ISO. */
export const ValueKind = z.enum(['text', 'name', 'address', 'id', 'date', 'time', 'money', 'decimal', 'rate', 'code', 'boolean'])
export type ValueKind = z.infer<typeof ValueKind>

/** Path of a field in `data`: `totals.gross`, `lines[0].net` (line index from 0). */
export type FieldPath = string

/** One possible value for a field. `score` 0..1 ranks candidates of one extractor; only that of `model` is a probability. `raw` is as printed, never altered. */
export const Candidate = z
  .object({
    path: z.string(),
    value: Value,
    raw: z.string(),
    source: Source,
    extractor: z.string(),
    score: z.number().min(0).max(1),
    evidence: z.array(Evidence).readonly(),
    /** Shown to the reviewer and weighed against the value, never taken as the value. */
    proposal: z.boolean().optional(),
  })
  .readonly()
export type Candidate = z.infer<typeof Candidate>

export const Check = z.object({ ruleId: z.string(), outcome: z.enum(['passed', 'rounding', 'failed']) }).readonly()
export type Check = z.infer<typeof Check>

/** A field of the result. `value` null = not on the document (never zero, never «без НДС»). The chosen candidate is not repeated in `candidates`. */
export const Field = z
  .object({
    value: Value.nullable(),
    raw: z.string().nullable(),
    source: Source.nullable(),
    /** Which extractor the value comes from (`xml`, `labels`, `correction` …); absent where a person or a rule gave it. */
    extractor: z.string().optional(),
    confidence: Confidence,
    /** The extractor's own rank of the chosen candidate, 0..1; absent where nothing was chosen by an extractor. */
    score: z.number().min(0).max(1).optional(),
    evidence: z.array(Evidence).readonly(),
    /** Of a calculated value: the paths of the printed values it comes from. */
    derivedFrom: z.array(z.string()).readonly().optional(),
    checks: z.array(Check).readonly(),
    candidates: z.array(Candidate).readonly(),
  })
  .readonly()
export type Field = z.infer<typeof Field>

export type Fields = Readonly<Record<FieldPath, Field>>
export const Fields = z.record(z.string(), Field)

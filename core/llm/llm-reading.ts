import { z } from 'zod'
import type { BlobRef } from '../blob-ref.ts'
import { Candidate } from '../field.ts'
import { Finding } from '../finding.ts'

/** Which model read a document, by which prompt, and what that cost. Tokens and cost are sums over all calls; `cost` 0 where the answer was known. */
export const LlmUse = z
  .object({
    provider: z.string(),
    /** As the provider names the one that answered. */
    model: z.string(),
    prompt: z.string(),
    inputTokens: z.int().min(0),
    outputTokens: z.int().min(0),
    cost: z.string(),
    currency: z.string(),
  })
  .readonly()
export type LlmUse = z.infer<typeof LlmUse>

/** What a language model read, grounded in the words of the page. */
export const LlmReading = z
  .object({ use: LlmUse, candidates: z.array(Candidate).readonly(), findings: z.array(Finding).readonly() })
  .readonly()
export type LlmReading = z.infer<typeof LlmReading>

/** A provider to ask, in the order of the plan. */
export interface PlannedProvider {
  readonly id: string
  /** For the whole document, tries included. */
  readonly limitMs: number
}

/** `asked`: somebody was to be asked; `reading` is the LlmReading blob, null when nobody answered. */
export interface LlmOutcome {
  readonly asked: boolean
  readonly reading: BlobRef | null
}

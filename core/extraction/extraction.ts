import { z } from 'zod'
import { Candidate } from '../field.ts'
import { Finding } from '../finding.ts'
import { LlmUse } from '../llm/llm-reading.ts'

/** What all extractors found about one part: the chosen candidate per path, the others that were considered, and findings (a disagreement between sources). */
export const Extraction = z
  .object({
    chosen: z.record(z.string(), Candidate),
    others: z.record(z.string(), z.array(Candidate).readonly()),
    findings: z.array(Finding).readonly(),
    /** The language model that read as well; null when one was to be asked and none answered, absent when none was to be. */
    llm: LlmUse.nullable().optional(),
  })
  .readonly()
export type Extraction = z.infer<typeof Extraction>

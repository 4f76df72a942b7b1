import { z } from 'zod'
import { Fields } from './field.ts'
import { Finding } from './finding.ts'
import { LlmUse } from './llm/llm-reading.ts'
import { Matched } from './master-data/index.ts'

/** Fields after normalisation, correction and rules (confidence still null), the nested canonical `data`, and all findings. `overridden`: rule ids a person has set aside with a reason. */
export const Validation = z
  .object({
    fields: Fields,
    data: z.record(z.string(), z.unknown()),
    findings: z.array(Finding).readonly(),
    overridden: z.array(z.string()).readonly(),
    /** Document type the rules were those of; a person may have changed it. */
    type: z.string(),
    /** As in the Extraction. */
    llm: LlmUse.nullable().optional(),
    /** What master data said; absent where the organisation has none, and in older runs. */
    matched: Matched.optional(),
  })
  .readonly()
export type Validation = z.infer<typeof Validation>

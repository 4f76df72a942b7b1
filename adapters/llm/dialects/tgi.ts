import { z } from 'zod'
import { withoutReferences } from '../../../core/llm/wire-schema.ts'
import type { Dialect } from './dialect.ts'

/** Text Generation Inference: grammars are served at `/generate`, which knows no roles. */
export const tgi: Dialect = {
  path: '/generate',
  body: ({ messages, schema, maxTokens }) => ({
    inputs: `${messages.map(({ text }) => text).join('\n\n')}\n\nJSON:\n`,
    parameters: {
      max_new_tokens: maxTokens,
      do_sample: false,
      details: true,
      return_full_text: false,
      grammar: { type: 'json', value: withoutReferences(schema.json) },
    },
  }),
  read(json, { model }) {
    const { generated_text: text, details } = Reply.parse(json)
    return {
      text,
      finish: details.finish_reason === 'length' ? 'length' : 'stop',
      usage: { input: details.prefill?.length ?? 0, output: details.generated_tokens, cached: 0 },
      model,
    }
  },
}

const Reply = z.object({
  generated_text: z.string(),
  details: z.object({ finish_reason: z.string(), generated_tokens: z.number(), prefill: z.array(z.unknown()).nullish() }),
})

import { z } from 'zod'
import type { JsonSchema, Message } from '../../../core/llm/port.ts'
import type { Dialect } from './dialect.ts'

/** What its schema compiler refuses with 400; the reply is checked against the whole schema anyway. */
const REFUSED: ReadonlySet<string> = new Set(['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'])

/** Messages API, version 2023-06-01, answers bound by `output_config`. */
export const anthropic: Dialect = {
  path: '/messages',
  headers: { 'anthropic-version': '2023-06-01' },
  body: ({ messages, schema, maxTokens }, { model, temperature }) => ({
    model,
    max_tokens: maxTokens,
    system: messages
      .filter(({ role }) => role === 'system')
      .map(({ text }) => text)
      .join('\n\n'),
    messages: messages.filter(({ role }) => role !== 'system').map(turn),
    output_config: { format: { type: 'json_schema', schema: allowed(schema.json) } },
    ...(temperature !== null && { temperature }),
  }),
  read(json) {
    const { content, stop_reason: reason, usage, model } = Reply.parse(json)
    const cached = usage.cache_read_input_tokens ?? 0
    return {
      text: content.map(({ text }) => text ?? '').join(''),
      finish: reason === 'refusal' ? 'refused' : reason === 'max_tokens' ? 'length' : 'stop',
      // Here the cached part is counted beside the input, elsewhere within it.
      usage: { input: usage.input_tokens + cached, output: usage.output_tokens, cached },
      model,
    }
  },
}

const Reply = z.object({
  model: z.string(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  stop_reason: z.string().nullable(),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number(), cache_read_input_tokens: z.number().nullish() }),
})

function turn({ role, text, images = [] }: Message): object {
  const seen = images.map(({ mediaType, base64 }) => ({ type: 'image', source: { type: 'base64', media_type: mediaType, data: base64 } }))
  return { role, content: [...seen, { type: 'text', text }] }
}

/** Keys of the schema language go; a property that happens to be called like one stays. */
function allowed(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !REFUSED.has(key))
      .map(([key, value]) => [
        key,
        key === 'properties' || key === '$defs' ? mapValues(value as Record<string, JsonSchema>) : inner(value),
      ]),
  )
}

function mapValues(schemas: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, allowed(schema)]))
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner)
  return value !== null && typeof value === 'object' ? allowed(value as JsonSchema) : value
}

import { z } from 'zod'
import type { Generated, GenerateRequest, Message } from '../../../core/llm/port.ts'
import { withoutReferences } from '../../../core/llm/wire-schema.ts'
import type { ProviderSettings } from '../settings.ts'
import type { Dialect } from './dialect.ts'

const SEED = 7 // any constant: the same question should give the same answer

/** Servers that speak OpenAI's chat/completions. What differs between them is written out per server. */
function chat(own: (request: GenerateRequest) => object): Dialect {
  return {
    path: '/chat/completions',
    body: (request, provider) => ({
      model: provider.model,
      messages: request.messages.map(message),
      stream: false,
      ...(provider.temperature !== null && { temperature: provider.temperature }),
      ...own(request),
    }),
    read: readChat,
  }
}

const bound = ({ schema: { name, json } }: GenerateRequest) => ({ type: 'json_schema', json_schema: { name, strict: true, schema: json } })

export const openai = chat((r) => ({ response_format: bound(r), max_completion_tokens: r.maxTokens, seed: SEED }))
export const mistral = chat((r) => ({ response_format: bound(r), max_tokens: r.maxTokens, random_seed: SEED }))
/** vLLM (0.12 and later dropped `guided_json`), llama-server and Ollama understand the same. */
export const local = chat((r) => ({ response_format: bound(r), max_tokens: r.maxTokens, seed: SEED }))
export const yandex = chat((r) => ({ response_format: bound({ ...r, schema: flat(r) }), max_tokens: r.maxTokens }))
/** Its schema stands directly in `response_format`. */
export const gigachat = chat((r) => ({
  response_format: { type: 'json_schema', schema: flat(r).json, strict: true },
  max_tokens: r.maxTokens,
}))

function flat({ schema: { name, json } }: GenerateRequest): GenerateRequest['schema'] {
  return { name, json: withoutReferences(json) }
}

function message({ role, text, images = [] }: Message): object {
  if (images.length === 0) return { role, content: text }
  const seen = images.map(({ mediaType, base64 }) => ({ type: 'image_url', image_url: { url: `data:${mediaType};base64,${base64}` } }))
  return { role, content: [{ type: 'text', text }, ...seen] }
}

const Reply = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: z.number().nullish(),
      completion_tokens: z.number().nullish(),
      prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
    })
    .nullish(),
})

export function readChat(json: unknown, { model }: Pick<ProviderSettings, 'model'>): Generated {
  const reply = Reply.parse(json)
  const { message: said, finish_reason: reason } = reply.choices[0]!
  const refused = (said.refusal ?? '') !== '' || reason === 'content_filter' || reason === 'blacklist'
  return {
    text: said.content ?? '',
    finish: refused ? 'refused' : reason === 'length' ? 'length' : 'stop',
    usage: {
      input: reply.usage?.prompt_tokens ?? 0,
      output: reply.usage?.completion_tokens ?? 0,
      cached: reply.usage?.prompt_tokens_details?.cached_tokens ?? 0,
    },
    model: reply.model ?? model,
  }
}

import type { ProviderSettings } from '../settings.ts'
import { anthropic } from './anthropic.ts'
import { gigachat, local, mistral, openai, yandex } from './chat-completions.ts'
import type { Dialect } from './dialect.ts'
import { tgi } from './tgi.ts'

export type { Dialect } from './dialect.ts'

export const DIALECT_OF: Readonly<Record<ProviderSettings['dialect'], Dialect>> = {
  openai,
  mistral,
  vllm: local,
  'llama-server': local,
  ollama: local,
  yandex,
  gigachat,
  tgi,
  anthropic,
}

import type { Generated, GenerateRequest } from '../../../core/llm/port.ts'
import type { ProviderSettings } from '../settings.ts'

/** How one kind of server wants to be asked and how it answers. */
export interface Dialect {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  body(request: GenerateRequest, provider: ProviderSettings): object
  /** Throws (zod or otherwise) when the JSON is not what this server answers. */
  read(json: unknown, provider: ProviderSettings): Generated
}

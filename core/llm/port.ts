/** JSON Schema as it goes to a provider: the portable part that `lintWireSchema` allows. */
export type JsonSchema = Readonly<Record<string, unknown>>

export interface Message {
  readonly role: 'system' | 'user' | 'assistant'
  readonly text: string
  /** Of an example: the approved document that it was made of. Its words are kept with that document and nowhere else. */
  readonly example?: string
  /** Page images, base64. Only for providers that can see and stand inside. */
  readonly images?: readonly { readonly mediaType: string; readonly base64: string }[]
}

export interface GenerateRequest {
  readonly messages: readonly Message[]
  readonly schema: { readonly name: string; readonly json: JsonSchema }
  /** Most tokens of the answer. */
  readonly maxTokens: number
  /** Header of the W3C trace context, by which the provider's own log can be found again. It says nothing about the document. */
  readonly traceparent?: string
}

/** Tokens as the provider counted them; `cached` is the part of `input` that it had seen before. */
export interface Usage {
  readonly input: number
  readonly output: number
  readonly cached: number
}

export interface Generated {
  readonly text: string
  /** `length`: cut off at the token limit. `refused`: the model would not. */
  readonly finish: 'stop' | 'length' | 'refused'
  readonly usage: Usage
  /** The model as the provider names the one that answered. */
  readonly model: string
}

/** One try. Throws LlmFault. The signal closes the connection. */
export type Generate = (request: GenerateRequest, signal: AbortSignal) => Promise<Generated>

export type FaultKind =
  | 'unreachable'
  | 'too_slow'
  | 'rate_limited'
  | 'server_error'
  | 'unauthorised'
  | 'rejected'
  | 'too_large'
  | 'malformed'
  | 'cut_off'
  | 'refused'
  | 'resting'
  | 'over_budget'

const PASSING: ReadonlySet<FaultKind> = new Set(['unreachable', 'rate_limited', 'server_error'])

/** What a provider did wrong. The message names the provider and the kind, never document text or secrets. */
export class LlmFault extends Error {
  readonly kind: FaultKind
  /** The same call may succeed in a moment. One that was too slow will be too slow again. */
  readonly passing: boolean

  constructor(kind: FaultKind, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'LlmFault'
    this.kind = kind
    this.passing = PASSING.has(kind)
  }
}

import { Decimal } from '../rules/index.ts'
import type { GenerateRequest, Usage } from './port.ts'

/** Per million tokens, decimal strings, in the installation's one currency for this. */
export interface Prices {
  readonly input: string
  readonly output: string
  /** For input that the provider had cached. */
  readonly cached: string
}

/** What a call costs, as a decimal string with eight decimals. Cached tokens are counted within the input (OpenAI's usage object does so). */
export function costOf({ input, output, cached }: Usage, prices: Prices): string {
  const fresh = Math.max(0, input - cached)
  const micro = new Decimal(prices.input)
    .times(fresh)
    .plus(new Decimal(prices.cached).times(Math.min(cached, input)))
    .plus(new Decimal(prices.output).times(output))
  return micro.div(1_000_000).toFixed(8)
}

const IMAGE_TOKENS = 3000 // of one page image; the largest count that a documented provider names is below

/**
 * More than a question can cost: no tokenizer makes more tokens than a text has bytes, and the answer ends at its limit. Held against the budget until the
 * provider has said what it counted.
 */
export function highestCost({ messages, schema, maxTokens }: GenerateRequest, prices: Prices): string {
  const bytes = new TextEncoder().encode(messages.map(({ text }) => text).join('') + JSON.stringify(schema.json)).length
  const images = messages.reduce((sum, { images: shown = [] }) => sum + shown.length, 0)
  const dearest = Decimal.max(prices.input, prices.cached).toString()
  return costOf({ input: bytes + images * IMAGE_TOKENS, output: maxTokens, cached: 0 }, { ...prices, input: dearest })
}

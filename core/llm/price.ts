import { Decimal } from '../rules/index.ts'
import type { Usage } from './port.ts'

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

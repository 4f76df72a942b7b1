import type { ProviderSettings } from '../../adapters/llm/index.ts'

/** A provider that stands inside, costs nothing and gives up after two seconds, unless the test says otherwise. */
export function provider(id: string, url: string, change: Partial<ProviderSettings> = {}): ProviderSettings {
  return {
    id,
    dialect: 'llama-server',
    baseUrl: url,
    model: `${id}-model`,
    place: 'inside',
    residency: 'DE',
    sees: false,
    auth: { kind: 'none' },
    prices: { input: '0', output: '0', cached: '0' },
    concurrency: 4,
    timeoutS: 2,
    partTokens: 100_000,
    answerTokens: 4000,
    examples: 0,
    temperature: 0,
    ...change,
  }
}

import type { LlmUse } from '../../core/llm/llm-reading.ts'
import { dec } from '../../core/rules/index.ts'

/** What one language model with one prompt did over a folder; `provider` null = one was to be asked and none answered. */
export interface ModelSum {
  readonly provider: string | null
  readonly model: string | null
  readonly prompt: string | null
  readonly documents: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cost: string
  readonly currency: string | null
}

/** So that two runs can be told apart: the same folder, another model or another prompt. */
export function sumUses(uses: readonly (LlmUse | null)[]): readonly ModelSum[] {
  const groups = Map.groupBy(uses, (use) => (use ? `${use.provider} ${use.model} ${use.prompt}` : ''))
  return [...groups.values()].map((all) => {
    const [first] = all
    const answered = all.filter((use) => use !== null)
    return {
      provider: first?.provider ?? null,
      model: first?.model ?? null,
      prompt: first?.prompt ?? null,
      documents: all.length,
      inputTokens: answered.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
      outputTokens: answered.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
      cost: answered.reduce((sum, { cost }) => sum.plus(dec(cost)), dec('0')).toFixed(8),
      currency: first?.currency ?? null,
    }
  })
}

export function describeUses(sums: readonly ModelSum[]): readonly string[] {
  return sums.map(({ provider, model, prompt, documents, inputTokens, outputTokens, cost, currency }) =>
    provider === null
      ? `no language model answered for ${documents} documents`
      : `language model ${provider} (${model}), prompt ${prompt}: ${documents} documents, ${inputTokens} tokens in, ${outputTokens} out, ${cost} ${currency}`,
  )
}

import type { Candidate } from '../field.ts'
import type { Finding } from '../finding.ts'
import { sameText } from './doubts.ts'

/** Where the built-in extractor and a language model, two unlike readers, take different values of the page: one of them is wrong, a person looks. */
export function findLlmDoubts(
  read: Readonly<Record<string, Candidate>>,
  llm: readonly Candidate[],
  watched: readonly string[],
): readonly Finding[] {
  return watched.flatMap((path) => {
    const own = read[path]
    const other = llm.find((candidate) => candidate.path === path && !candidate.proposal)
    const page = own && ['text', 'ocr'].includes(own.source)
    return page && other && !sameText(String(own.value), String(other.value)) ? [llmDoubt(path, own, other)] : []
  })
}

/**
 * A model that pointed at the right words and wrote something else does not agree with who reads them: what it only proposes must not stand beside the same
 * value as a second voice.
 */
export function withoutEchoes(llm: readonly Candidate[], own: readonly Candidate[]): readonly Candidate[] {
  return llm.filter(({ path, value, proposal }) => !proposal || !own.some((other) => other.path === path && other.value === value))
}

export function llmDoubt(path: string, own: Candidate, other: Candidate): Finding {
  return {
    ruleId: 'llm_differs',
    severity: 'warning',
    fields: [path],
    expected: String(other.value),
    actual: String(own.value),
    delta: null,
    message: {
      en: `Docket reads ${own.value}, the language model ${other.value}. Compare both with the page.`,
      ru: `Docket читает ${own.value}, языковая модель — ${other.value}. Сверьте оба значения со страницей.`,
    },
  }
}

import type { Candidate } from '../field.ts'
import type { Finding } from '../finding.ts'
import { sameText } from './doubts.ts'

/**
 * Where an earlier correction brings one value, and captions and the look of the page both name another: the two readers fail so unlike that what they
 * agree on is right in 99 of 100 (docs/models/field-scorer.md). A lesson that was wrong, or is no longer right, must not pass without a person.
 */
export function findMemoryDoubts(
  recalled: readonly Candidate[],
  read: readonly Candidate[],
  scored: readonly Candidate[],
): readonly Finding[] {
  return recalled.flatMap((known) => {
    if (known.extractor !== 'correction') return []
    const [rule, look] = [best(read, known.path), best(scored, known.path)]
    if (!rule || !look || !same(rule, look) || same(rule, known)) return []
    return [
      {
        ruleId: 'memory_differs',
        severity: 'warning',
        fields: [known.path],
        expected: String(rule.value),
        actual: String(known.value),
        delta: null,
        message: {
          en: `By an earlier correction this is ${known.value}; captions and the look of the page say ${rule.value}. Compare both with the page.`,
          ru: `По прежнему исправлению это ${known.value}, а подписи и вид страницы говорят ${rule.value}. Сверьте оба значения со страницей.`,
        },
      },
    ]
  })
}

function same(a: Candidate, b: Candidate): boolean {
  return sameText(String(a.value), String(b.value))
}

function best(candidates: readonly Candidate[], path: string): Candidate | undefined {
  return candidates.filter((candidate) => candidate.path === path).toSorted((a, b) => b.score - a.score)[0]
}

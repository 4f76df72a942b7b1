import type { Candidate } from '../field.ts'
import type { Finding } from '../finding.ts'
import { dec } from '../rules/index.ts'

// From here on the rules were wrong in 37 of 40 amounts, dates and numbers on which they and the scorer differed, in layouts and from suppliers it had
// not seen (docs/models/field-scorer.md).
const SURE = 0.9

/** Where the rules took one value and the learned scorer is sure of another, one of the two readers is wrong: a person looks. */
export function findDoubts(read: readonly Candidate[], scored: readonly Candidate[]): readonly Finding[] {
  const paths = [...new Set(scored.map(({ path }) => path))]
  return paths.flatMap((path) => {
    const [rule, other] = [best(read, path), best(scored, path)]
    return rule && other && other.score >= SURE && !sameText(String(rule.value), String(other.value)) ? [doubt(path, rule, other)] : []
  })
}

function best(candidates: readonly Candidate[], path: string): Candidate | undefined {
  return candidates.filter((candidate) => candidate.path === path).toSorted((a, b) => b.score - a.score)[0]
}

/** A name with and without what stands around it is the same name. */
export function sameText(a: string, b: string): boolean {
  const number = /^-?\d+(\.\d+)?$/
  if (number.test(a) && number.test(b)) return dec(a).abs().eq(dec(b).abs())
  const [x, y] = [letters(a), letters(b)]
  return x === y || (Math.min(x.length, y.length) > 6 && /\p{L}{4}/u.test(x) && (x.includes(y) || y.includes(x)))
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function doubt(path: string, rule: Candidate, other: Candidate): Finding {
  return {
    ruleId: 'readers_differ',
    severity: 'warning',
    fields: [path],
    expected: String(other.value),
    actual: String(rule.value),
    delta: null,
    message: {
      en: `Captions point to ${rule.value}, the look of the page to ${other.value}. Compare both with the page.`,
      ru: `По подписи это ${rule.value}, а по виду страницы — ${other.value}. Сверьте оба значения со страницей.`,
    },
  }
}

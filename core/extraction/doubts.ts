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
    const differ = rule && other && other.score >= SURE && !sameText(String(rule.value), String(other.value))
    return differ && !isSwapped(read, scored, path, rule, other) ? [doubt(path, rule, other)] : []
  })
}

const CAPTIONED = 0.9 // a number inside the block of a party that its caption names

/**
 * Both read the same two values and give them to the two parties the other way round. Where a caption says whose one of them is, it says whose the
 * other is: the look of the page knows only that sellers mostly stand first.
 */
function isSwapped(read: readonly Candidate[], scored: readonly Candidate[], path: string, rule: Candidate, other: Candidate): boolean {
  const twin = PARTIES.flatMap(([a, b]) => (path.startsWith(a) ? [path.replace(a, b)] : []))[0]
  const [there, otherThere] = twin === undefined ? [] : [best(read, twin), best(scored, twin)]
  if (!there || !otherThere || rule.value !== otherThere.value || there.value !== other.value) return false
  return Math.max(rule.score, there.score) >= CAPTIONED
}

const PARTIES = [
  ['seller.', 'buyer.'],
  ['buyer.', 'seller.'],
] as const

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

import type { Candidate } from '../field.ts'
import type { Finding } from '../finding.ts'

const AS_LIKELY = 0.9 // of the first reading's score: below that the extractor itself prefers the first

/** The same printed characters read in two ways ("03/04/2026") and nothing on the document says which: a person decides. */
export function findTwoReadings(read: readonly Candidate[]): readonly Finding[] {
  return [...Map.groupBy(read, ({ path }) => path)].flatMap(([path, own]) => {
    const [first, ...rest] = own.toSorted((a, b) => b.score - a.score)
    const other = rest.find((one) => first && one.value !== first.value && one.score >= AS_LIKELY * first.score && samePlace(one, first))
    return first && other ? [twoReadings(path, first, other)] : []
  })
}

function samePlace(a: Candidate, b: Candidate): boolean {
  return a.extractor === b.extractor && a.raw === b.raw && JSON.stringify(a.evidence) === JSON.stringify(b.evidence)
}

function twoReadings(path: string, { value, raw }: Candidate, other: Candidate): Finding {
  return {
    ruleId: 'two_readings',
    severity: 'warning',
    fields: [path],
    expected: String(other.value),
    actual: String(value),
    delta: null,
    message: {
      en: `"${raw}" can be ${value} or ${other.value}, and nothing else on the document says which. Choose the right one.`,
      ru: `«${raw}» можно прочитать как ${value} или ${other.value}, и больше ничто в документе этого не решает. Выберите верное значение.`,
    },
  }
}

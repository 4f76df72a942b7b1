import { addReadErrors, readRates } from './read-error.ts'
import type { DocumentScore } from './score-document.ts'
import { f1 } from './score-lines.ts'

export interface KindSummary {
  readonly kind: string
  readonly documents: number
  readonly fields: { readonly correct: number; readonly total: number; readonly accuracy: number | null }
  readonly byField: Readonly<Record<string, { readonly correct: number; readonly total: number }>>
  readonly lines: { readonly rowF1: number; readonly cellF1: number } | null
  /** Share of documents that went through without a person, and wrong fields among them. */
  readonly straightThrough: { readonly documents: number; readonly rate: number; readonly wrongFields: number }
  readonly types: Readonly<Record<string, number>>
  readonly reading: ReturnType<typeof readRates> | null
  readonly secondsPerPage: number
}

export function summarise(kind: string, scores: readonly DocumentScore[]): KindSummary {
  const fields = scores.flatMap((s) => s.fields)
  const correct = fields.filter((f) => f.correct).length
  const auto = scores.filter((s) => s.route === 'auto')
  const lines = scores.flatMap((s) => (s.lines ? [s.lines] : []))
  const total = (pick: (line: (typeof lines)[number]) => number) => lines.reduce((sum, line) => sum + pick(line), 0)
  const read = scores.flatMap((s) => (s.reading ? [s.reading] : []))
  return {
    kind,
    documents: scores.length,
    fields: { correct, total: fields.length, accuracy: fields.length === 0 ? null : correct / fields.length },
    byField: countBy(fields),
    lines:
      lines.length === 0
        ? null
        : {
            rowF1: f1(
              total((l) => l.correct),
              total((l) => l.found),
              total((l) => l.truth),
            ),
            cellF1: f1(
              total((l) => l.correctCells),
              total((l) => l.foundCells),
              total((l) => l.truthCells),
            ),
          },
    straightThrough: {
      documents: auto.length,
      rate: scores.length === 0 ? 0 : auto.length / scores.length,
      wrongFields: auto.flatMap((s) => s.fields).filter((f) => !f.correct).length,
    },
    types: tally(scores.map((s) => s.type)),
    reading: read.length === 0 ? null : readRates(addReadErrors(read)),
    secondsPerPage:
      scores.reduce((sum, s) => sum + s.seconds, 0) /
      Math.max(
        1,
        scores.reduce((sum, s) => sum + s.pages, 0),
      ),
  }
}

function countBy(
  fields: readonly { readonly field: string; readonly correct: boolean }[],
): Record<string, { correct: number; total: number }> {
  const counts: Record<string, { correct: number; total: number }> = {}
  for (const { field, correct } of fields) {
    const before = counts[field] ?? { correct: 0, total: 0 }
    counts[field] = { correct: before.correct + Number(correct), total: before.total + 1 }
  }
  return counts
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

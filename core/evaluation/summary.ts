import { addReadErrors, readRates } from './read-error.ts'
import type { DocumentScore, FieldScore, FlagScore } from './score-document.ts'
import { f1 } from './score-lines.ts'

export interface KindSummary {
  readonly kind: string
  readonly documents: number
  readonly fields: { readonly correct: number; readonly total: number; readonly accuracy: number | null }
  /** `share`: mean agreement of lists of names, 0..1; absent for single values. */
  readonly byField: Readonly<Record<string, { readonly correct: number; readonly total: number; readonly share?: number }>>
  /** Yes/no questions: how many of the answers «yes» are right, and how many of the true ones were found; null where none were asked or answered. */
  readonly flags: FlagSummary | null
  readonly lines: { readonly rowF1: number; readonly cellF1: number } | null
  /** Share of documents that went through without a person, and wrong fields among them. */
  readonly straightThrough: { readonly documents: number; readonly rate: number; readonly wrongFields: number }
  readonly types: Readonly<Record<string, number>>
  readonly reading: ReturnType<typeof readRates> | null
  readonly secondsPerPage: number
}

export interface FlagSummary {
  readonly precision: number | null
  readonly recall: number | null
  readonly accuracy: number
  readonly byName: Readonly<Record<string, { readonly right: number; readonly missed: number; readonly invented: number }>>
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
    flags: summariseFlags(scores.flatMap((s) => s.flags ?? [])),
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

function countBy(fields: readonly FieldScore[]): KindSummary['byField'] {
  const names = [...new Set(fields.map(({ field }) => field))]
  return Object.fromEntries(
    names.map((name) => {
      const own = fields.filter(({ field }) => field === name)
      const shares = own.flatMap(({ share }) => share ?? [])
      const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
      return [name, { correct: own.filter(({ correct }) => correct).length, total: own.length, ...(shares.length > 0 && { share: mean }) }]
    }),
  )
}

function summariseFlags(flags: readonly FlagScore[]): FlagSummary | null {
  if (flags.length === 0) return null
  const count = (own: readonly FlagScore[]) => ({
    right: own.filter(({ expected, actual }) => expected && actual).length,
    missed: own.filter(({ expected, actual }) => expected && !actual).length,
    invented: own.filter(({ expected, actual }) => !expected && actual).length,
  })
  const { right, missed, invented } = count(flags)
  return {
    precision: right + invented === 0 ? null : right / (right + invented),
    recall: right + missed === 0 ? null : right / (right + missed),
    accuracy: 1 - (missed + invented) / flags.length,
    byName: Object.fromEntries(
      [...new Set(flags.map(({ name }) => name))].map((name) => [name, count(flags.filter((f) => f.name === name))]),
    ),
  }
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

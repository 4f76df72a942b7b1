import { fingerprint, type TreeModel } from '../../core/scoring/trees.ts'
import { acceptFrom, type Outcome } from './outcomes.ts'

const PRECISION = 0.95
const LEAST = 25 // values taken; fewer prove nothing
const LEAST_REAL = 2
const LEAST_SCORE = 0.5 // a value less likely than its absence is no value, whatever the counts say

/** The model with each field's threshold from outcomes of layouts and suppliers left out, named by its content; and one line a field that says why. */
export function withThresholds(
  model: TreeModel,
  outcomes: readonly Outcome[],
): { readonly model: TreeModel; readonly lines: readonly string[] } {
  const judged = model.fields.map((field) => {
    const own = outcomes.filter(({ path }) => path === field.path)
    const all = acceptFrom(own, PRECISION, LEAST)
    // Generated documents alone prove nothing about real ones: those must bear the threshold out too, few as they are.
    const real = acceptFrom(
      own.filter(({ kind }) => kind !== 'free' && kind !== 'generated'),
      PRECISION,
      LEAST_REAL,
    )
    const accept = all && real ? Math.floor(Math.max(all.from, real.from, LEAST_SCORE) * 1000) / 1000 : null
    const line = `${field.path}: ${accept === null ? 'never taken' : `taken from ${accept}`} (all ${describe(all)}; real ${describe(real)})`
    return { field: { ...field, accept }, line }
  })
  const fields = judged.map(({ field }) => field)
  // The version tells one training from the next by content: results record it.
  const version = `${model.version}-${fingerprint([JSON.stringify(fields)])}`
  return { model: { ...model, version, fields }, lines: judged.map(({ line }) => line) }
}

function describe(at: ReturnType<typeof acceptFrom>): string {
  return at ? `${at.right} of ${at.taken} right from ${at.from.toFixed(3)}` : 'not reached'
}

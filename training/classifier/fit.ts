import { type ClassifierModel, PAGE_SIGNALS, SIGN_SIGNALS } from '../../core/classification/index.ts'

/** One paper as the model sees it: signals of every kind, of the pages, and which kind it is. */
export interface Row {
  readonly className: string
  readonly signs: ReadonlyMap<string, readonly number[]>
  readonly pages: readonly number[]
}

const STEPS = 1500
const RATE = 0.5
const RIDGE = { signs: 0.0005, pages: 0.02 } // what a paper looks like is learned from made papers only: it may not outweigh its signs

/** Maximum likelihood of the conditional logit with a ridge, by full-batch gradient descent from zero. Deterministic. */
export function fitClassifier(rows: readonly Row[], version: string): ClassifierModel {
  const names = [...new Set(rows.map(({ className }) => className))].sort()
  const signs = SIGN_SIGNALS.map(() => 0)
  const pages = new Map(names.map((name) => [name, PAGE_SIGNALS.map(() => 0)]))
  for (let step = 0; step < STEPS; step++) {
    const bySign = SIGN_SIGNALS.map(() => 0)
    const byPage = new Map(names.map((name) => [name, PAGE_SIGNALS.map(() => 0)]))
    for (const row of rows) {
      const scores = names.map((name) => dot(signs, row.signs.get(name)!) + dot(pages.get(name)!, row.pages))
      const most = Math.max(...scores)
      const weights = scores.map((score) => Math.exp(score - most))
      const all = weights.reduce((sum, one) => sum + one, 0)
      names.forEach((name, i) => {
        const off = (name === row.className ? 1 : 0) - weights[i]! / all
        row.signs.get(name)!.forEach((value, j) => {
          bySign[j]! += off * value
        })
        row.pages.forEach((value, j) => {
          byPage.get(name)![j]! += off * value
        })
      })
    }
    signs.forEach((value, j) => {
      signs[j] = value + RATE * (bySign[j]! / rows.length - RIDGE.signs * value)
    })
    for (const [name, own] of pages)
      own.forEach((value, j) => {
        own[j] = value + RATE * (byPage.get(name)![j]! / rows.length - RIDGE.pages * value)
      })
  }
  return {
    version,
    signs: named(SIGN_SIGNALS, signs),
    pages: Object.fromEntries([...pages].map(([name, own]) => [name, named(PAGE_SIGNALS, own)])),
  }
}

function dot(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0)
}

function named(names: readonly string[], values: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, i) => [name, Math.round(values[i]! * 10_000) / 10_000]))
}

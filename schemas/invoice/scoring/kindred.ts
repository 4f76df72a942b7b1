import type { PlacedCandidate } from './page-facts.ts'

/** Candidates of the same kind; counts and lists are kept per page and value, so that a long file does not compare each with each. */
export interface Kin {
  /** On the candidate's page, itself included. */
  readonly onPage: readonly PlacedCandidate[]
  /** Candidates of its kind and value in the document, itself included. */
  readonly sameValue: number
}

export function kindred(candidates: readonly PlacedCandidate[]): (candidate: PlacedCandidate) => Kin {
  const kinds = new Map(
    [...Map.groupBy(candidates, ({ kind }) => kind)].map(([kind, kin]) => [
      kind,
      { onPage: Map.groupBy(kin, ({ page }) => page), sameValue: countBy(kin, ({ value }) => value) },
    ]),
  )
  return ({ kind, page, value }) => {
    const kin = kinds.get(kind)!
    return { onPage: kin.onPage.get(page)!, sameValue: kin.sameValue.get(value)! }
  }
}

/** How many of its kind stand before each candidate: on its page, and with its value anywhere. */
export interface Earlier {
  readonly onPage: number
  readonly sameValue: number
}

export function countEarlier(candidates: readonly PlacedCandidate[]): ReadonlyMap<PlacedCandidate, Earlier> {
  const counts = new Map<string, number>()
  const next = (key: string) => {
    const before = counts.get(key) ?? 0
    counts.set(key, before + 1)
    return before
  }
  return new Map(
    candidates.map((candidate) => {
      const { kind, page, value } = candidate
      return [candidate, { onPage: next(`${kind} page ${page.index}`), sameValue: next(`${kind} value ${value}`) }]
    }),
  )
}

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

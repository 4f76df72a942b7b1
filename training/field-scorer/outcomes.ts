/** What became of one field of one document. `shown`: the right value is among the scorer's candidates. */
export interface Outcome {
  readonly path: string
  readonly id: string
  readonly kind: string
  readonly hidden: number
  /** The document is known not to say it. */
  readonly absent: boolean
  readonly rule: 'right' | 'wrong' | 'none'
  readonly guess: 'right' | 'wrong' | 'none'
  readonly score: number
  readonly same: boolean
  readonly shown: boolean
}

/** Smallest score from which guesses for fields that the rules left empty are right often enough; null where none is, or too few were seen. */
export function acceptFrom(
  outcomes: readonly Outcome[],
  precision: number,
  least: number,
): { readonly from: number; readonly taken: number; readonly right: number } | null {
  const open = outcomes.filter(({ rule, guess }) => rule === 'none' && guess !== 'none').toSorted((a, b) => b.score - a.score)
  let best: { from: number; taken: number; right: number } | null = null
  let right = 0
  for (const [i, { guess, score }] of open.entries()) {
    if (guess === 'right') right++
    if (open[i + 1]?.score !== score && i + 1 >= least && right / (i + 1) >= precision) best = { from: score, taken: i + 1, right }
  }
  return best
}

export function report(outcomes: readonly Outcome[]): void {
  for (const [group, own] of Map.groupBy(outcomes, ({ kind, hidden }) => `${kind}, ${hidden * 100} % of captions hidden`)) {
    process.stdout.write(`${group}: ${new Set(own.map(({ id }) => id)).size} documents\n`)
    for (const [path, all] of Map.groupBy(own, (one) => one.path)) process.stdout.write(`  ${line(path, all)}\n`)
  }
  process.stdout.write('fields that the rules leave empty, all groups\n')
  for (const [path, all] of Map.groupBy(outcomes, (one) => one.path)) {
    const open = all.filter(({ rule }) => rule === 'none')
    const sayable = open.filter(({ absent }) => !absent).length
    const at = acceptFrom(all, 0.95, 20)
    const taken = at ? `from ${at.from.toFixed(3)}: ${at.right} right of ${at.taken} taken` : 'never taken'
    process.stdout.write(`  ${path}: ${sayable} printed of ${open.length}; ${taken}\n`)
  }
}

function line(path: string, all: readonly Outcome[]): string {
  const said = all.filter(({ absent }) => !absent)
  const count = (test: (one: Outcome) => boolean) => said.filter(test).length
  const agreed = all.filter(({ same }) => same)
  const apart = all.filter(({ same, rule, guess }) => !same && rule !== 'none' && guess !== 'none')
  const sure = apart.filter(({ score }) => score >= 0.9)
  return [
    `${path}: rules ${count(({ rule }) => rule === 'right')}/${said.length}`,
    `scorer ${count(({ guess }) => guess === 'right')}`,
    `shown ${count(({ shown }) => shown)}`,
    `agreed ${agreed.filter(({ rule }) => rule === 'right').length}/${agreed.length} right`,
    `apart: rules right ${apart.filter(({ rule }) => rule === 'right').length}, scorer right ${apart.filter(({ guess }) => guess === 'right').length} of ${apart.length}`,
    `apart and scorer sure: scorer right ${sure.filter(({ guess }) => guess === 'right').length} of ${sure.length}`,
  ].join('; ')
}

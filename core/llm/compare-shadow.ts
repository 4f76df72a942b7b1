import { sameText } from '../extraction/doubts.ts'
import type { Candidate } from '../field.ts'

/** Paths of single fields by what two readings say of them; rows of two tables do not correspond by number and are left out. */
export interface ShadowComparison {
  readonly same: readonly string[]
  readonly differs: readonly string[]
  readonly onlyUsed: readonly string[]
  readonly onlyShadow: readonly string[]
}

/** What was taken from a document beside what a model said whose answer is not used. `asked`: paths that the model was asked for. */
export function compareShadow(
  used: Readonly<Record<string, Pick<Candidate, 'value'>>>,
  shadow: readonly Candidate[],
  asked: (path: string) => boolean,
): ShadowComparison {
  const said = new Map(shadow.filter(({ proposal }) => !proposal).map(({ path, value }) => [path, String(value)]))
  const paths = [...new Set([...Object.keys(used), ...said.keys()])].filter((path) => !path.includes('[') && asked(path)).sort()
  const where = (test: (own: string | undefined, other: string | undefined) => boolean) =>
    paths.filter((path) => test(used[path] && String(used[path].value), said.get(path)))
  return {
    same: where((own, other) => own !== undefined && other !== undefined && sameText(own, other)),
    differs: where((own, other) => own !== undefined && other !== undefined && !sameText(own, other)),
    onlyUsed: where((own, other) => own !== undefined && other === undefined),
    onlyShadow: where((own, other) => own === undefined && other !== undefined),
  }
}

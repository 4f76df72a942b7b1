import type { PageRange } from '../stages.ts'

/** A document of the file as it is now; `first` and `last` are pages of the file. */
export interface PartNow extends PageRange {
  readonly id: string
}

/** What has to happen so that the file is cut as a person wants it. Parts that keep their pages are not mentioned. */
export interface Recut {
  readonly changed: readonly PartNow[]
  readonly added: readonly PageRange[]
  /** Documents that no page is left of. */
  readonly gone: readonly string[]
}

/**
 * From the documents of a file and the pages at which one is to begin. A wanted range goes to the document that has most of its pages now, so that what
 * was corrected stays with them; the first range always to the document that was uploaded (`now[0]`).
 */
export function planRecut(now: readonly PartNow[], pageCount: number, starts: readonly number[]): Recut {
  const [file] = now
  if (!file) return { changed: [], added: [], gone: [] }
  const wanted = rangesFrom(starts, pageCount)
  const claims = wanted
    .flatMap((range, at) => now.map((part) => ({ at, part, shared: sharedPages(range, part) })))
    .filter(({ at, part, shared }) => shared > 0 && at !== 0 && part !== file)
    .sort((a, b) => b.shared - a.shared || a.at - b.at)
  const owners = new Map([[0, file]])
  for (const { at, part } of claims) if (!owners.has(at) && ![...owners.values()].includes(part)) owners.set(at, part)
  const kept = [...owners.values()]
  return {
    changed: [...owners].flatMap(([at, { id, first, last }]) => {
      const range = wanted[at]!
      return range.first === first && range.last === last ? [] : [{ id, ...range }]
    }),
    added: wanted.filter((_, at) => !owners.has(at)),
    gone: now.filter((part) => !kept.includes(part)).map(({ id }) => id),
  }
}

/** A document begins on page 1 whatever is said; pages that the file does not have are ignored. */
function rangesFrom(starts: readonly number[], pageCount: number): readonly PageRange[] {
  const inside = starts.filter((page) => Number.isInteger(page) && page > 1 && page <= pageCount)
  const firsts = [...new Set([1, ...inside])].sort((a, b) => a - b)
  return firsts.map((first, i) => ({ first, last: (firsts[i + 1] ?? pageCount + 1) - 1 }))
}

function sharedPages(a: PageRange, b: PageRange): number {
  return Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1)
}

import type { Candidate } from '../field.ts'

const LIST = /^(\w+)\[(\d+)\](.*)$/
const LATER = 0.9 // what a repeated reading of another part is worth beside the one that counts

/**
 * The readings of a document's parts as one. Rows of lists follow each other; rows whose every word was read in the part before (a caption context) fall
 * away. Of a single field the first reading counts, or the last where the type says so (sums).
 */
export function mergeParts(parts: readonly (readonly Candidate[])[], lastCounts: (path: string) => boolean): readonly Candidate[] {
  if (parts.length <= 1) return parts[0] ?? []
  const single = parts.map((part) => part.filter(({ path }) => !LIST.test(path)))
  const paths = [...new Set(single.flat().map(({ path }) => path))]
  return [...paths.flatMap((path) => ofField(single, path, lastCounts(path))), ...rows(parts)]
}

function ofField(parts: readonly (readonly Candidate[])[], path: string, last: boolean): readonly Candidate[] {
  const found = parts.flatMap((part) => part.filter((candidate) => candidate.path === path))
  const ordered = last ? found.toReversed() : found
  const different = ordered.filter((one, i) => ordered.findIndex(({ value }) => value === one.value) === i)
  return different.map((one, i) => (i === 0 ? one : { ...one, score: Math.round(one.score * LATER ** i * 1000) / 1000 }))
}

function rows(parts: readonly (readonly Candidate[])[]): readonly Candidate[] {
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  return parts.flatMap((part) => {
    const lists = Map.groupBy(
      part.filter(({ path }) => LIST.test(path)),
      ({ path }) => path.slice(0, path.indexOf(']') + 1),
    )
    return [...lists.values()].flatMap((row) => {
      const places = JSON.stringify(row.map(({ path, evidence }) => [LIST.exec(path)![3], evidence]))
      if (seen.has(places)) return []
      seen.add(places)
      const list = LIST.exec(row[0]!.path)![1]!
      const at = counts.get(list) ?? 0
      counts.set(list, at + 1)
      return row.map((candidate) => ({ ...candidate, path: `${list}[${at}]${LIST.exec(candidate.path)![3]}` }))
    })
  })
}

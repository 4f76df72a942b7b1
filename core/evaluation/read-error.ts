/** Character error rate: edit distance of the texts without blanks, upper case, over the truth's length. Lines are in reading order. */
export function characterErrorRate(truth: string, read: string): number {
  const [a, b] = [truth, read].map((text) => text.toUpperCase().replace(/\s+/g, '')) as [string, string]
  return a.length === 0 ? 0 : editDistance(a, b) / a.length
}

/** Share of the truth's words that were read somewhere on the page (multiset match), 0..1. */
export function wordRecall(truth: string, read: string): number {
  const wanted = wordsOf(truth)
  const left = new Map<string, number>()
  for (const word of wordsOf(read)) left.set(word, (left.get(word) ?? 0) + 1)
  const hits = wanted.filter((word) => {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    return count > 0
  }).length
  return wanted.length === 0 ? 1 : hits / wanted.length
}

function wordsOf(text: string): readonly string[] {
  return text.toUpperCase().split(/\s+/).filter(Boolean)
}

function editDistance(a: string, b: string): number {
  let previous = Uint32Array.from({ length: b.length + 1 }, (_, j) => j)
  let current = new Uint32Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    ;[previous, current] = [current, previous]
  }
  return previous[b.length]!
}

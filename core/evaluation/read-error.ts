/** How one page was read: counts, so that pages and documents add up. */
export interface ReadError {
  /** Edit distance in characters, see `readError`. */
  readonly errors: number
  readonly characters: number
  readonly wordHits: number
  readonly truthWords: number
  readonly readWords: number
}

/**
 * Compares the lines that stand on a page with the lines that were read. The order of lines does not count: each true line is held against
 * the stretch of the page's text that is nearest to it (Sellers 1980), so a wrong reading order costs nothing and missing text costs its
 * length. Case is folded and white space collapsed. Words are matched as a multiset.
 */
export function readError(truth: readonly string[], read: readonly string[]): ReadError {
  const page = fold(read.join(' '))
  const lines = truth.map(fold).filter(Boolean)
  const truthWords = lines.flatMap((line) => line.split(' '))
  const readWords = page.split(' ').filter(Boolean)
  return {
    errors: lines.reduce((sum, line) => sum + nearestStretch(line, page), 0),
    characters: lines.reduce((sum, line) => sum + line.length, 0),
    wordHits: commonWords(truthWords, readWords),
    truthWords: truthWords.length,
    readWords: readWords.length,
  }
}

export function addReadErrors(all: readonly ReadError[]): ReadError {
  const total = (pick: (e: ReadError) => number) => all.reduce((sum, e) => sum + pick(e), 0)
  return {
    errors: total((e) => e.errors),
    characters: total((e) => e.characters),
    wordHits: total((e) => e.wordHits),
    truthWords: total((e) => e.truthWords),
    readWords: total((e) => e.readWords),
  }
}

/** Rates 0..; `characterErrorRate` may pass 1 only for an empty truth, where it is 0. */
export function readRates({ errors, characters, wordHits, truthWords, readWords }: ReadError) {
  return {
    characterErrorRate: characters === 0 ? 0 : errors / characters,
    wordRecall: truthWords === 0 ? 1 : wordHits / truthWords,
    wordPrecision: readWords === 0 ? 1 : wordHits / readWords,
  }
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}

function commonWords(wanted: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1)
  return wanted.filter((word) => {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    return count > 0
  }).length
}

/** Edit distance of one true line to the stretch of the page that is nearest to it, as `readError` counts it. */
export function lineError(line: string, read: readonly string[]): number {
  return nearestStretch(fold(line), fold(read.join(' ')))
}

/** Smallest edit distance of `line` to any substring of `page`; 0..line.length. Starting and ending anywhere on the page is free. */
function nearestStretch(line: string, page: string): number {
  if (page.includes(line)) return 0
  let previous = new Uint16Array(page.length + 1)
  let current = new Uint16Array(page.length + 1)
  for (let i = 1; i <= line.length; i++) {
    current[0] = i
    for (let j = 1; j <= page.length; j++) {
      current[j] = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (line[i - 1] === page[j - 1] ? 0 : 1))
    }
    ;[previous, current] = [current, previous]
  }
  return previous.reduce((least, distance) => Math.min(least, distance), line.length)
}

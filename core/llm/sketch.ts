import type { Reading } from '../reading.ts'
import type { Digest } from './surrogates/index.ts'

const KEPT = 48 // of all distinct words: the error of the estimated likeness is about one in the root of this

/**
 * A document's captions and letterhead in a few keyed hashes (bottom-k sketch, Broder 1997): the words without figures, which documents of one form share.
 * Nobody without the organisation's key can tell a word from it.
 */
export function sketchOf({ pages }: Reading, digest: Digest): readonly number[] {
  const words = new Set(pages.flatMap(({ lines }) => lines.flatMap((line) => line.words.map(({ text }) => text.toLowerCase()))))
  const hashes = [...words]
    .filter((word) => /^[\p{L}][\p{L}.:/-]+$/u.test(word))
    .map((word) => {
      const [a = 0, b = 0, c = 0, d = 0] = digest(`sketch:${word}`)
      return ((a * 256 + b) * 256 + c) * 256 + d
    })
  return [...new Set(hashes)].toSorted((x, y) => x - y).slice(0, KEPT)
}

/** Share of the words that two documents have in common, estimated from their sketches; 0..1. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const union = [...new Set([...a, ...b])].toSorted((x, y) => x - y).slice(0, KEPT)
  if (union.length === 0) return 0
  const [inA, inB] = [new Set(a), new Set(b)]
  return union.filter((hash) => inA.has(hash) && inB.has(hash)).length / union.length
}

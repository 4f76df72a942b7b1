import type { NumberedRow, NumberedWord } from '../numbered-rows.ts'
import { type PersonalKind, personalSpans } from './personal-spans.ts'
import { type Digest, surrogateOf } from './surrogate-of.ts'

export interface MaskedLines {
  /** The word as it may leave the house. */
  readonly said: (word: NumberedWord) => string
  /** What was replaced, to be kept sealed. */
  readonly replaced: readonly { readonly kind: PersonalKind; readonly original: string; readonly surrogate: string }[]
}

/**
 * Personal data of numbered rows replaced by surrogates of the same length, in one pass over what does not overlap: a surrogate is never masked again.
 * Rows are looked at whole, so that a caption in one cell tells what stands in the next.
 */
export function maskLines(rows: readonly NumberedRow[], digest: Digest): MaskedLines {
  const printed = new Set(rows.flatMap(({ cells }) => cells.flat().map(({ text }) => text)))
  const words = new Map<number, string>()
  const replaced = new Map<string, MaskedLines['replaced'][number]>()
  for (const { cells } of rows) {
    const placed = place(cells.flat())
    const text = placed.map(({ word }) => word.text).join(' ')
    let masked = text
    for (const { kind, from, to } of personalSpans(text)) {
      const original = text.slice(from, to)
      const surrogate = surrogateOf(kind, original, digest, (candidate) => printed.has(candidate))
      masked = masked.slice(0, from) + surrogate + masked.slice(to)
      replaced.set(`${kind}:${original}`, { kind, original, surrogate })
    }
    for (const { word, from } of placed) words.set(word.id, masked.slice(from, from + word.text.length))
  }
  return { said: (word) => words.get(word.id) ?? word.text, replaced: [...replaced.values()] }
}

function place(words: readonly NumberedWord[]): readonly { readonly word: NumberedWord; readonly from: number }[] {
  let at = 0
  return words.map((word) => {
    const from = at
    at += word.text.length + 1
    return { word, from }
  })
}

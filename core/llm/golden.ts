import { z } from 'zod'
import type { Candidate } from '../field.ts'
import type { Reading } from '../reading.ts'

/**
 * A known document of a type, one text per line. `reply`: path → the value that a model wrote and the printed words it pointed at; `expected`: what has to
 * come of it, `offered`: what is only proposed, `refused`: what is not taken.
 */
export const Golden = z
  .object({
    page: z.array(z.string()).readonly(),
    reply: z.record(z.string(), z.tuple([z.string(), z.string()])),
    expected: z.record(z.string(), z.string()),
    offered: z.record(z.string(), z.string()),
    refused: z.array(z.string()).readonly(),
  })
  .readonly()
export type Golden = z.infer<typeof Golden>

/** Per path of the type (`lines[].net`): values that were read as they stand, of how many. */
export const GoldenCounts = z.record(z.string(), z.object({ right: z.int().min(0), of: z.int().min(0) }).readonly()).readonly()
export type GoldenCounts = z.infer<typeof GoldenCounts>

/** One page, one line per text; words of equal width, so that columns are where the text puts them. */
export function goldenReading(lines: readonly string[]): Reading {
  const page = { index: 1, widthPx: 1000, heightPx: 1400, source: 'text' as const, engine: null, blocks: [], tables: [], error: null }
  return {
    pages: [
      {
        ...page,
        lines: lines.map((text, row) => {
          const y = { y0: row / 80, y1: row / 80 + 0.01 }
          const words = text.split(' ').map((word, i) => ({ text: word, confidence: null, box: { x0: i / 40, x1: (i + 0.9) / 40, ...y } }))
          return { text, words, confidence: null, box: { x0: 0, x1: words.length / 40, ...y } }
        }),
      },
    ],
  }
}

/** Which expected values a model has read; what it only proposed or could not ground does not count. */
export function countGolden(expected: Golden['expected'], read: readonly Candidate[]): GoldenCounts {
  return addCounts(
    Object.entries(expected).map(([path, value]) => {
      const right = read.some((candidate) => candidate.path === path && candidate.value === value && !candidate.proposal)
      return { [path.replace(/\[\d+\]/g, '[]')]: { right: right ? 1 : 0, of: 1 } }
    }),
  )
}

export function addCounts(all: readonly GoldenCounts[]): GoldenCounts {
  const sums: Record<string, { right: number; of: number }> = {}
  for (const counts of all)
    for (const [path, { right, of }] of Object.entries(counts)) {
      const sum = sums[path] ?? { right: 0, of: 0 }
      sums[path] = { right: sum.right + right, of: sum.of + of }
    }
  return sums
}

/** Paths of which fewer values are read now than at the best of the earlier times; all over the same known documents. */
export function fallenFields(earlier: readonly GoldenCounts[], now: GoldenCounts): readonly string[] {
  return Object.entries(now).flatMap(([path, { right }]) => (earlier.some((before) => (before[path]?.right ?? 0) > right) ? [path] : []))
}

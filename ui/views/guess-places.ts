import type { Box } from '../../core/geometry.ts'
import type { Result } from '../../core/result.ts'

/** Where on the pages stands what speaks for the guesses, by page; empty where the type is known. */
export function guessPlaces({ type, parts }: Pick<Result, 'type' | 'parts'>): ReadonlyMap<number, readonly Box[]> {
  const places = new Map<number, Box[]>()
  if (type !== 'unknown') return places
  for (const { page, box } of parts[0]?.guesses?.flatMap(({ because = [] }) => because) ?? [])
    if (page !== null && box !== null) places.set(page, [...(places.get(page) ?? []), box])
  return places
}

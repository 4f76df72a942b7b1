import type { PageRange } from './stages.ts'

/** Pages that travel together: few enough that their references stay a small message and their images a small part of the memory. */
const PAGES_AT_ONCE = 16

/** All pages of a file as consecutive ranges; always at least one, which is empty for a file without pages. */
export function pageRanges(pageCount: number): readonly PageRange[] {
  const count = Math.max(1, Math.ceil(pageCount / PAGES_AT_ONCE))
  return Array.from({ length: count }, (_, i) => ({ first: i * PAGES_AT_ONCE + 1, last: Math.min(pageCount, (i + 1) * PAGES_AT_ONCE) }))
}

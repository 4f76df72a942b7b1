import { basename } from 'node:path'
import { lineError } from '../core/evaluation/read-error.ts'
import type { PageImage } from './page-images.ts'

export interface WorstLine {
  readonly file: string
  /** Edit distance in characters. */
  readonly errors: number
  readonly text: string
  /** The line as read that shares most pairs of letters with the true one; a missing line shows a neighbour or nothing. */
  readonly nearest: string
}

/** The true lines of a page that were not read exactly, in the page's order. */
export function worstLines(page: PageImage, read: readonly string[]): readonly WorstLine[] {
  return page.lines.flatMap((text) => {
    const errors = lineError(text, read)
    return errors === 0 ? [] : [{ file: basename(page.file), errors, text, nearest: nearestOf(text, read) }]
  })
}

function nearestOf(text: string, read: readonly string[]): string {
  const wanted = pairs(text)
  let best = { line: '', shared: 0 }
  for (const line of read) {
    const own = pairs(line)
    const shared = [...wanted].filter((pair) => own.has(pair)).length / Math.sqrt(1 + own.size)
    if (shared > best.shared) best = { line, shared }
  }
  return best.line
}

function pairs(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase().replace(/\s+/g, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)))
}

import { type Box, overlap } from '../../geometry.ts'
import type { Span, TextLine, TextPage } from './document-text.ts'

/** Rest of the caption's line without leading separators; null when nothing is left. */
export function restOfLine(caption: Span, until = caption.line.text.length): Span | null {
  const rest = caption.line.text.slice(caption.to, until)
  const lead = /^[\s:;.,#=–—-]*/.exec(rest)![0].length
  const from = caption.to + lead
  return from >= until ? null : { line: caption.line, from, to: until }
}

/** Lines that stand to the right of a place on the same row, nearest first. */
export function rightOf(place: Box, page: TextPage): readonly TextLine[] {
  const height = place.y1 - place.y0
  return page.lines.filter((line) => line.at.x0 >= place.x1 - 0.3 * height && sameRow(line.at, place)).sort((a, b) => a.at.x0 - b.at.x0)
}

export function sameRow(a: Box, b: Box): boolean {
  const small = Math.min(a.y1 - a.y0, b.y1 - b.y0)
  return overlap(a.y0, a.y1, b.y0, b.y1) > 0.45 * small
}

/** Nearest lines under a place that share its column, top first. `reach` in line heights. */
export function below(place: Box, page: TextPage, reach: number): readonly TextLine[] {
  const height = place.y1 - place.y0
  return page.lines
    .filter((line) => {
      const gap = line.at.y0 - place.y1
      return gap > -0.4 * height && gap < reach * height && sharesColumn(line.at, place, height)
    })
    .sort((a, b) => a.at.y0 - b.at.y0)
}

/** Overlapping extents, or the same left edge. */
export function sharesColumn(a: Box, b: Box, em: number): boolean {
  return overlap(a.x0, a.x1, b.x0, b.x1) > 0.3 * Math.min(a.x1 - a.x0, b.x1 - b.x0) || Math.abs(a.x0 - b.x0) < 1.5 * em
}

/**
 * The column of text that starts under a line or at a place: left edges stay within `slack` line heights, gaps within `gapEm`.
 * `stop` ends it (the next caption).
 */
export function columnFrom(
  first: TextLine,
  page: TextPage,
  gapEm: number,
  stop: (line: TextLine) => boolean,
  max = 8,
): readonly TextLine[] {
  const column = [first]
  while (column.length < max) {
    const last = column.at(-1)!
    const next = page.lines
      .filter((line) => {
        const gap = line.at.y0 - last.at.y1
        const near = gap > -0.5 * last.em && gap < gapEm * Math.max(last.em, line.em)
        return near && line !== last && !column.includes(line) && Math.abs(line.at.x0 - first.at.x0) < 2.2 * first.em
      })
      .sort((a, b) => a.at.y0 - b.at.y0)[0]
    if (!next || stop(next)) break
    column.push(next)
  }
  return column
}

export function pageOf(span: Span, pages: readonly TextPage[]): TextPage {
  return pages.find((p) => p.index === span.line.page)!
}

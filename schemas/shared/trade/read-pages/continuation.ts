import type { Span, TextLine, TextPage } from '../../../../core/extraction/labels/index.ts'
import { wholeLines } from './party-text.ts'

/** Following lines of a value that goes on at the same left edge. */
export function continuation(page: TextPage, line: TextLine, x0: number, stop: (line: TextLine) => boolean): readonly Span[] {
  const out: TextLine[] = []
  let last = line
  for (;;) {
    const next = page.lines
      .filter(
        (l) =>
          l !== last &&
          Math.abs(l.at.x0 - x0) < 1.5 * line.em &&
          l.at.y0 - last.at.y1 > -0.5 * line.em &&
          l.at.y0 - last.at.y1 < 0.9 * line.em,
      )
      .sort((a, b) => a.at.y0 - b.at.y0)[0]
    if (!next || stop(next) || out.length > 6) return wholeLines(out)
    out.push(next)
    last = next
  }
}

import type { Box } from '../../core/geometry.ts'
import type { Reading } from '../../core/reading.ts'

/** Only the printed strip of each page, as a slip lies on the glass. */
export function cutOut(reading: Reading): Reading {
  return {
    pages: reading.pages.map((page) => {
      const all = page.lines.map(({ box }) => box)
      const [x0, x1] = [Math.min(...all.map((box) => box.x0)) - 0.02, Math.max(...all.map((box) => box.x1)) + 0.02]
      const [y0, y1] = [Math.min(...all.map((box) => box.y0)) - 0.02, Math.max(...all.map((box) => box.y1)) + 0.02]
      const cut = (box: Box): Box => ({
        x0: (box.x0 - x0) / (x1 - x0),
        x1: (box.x1 - x0) / (x1 - x0),
        y0: (box.y0 - y0) / (y1 - y0),
        y1: (box.y1 - y0) / (y1 - y0),
      })
      const lines = page.lines.map((line) => ({
        ...line,
        box: cut(line.box),
        words: line.words.map((word) => ({ ...word, box: cut(word.box) })),
      }))
      return { ...page, lines, widthPx: Math.round(page.widthPx * (x1 - x0)), heightPx: Math.round(page.heightPx * (y1 - y0)) }
    }),
  }
}

import type { Cell, Column } from '../../core/paper/index.ts'
import type { Ink, Sheet, Span } from './sheet.ts'

const BETWEEN_ROWS = 4
const BETWEEN_COLUMNS = 6

interface Written {
  readonly text: string
  readonly ink: Ink
}

/** A row stays on one page where one is high enough for it; every page of the table begins with its captions. */
export function drawTable(sheet: Sheet, columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
  const spans = spansOf(sheet, columns)
  const captions = columns.map(({ caption }, i) => written(sheet, [caption], spans[i]!, { size: 'small', strong: true }))
  const head = () => {
    drawLines(sheet, captions, spans)
    sheet.rule()
  }
  const first = rows[0] ? heightOf(sheet, cells(sheet, rows[0], spans)) : 0
  if (sheet.left < heightOf(sheet, captions) + first + 2 * BETWEEN_ROWS) sheet.nextPage()
  head()
  for (const row of rows) {
    const lines = cells(sheet, row, spans)
    const height = heightOf(sheet, lines)
    if (sheet.left < height && height < sheet.height - heightOf(sheet, captions) - BETWEEN_ROWS) {
      sheet.nextPage()
      head()
    }
    drawLines(sheet, lines, spans, head)
    sheet.skip(BETWEEN_ROWS)
  }
  sheet.rule()
}

function spansOf(sheet: Sheet, columns: readonly Column[]): readonly Span[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  let x = 0
  return columns.map(({ share, align }) => {
    // As if a gap stood behind the last one too: it then ends where the writing does.
    const step = ((sheet.width + BETWEEN_COLUMNS) * share) / all
    x += step
    return { x: x - step, width: step - BETWEEN_COLUMNS, align }
  })
}

function cells(sheet: Sheet, row: readonly Cell[], spans: readonly Span[]): readonly (readonly Written[])[] {
  return row.map((cell, i) => written(sheet, cell, spans[i]!))
}

function written(sheet: Sheet, [main = '', ...more]: Cell, { width }: Span, ink: Ink = {}): readonly Written[] {
  const small: Ink = { size: 'small', faint: true }
  return [
    ...sheet.wrap(main, width, ink).map((text) => ({ text, ink })),
    ...more.flatMap((line) => sheet.wrap(line, width, small).map((text) => ({ text, ink: small }))),
  ]
}

/** Lines of a row have one height, whatever their size: they stand beside each other. */
function heightOf(sheet: Sheet, lines: readonly (readonly Written[])[]): number {
  return Math.max(...lines.map(({ length }) => length)) * sheet.lineHeight()
}

function drawLines(sheet: Sheet, lines: readonly (readonly Written[])[], spans: readonly Span[], onNextPage = () => {}): void {
  const count = Math.max(...lines.map(({ length }) => length))
  for (let i = 0; i < count; i++) {
    if (sheet.left < sheet.lineHeight()) {
      sheet.nextPage()
      onNextPage()
    }
    for (const [c, column] of lines.entries()) {
      const line = column[i]
      if (line) sheet.put(line.text, line.ink, spans[c]!)
    }
    sheet.advance(sheet.lineHeight())
  }
}

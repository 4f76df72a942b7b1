import { type Box, boundingBox } from '../../geometry.ts'
import type { TextLine, TextPage, TextWord } from '../labels/document-text.ts'
import { type Band, ruledTableAt } from './column-bands.ts'
import { textRows } from './item-header.ts'

/** Text of one row inside one column; `words` belong to `line`s of the page. */
export interface RowCell {
  readonly text: string
  readonly parts: readonly { readonly line: TextLine; readonly word: TextWord }[]
}

/** One visual row under the head, cut into the columns. Index = band. */
export interface BodyRow {
  readonly page: TextPage
  readonly at: Box
  readonly lines: readonly TextLine[]
  readonly cells: readonly RowCell[]
  /** Row of the drawn grid it stands in; null without a grid. */
  readonly gridRow: number | null
}

export function bodyRows<Kind extends string>(
  page: TextPage,
  bands: readonly Band<Kind>[],
  keep: (line: TextLine) => boolean,
): readonly BodyRow[] {
  return textRows(page, keep).map((lines) => {
    const at = boundingBox(lines.map((l) => l.at))
    const cells = bands.map((band): RowCell => {
      const parts = lines.flatMap((line) => line.words.filter((w) => inBand(w, band)).map((word) => ({ line, word })))
      return { text: parts.map((p) => p.word.word.text).join(' '), parts }
    })
    return { page, at, lines, cells, gridRow: gridRow(page, at) }
  })
}

function inBand(word: TextWord, band: Band<string>): boolean {
  const x = (word.at.x0 + word.at.x1) / 2
  return x >= band.x0 && x < band.x1
}

function gridRow(page: TextPage, at: Box): number | null {
  const y = (at.y0 + at.y1) / 2
  const table = ruledTableAt(page, (at.x0 + at.x1) / 2, y)
  const cell = table?.cells.find((c) => c.box.y0 <= y && c.box.y1 > y && c.rowSpan === 1)
  return cell ? cell.row : null
}

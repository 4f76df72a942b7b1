import type { PaperBlock } from '../../core/paper/index.ts'
import { drawTable } from './draw-table.ts'
import type { Sheet, Span } from './sheet.ts'

const GAP = 14
/** Of the width: the caption of a fact, the place of the sums. */
const CAPTION_SHARE = 0.3
const SUMS_FROM = 0.45
const AMOUNT_SHARE = 0.45

export function drawBlock(sheet: Sheet, block: PaperBlock): void {
  sheet.skip(GAP)
  switch (block.kind) {
    case 'columns':
      drawColumns(sheet, block.columns)
      break
    case 'facts':
      drawFacts(sheet, block)
      break
    case 'table':
      drawTable(sheet, block.columns, block.rows)
      break
    case 'sums':
      drawSums(sheet, block.sums)
      break
    case 'text':
      sheet.line(block.heading, { strong: true })
      for (const line of block.text.split('\n')) sheet.line(line)
  }
}

/** Beside each other from one height; they go to the next page together, line by line where they are longer than one. */
function drawColumns(sheet: Sheet, columns: Extract<PaperBlock, { kind: 'columns' }>['columns']): void {
  const width = sheet.width / columns.length
  const lines = columns.map(({ heading, lines }) => [
    { text: heading, ink: { size: 'small', faint: true } as const },
    ...lines.flatMap((line, i) => {
      const ink = { strong: i === 0 }
      return sheet.wrap(line, width - GAP, ink).map((text) => ({ text, ink }))
    }),
  ])
  const count = Math.max(...lines.map(({ length }) => length))
  if (sheet.left < count * sheet.lineHeight() && count * sheet.lineHeight() < sheet.height) sheet.nextPage()
  for (let i = 0; i < count; i++) {
    if (sheet.left < sheet.lineHeight()) sheet.nextPage()
    for (const [c, column] of lines.entries()) {
      const line = column[i]
      if (line) sheet.put(line.text, line.ink, { x: c * width, width })
    }
    sheet.advance(sheet.lineHeight())
  }
}

function drawFacts(sheet: Sheet, { heading, facts }: Extract<PaperBlock, { kind: 'facts' }>): void {
  if (heading !== null) sheet.line(heading, { strong: true })
  const caption: Span = { x: 0, width: sheet.width * CAPTION_SHARE }
  const value: Span = { x: caption.width, width: sheet.width - caption.width }
  for (const fact of facts) drawFact(sheet, fact, caption, value)
}

/** A caption is one line, the value as many as it takes. */
function drawFact(sheet: Sheet, [name, text]: readonly [string, string], caption: Span, value: Span, strong = false): void {
  if (sheet.left < sheet.lineHeight()) sheet.nextPage()
  sheet.put(`${name}:`, { faint: !strong, strong }, caption)
  sheet.line(text, { strong }, value)
}

function drawSums(sheet: Sheet, sums: readonly (readonly [string, string])[]): void {
  const x = sheet.width * SUMS_FROM
  const room = sheet.width - x
  const amount: Span = { x: x + room * (1 - AMOUNT_SHARE), width: room * AMOUNT_SHARE, align: 'right' }
  const height = (sums.length + 1) * sheet.lineHeight()
  if (sheet.left < height) sheet.nextPage()
  for (const [i, sum] of sums.entries()) {
    const isLast = i === sums.length - 1
    if (isLast) sheet.rule(x)
    drawFact(sheet, sum, { x, width: room }, amount, isLast)
  }
}

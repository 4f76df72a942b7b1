import { withoutUnseen } from '../assess/addressed-to-machine.ts'
import { coverage } from '../geometry.ts'
import { visualRows } from '../layout/visual-rows.ts'
import type { Line, Page, Reading, Word } from '../reading.ts'

/** A word that a model can point at. `line` counts through the document, `at` inside the line. */
export interface NumberedWord {
  readonly id: number
  readonly page: number
  readonly line: number
  readonly at: number
  readonly word: Word
  /** As sent: without characters that nobody sees. */
  readonly text: string
}

/** What stands at one height of a page, left to right: the cells of a table row, or one line of text. */
export interface NumberedRow {
  readonly page: number
  readonly cells: readonly (readonly NumberedWord[])[]
  /** How good a place this is to cut a long document before it: 3 a new page, 2 a clause, 1 a gap, 0 the middle of something. */
  readonly cutBefore: 0 | 1 | 2 | 3
  /** The table the row belongs to (`page:index`), and whether it is one of its captions. */
  readonly table: string | null
  readonly caption: boolean
}

/** Every word of the pages with a number from 1, in the order in which a person reads rows. */
export function numberRows({ pages }: Reading, range: { readonly first: number; readonly last: number }): readonly NumberedRow[] {
  let id = 0
  let line = 0
  return pages
    .filter(({ index }) => index >= range.first && index <= range.last)
    .flatMap((page) => {
      const captions = captionLines(page)
      return visualRows(page.lines).map(({ lines, box }, row, rows): NumberedRow => {
        const cells = lines.map((each) => {
          const own = line++
          return each.words.flatMap((word, at): readonly NumberedWord[] => {
            const text = withoutUnseen(word.text).trim()
            return text === '' ? [] : [{ id: ++id, page: page.index, line: own, at, word, text }]
          })
        })
        const table = page.tables.findIndex((each) => coverage(box, each.box) > 0.5)
        return {
          page: page.index,
          cells: cells.filter((cell) => cell.length > 0),
          cutBefore: row === 0 ? 3 : cutBefore(lines, gap(rows[row - 1]!.box, box)),
          table: table < 0 ? null : `${page.index}:${table}`,
          caption: lines.some((each) => captions.has(each)),
        }
      })
    })
    .filter(({ cells }) => cells.length > 0)
}

const CLAUSE = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+\p{Lu}|§\s?\d|(?:Article|Artikel|Статья|Section|Раздел)\s+\d)/u

function cutBefore(lines: readonly Line[], gapInLines: number): 0 | 1 | 2 {
  if (lines.length === 1 && CLAUSE.test(lines[0]!.text)) return 2
  return gapInLines > 1 ? 1 : 0
}

/** White space between two rows in heights of the lower one. */
function gap(above: Line['box'], below: Line['box']): number {
  return (below.y0 - above.y1) / Math.max(1e-6, below.y1 - below.y0)
}

/** Lines that stand in the caption rows of a table. */
function captionLines(page: Page): ReadonlySet<Line> {
  const boxes = page.tables.flatMap(({ cells, headerRows }) => cells.filter(({ row }) => row < headerRows).map(({ box }) => box))
  return new Set(page.lines.filter((line) => boxes.some((box) => coverage(line.box, box) > 0.5)))
}

/** A row as the model reads it: `[12]Total | [13]119,00`. `say` may give a word another text (surrogates). */
export function printRow({ cells }: Pick<NumberedRow, 'cells'>, say: (word: NumberedWord) => string): string {
  return cells.map((words) => words.map((word) => `[${word.id}]${say(word)}`).join(' ')).join(' | ')
}

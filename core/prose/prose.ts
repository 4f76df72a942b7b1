import type { Evidence } from '../field.ts'
import { boundingBox } from '../geometry.ts'
import type { Page, Reading, Word } from '../reading.ts'
import { readingRows } from './reading-rows.ts'

interface PlacedWord {
  readonly page: number
  readonly word: Word
  readonly from: number
  readonly to: number
}

/** A row of the page in the running text: characters `from` (inclusive) to `to` (exclusive). */
export interface ProseRow {
  readonly page: number
  readonly from: number
  readonly to: number
  /** Left edge and top of the row, fractions of the page. */
  readonly x0: number
  readonly y0: number
}

/** The document as one running text, for papers that are read and not looked up: contracts, letters. */
export interface Prose {
  /** All rows, each followed by one space; no line breaks, so that patterns see sentences whole. */
  readonly text: string
  readonly rows: readonly ProseRow[]
  /** The source of the words at an offset. */
  readonly source: 'text' | 'ocr'
  /** Where the characters `from` (inclusive) to `to` (exclusive) are printed: one piece of evidence per row. */
  readonly place: (from: number, to: number) => readonly Evidence[]
}

/** Page numbers and lines that stand on several pages in the same place are no part of any sentence and are left out. */
export function proseOf({ pages }: Reading): Prose {
  let text = ''
  const words: PlacedWord[] = []
  const rows: ProseRow[] = []
  for (const page of pages)
    for (const row of readingRows(withoutRunning(page))) {
      const from = text.length
      for (const word of row.words) {
        words.push({ page: page.index, word, from: text.length, to: text.length + word.text.length })
        text += `${word.text} `
      }
      rows.push({ page: page.index, from, to: text.length - 1, x0: row.box.x0, y0: row.box.y0 })
    }
  return {
    text,
    rows,
    source: pages.some(({ source }) => source === 'ocr') ? 'ocr' : 'text',
    place: (from, to) => place(words, rows, from, to),
  }
}

function place(words: readonly PlacedWord[], rows: readonly ProseRow[], from: number, to: number): readonly Evidence[] {
  return rows
    .filter((row) => row.from < to && row.to > from)
    .flatMap((row): readonly Evidence[] => {
      const own = words.filter((word) => word.from < Math.min(to, row.to) && word.to > Math.max(from, row.from))
      if (own.length === 0) return []
      return [{ page: row.page, box: boundingBox(own.map(({ word }) => word.box)), text: own.map(({ word }) => word.text).join(' ') }]
    })
}

const PAGE_NUMBER =
  /^[-–—\s]*(?:(?:page|стр(?:аница|\.)?|seite|лист)\s*)?(?:\d{1,3}|[ivx]{1,5})(?:\s*(?:of|из|von|\/)\s*\d{1,3})?[-–—.\s]*$/iu

function withoutRunning(page: Page): Page {
  const running = new Set([...(page.running?.heads ?? []), ...(page.running?.feet ?? [])])
  const margin = (y: number) => y < 0.1 || y > 0.88
  return {
    ...page,
    lines: page.lines.filter((line, i) => !running.has(i) && !(margin(line.box.y0) && PAGE_NUMBER.test(line.text))),
  }
}

import type { Box } from '../geometry.ts'
import type { Line, Page, Word } from '../reading.ts'

/** A few lines of a page that are read, found and cited together. */
export interface Passage {
  /** From 1. */
  readonly page: number
  /** Words joined by single spaces, lines by line breaks: as many words as `boxes`. */
  readonly text: string
  readonly boxes: readonly Box[]
}

const ENOUGH = 350 // characters: a sentence or two, an address, a few table rows
const MOST = 700

/** The page in passages, in reading order. A block is kept together as long as it is no longer than a person reads at a glance. */
export function passagesOf(page: Page): readonly Passage[] {
  const passages: Passage[] = []
  let lines: Line[] = []
  const length = () => lines.reduce((sum, { text }) => sum + text.length + 1, 0)
  const close = () => {
    const words = lines.map((line) => wordsOf(line)).filter((each) => each.length > 0)
    if (words.length > 0)
      passages.push({
        page: page.index,
        text: words.map((each) => each.map(({ text }) => text).join(' ')).join('\n'),
        boxes: words.flat().map(({ box }) => box),
      })
    lines = []
  }
  for (const block of blocksOf(page)) {
    if (length() >= ENOUGH) close()
    for (const line of block) {
      if (length() + line.text.length > MOST) close()
      lines.push(line)
    }
  }
  close()
  return passages
}

/** Blocks in the page's order; lines that stand in none are blocks of their own. */
function blocksOf({ lines, blocks }: Page): readonly (readonly Line[])[] {
  const blockOf = new Map(blocks.flatMap((block) => block.lines.map((line) => [line, block] as const)))
  const seen = new Set<object>()
  return lines.flatMap((line, at): readonly (readonly Line[])[] => {
    const block = blockOf.get(at)
    if (!block) return [[line]]
    if (seen.has(block)) return []
    seen.add(block)
    return [block.lines.flatMap((each) => lines[each] ?? [])]
  })
}

function wordsOf(line: Line): readonly Word[] {
  return line.words.flatMap((word) => {
    const text = word.text.replace(/\s+/g, '').replaceAll('\0', '').toWellFormed()
    return text === '' ? [] : [{ ...word, text }]
  })
}

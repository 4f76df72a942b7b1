import type { Reading, Word } from '../../core/reading.ts'

const [LEFT, WIDTH] = [0.05, 0.9]

/** A page with one line of `text` as it is, however long: its characters share the width of the page, single spaces part words. */
export function readingOfLine(text: string): Reading {
  const pitch = WIDTH / text.length
  const words: Word[] = []
  let at = 0
  for (const word of text.split(' ')) {
    const box = { x0: LEFT + at * pitch, x1: LEFT + (at + word.length) * pitch, y0: 0.1, y1: 0.11 }
    if (word !== '') words.push({ text: word, box, confidence: null })
    at += word.length + 1
  }
  const box = { x0: LEFT, x1: LEFT + WIDTH, y0: 0.1, y1: 0.11 }
  const read = { source: 'text', engine: null, error: null, tables: [] } as const
  const lines = [{ text, box, confidence: null, words }]
  return { pages: [{ index: 1, widthPx: 1654, heightPx: 2339, ...read, lines, blocks: [{ box, lines: [0] }] }] }
}

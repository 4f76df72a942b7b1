import { layOutPage } from '../../../core/layout/index.ts'
import type { Page, Word } from '../../../core/reading.ts'

const WIDTH = 595
const HEIGHT = 842

/** A page in points on which text is put word by word: enough to train on places without a browser (a page costs milliseconds). */
export interface Sheet {
  /** Puts one line of text; `y` is its baseline. Returns the x where it ends. */
  put(x: number, y: number, text: string, size: number, align?: 'left' | 'right' | 'centre'): number
  rule(x0: number, y: number, x1: number): void
  page(): Page
}

export const SHEET = { width: WIDTH, height: HEIGHT }

export function createSheet(): Sheet {
  const words: Word[] = []
  const rules: { x0: number; y0: number; x1: number; y1: number }[] = []
  return {
    put(x, y, text, size, align = 'left') {
      const length = widthOf(text, size)
      let at = align === 'left' ? x : align === 'right' ? x - length : x - length / 2
      for (const word of text.split(' ')) {
        const wide = widthOf(word, size)
        if (word !== '')
          words.push({
            text: word,
            box: { x0: at / WIDTH, x1: (at + wide) / WIDTH, y0: (y - 0.8 * size) / HEIGHT, y1: (y + 0.22 * size) / HEIGHT },
            confidence: null,
          })
        at += wide + widthOf(' ', size)
      }
      return at
    },
    rule(x0, y, x1) {
      rules.push({ x0: x0 / WIDTH, x1: x1 / WIDTH, y0: y / HEIGHT, y1: (y + 0.5) / HEIGHT })
    },
    page: () =>
      layOutPage({ index: 1, widthPx: WIDTH * 2, heightPx: HEIGHT * 2, source: 'text', engine: null, words: words.filter(onPage), rules }),
  }
}

function onPage({ box }: Word): boolean {
  return box.x0 >= 0 && box.x1 <= 1 && box.y0 >= 0 && box.y1 <= 1
}

/** Width in points; classes of letters of a usual sans serif (Helvetica's metrics, rounded). */
export function widthOf(text: string, size: number): number {
  let sum = 0
  for (const c of text)
    sum += /[\s.,:;|!'’ijlI/()-]/.test(c) ? 0.29 : /[mwMWшщжюфыШЩЖЮФЫ@%№]/.test(c) ? 0.84 : /[\p{Lu}]/u.test(c) ? 0.68 : 0.55
  return sum * size
}

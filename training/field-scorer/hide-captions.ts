import { placeOf, wordsOf } from '../../core/extraction/labels/index.ts'
import type { Reading, Word } from '../../core/reading.ts'
import type { Random } from '../../samples/random.ts'
import { tradeText } from '../../schemas/shared/trade/read-pages/context.ts'

/**
 * The same document as if a supplier used words that nobody has listed: a share of its captions is written in unknown letters, or keeps a known
 * stem inside an unknown word. Values keep their words and every word its place.
 */
export function hideCaptions(reading: Reading, share: number, random: Random): Reading {
  const { hits } = tradeText(reading)
  const fate = new Map<string, 'keep' | 'foreign' | 'reworded'>()
  const written = new Map<Word, string>()
  for (const hit of hits) {
    const key = hit.line.text.slice(hit.from, hit.to).toLowerCase()
    if (!fate.has(key)) fate.set(key, !random.chance(share) ? 'keep' : random.chance(0.6) ? 'foreign' : 'reworded')
    const how = fate.get(key)!
    if (how === 'keep' || placeOf(hit).x1 <= placeOf(hit).x0) continue
    for (const { word, from, to } of wordsOf(hit)) {
      const [a, b] = [Math.max(0, hit.from - from), Math.min(to, hit.to) - from]
      const inside = word.text.slice(a, b)
      written.set(word, word.text.slice(0, a) + (how === 'foreign' ? inUnknownLetters(inside) : `Ke${inside}un`) + word.text.slice(b))
    }
  }
  const byPlace = new Map([...written].map(([word, text]) => [placeKey(word), text]))
  const rewritten = (word: Word): Word => ({ ...word, text: byPlace.get(placeKey(word)) ?? word.text })
  return {
    pages: reading.pages.map((page) => ({
      ...page,
      lines: page.lines.map((line) => joined({ ...line, words: line.words.map(rewritten) })),
      tables: page.tables.map((table) => ({
        ...table,
        cells: table.cells.map((cell) => joined({ ...cell, words: cell.words.map(rewritten) })),
      })),
    })),
  }
}

function placeKey({ text, box }: Word): string {
  return `${text} ${box.x0} ${box.y0}`
}

function joined<T extends { readonly text: string; readonly words: readonly Word[] }>(line: T): T {
  return { ...line, text: line.words.map(({ text }) => text).join(' ') }
}

/** Another letter for each letter; figures, signs and case stay. */
function inUnknownLetters(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const lower = letter.toLowerCase()
    const other = /[а-яё]/.test(lower)
      ? String.fromCharCode(0x430 + ((lower.charCodeAt(0) - 0x430 + 13) & 31))
      : String.fromCharCode(97 + ((((lower.charCodeAt(0) - 97) % 26) + 26 + 11) % 26))
    return letter === lower ? other : other.toUpperCase()
  })
}

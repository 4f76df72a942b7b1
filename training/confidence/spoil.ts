import type { Line, Page, Reading, Word } from '../../core/reading.ts'
import type { Random } from '../../samples/random.ts'

/**
 * A reading of a template that the rules do not know: a share of the kinds of words is replaced by invented ones, everywhere alike. Words that are
 * part of the truth stay.
 */
export function hideCaptions(reading: Reading, truth: ReadonlySet<string>, random: Random, share: number): Reading {
  const invented = new Map<string, string>()
  return mapWords(reading, (word) => {
    const key = word.text.toLowerCase().replace(/[^\p{L}]/gu, '')
    if (key.length < 3 || truth.has(key)) return word
    if (!invented.has(key)) invented.set(key, random.chance(share) ? letters(key, random) : '')
    const other = invented.get(key)!
    return other === '' ? word : { ...word, text: word.text.replace(/\p{L}+/gu, other) }
  })
}

const CONFUSED: Readonly<Record<string, string>> = {
  0: '8',
  1: '7',
  2: '7',
  3: '8',
  5: '6',
  6: '8',
  7: '1',
  8: '3',
  9: '4',
  '.': ',',
  ',': '.',
}

/** Misread figures: one in `1/share` characters of numbers is another one; half of the engines' doubts show in the confidence. */
export function misread(reading: Reading, random: Random, share: number): Reading {
  return mapWords(reading, (word) => {
    if (!/\d/.test(word.text)) return word
    let changed = false
    const text = [...word.text]
      .map((character) => {
        if (!CONFUSED[character] || !random.chance(share)) return character
        changed = true
        return CONFUSED[character]
      })
      .join('')
    if (!changed) return word
    return { ...word, text, confidence: random.chance(0.5) ? random.int(40, 90) / 100 : (word.confidence ?? 0.97) }
  })
}

function letters(like: string, random: Random): string {
  const alphabet = /\p{Script=Cyrillic}/u.test(like) ? 'абвгдежзиклмнопрстуфхцчшыэюя' : 'abcdefghijklmnopqrstuvwxyz'
  return Array.from(like, () => random.pick([...alphabet])).join('')
}

/** The same change in lines and table cells: both hold the words. */
function mapWords(reading: Reading, change: (word: Word) => Word): Reading {
  const done = new Map<string, Word>()
  const once = (word: Word): Word => {
    const { x0, y0, x1, y1 } = word.box
    const key = `${word.text} ${x0} ${y0} ${x1} ${y1}`
    if (!done.has(key)) done.set(key, change(word))
    return done.get(key)!
  }
  const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ')
  const line = (old: Line): Line => {
    const words = old.words.map(once)
    return { ...old, words, text: textOf(words) }
  }
  const page = (old: Page): Page => ({
    ...old,
    lines: old.lines.map(line),
    tables: old.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => {
        const words = cell.words.map(once)
        return { ...cell, words, text: textOf(words) }
      }),
    })),
  })
  return {
    pages: reading.pages.map((old) => {
      done.clear()
      return page(old)
    }),
  }
}

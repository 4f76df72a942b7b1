/** What a word of a cell looks like: a number, an amount, a percentage, a code, a currency sign, a word. */
type Shape = 'number' | 'amount' | 'percent' | 'date' | 'code' | 'sign' | 'word'

const SIGN = /^(?:[€$£₽¥]|EUR|USD|GBP|CHF|RUB|руб\.?|р\.)$/u

function shapeOf(word: string): Shape {
  if (SIGN.test(word)) return 'sign'
  if (/^-?\d[\d.,]*\s?%$|^%$/.test(word)) return 'percent'
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$/.test(word)) return 'date'
  const bare = word.replace(/^[€$£₽(−-]+|[€$£₽)−-]+$/gu, '')
  if (/^\d[\d.,' ]*[.,]\d{2}$/.test(bare)) return 'amount'
  if (/^\d[\d.,']*$/.test(bare)) return 'number'
  return /\d/.test(word) ? 'code' : 'word'
}

function shapesOf(text: string): readonly Shape[] {
  return (
    text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(shapeOf)
      // "1 234,50": the groups of a number are one.
      .filter((shape, i, all) => !(shape === 'number' && (all[i + 1] === 'amount' || all[i + 1] === 'number')))
  )
}

const UNKNOWN = 0.5 // of a column that was empty so far

/** How well `text` would stand among the cells of a column, 0..1: by the shapes of its words, 1 for a text that the column has. */
export function likeness(text: string, cells: readonly string[]): number {
  if (cells.length === 0 || (text !== '' && cells.every((cell) => cell === ''))) return UNKNOWN
  if (text === '') return cells.filter((cell) => cell === '').length / cells.length
  const shapes = shapesOf(text)
  return cells.reduce((best, cell) => Math.max(best, cell === text ? 1 : cell === '' ? 0 : alike(shapes, shapesOf(cell))), 0)
}

const NEAR: readonly (readonly [Shape, Shape])[] = [
  ['number', 'amount'],
  ['word', 'code'],
]

/** Texts of words are alike however many words they have; figures must follow each other in the same order. */
function alike(a: readonly Shape[], b: readonly Shape[]): number {
  if (worded(a) && worded(b)) return 0.9
  // "Sugar" among names of several words.
  if (worded(a) !== worded(b)) return [a, b].some((shapes) => shapes.length === 1 && shapes[0] === 'word') ? 0.7 : 0
  const same = (x: Shape, y: Shape) => (x === y ? 0 : NEAR.some(([p, q]) => (p === x && q === y) || (p === y && q === x)) ? 0.5 : 1)
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, x] of a.entries()) {
    const next = [i + 1]
    for (const [j, y] of b.entries()) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + same(x, y)))
    row = next
  }
  return 0.95 * (1 - row.at(-1)! / Math.max(a.length, b.length))
}

/** Mostly words: a name, a remark. One word alone is rather a unit. */
function worded(shapes: readonly Shape[]): boolean {
  const words = shapes.filter((shape) => shape === 'word').length
  return words > 1 && words >= 0.5 * shapes.length
}

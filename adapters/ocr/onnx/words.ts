import type { ReadCharacter } from './ctc.ts'
import type { Rgb } from './raster.ts'
import type { ReadLine } from './recognise.ts'
import { type Point, pointIn } from './rect.ts'

/** A word as read. `corners` in page pixels, clockwise from the text's own top left; `confidence` 0..1, uncalibrated. */
export interface ReadWord {
  readonly text: string
  readonly confidence: number
  readonly corners: readonly Point[]
}

const GAP = 2.4 // times the median distance of neighbours; below 2 it also parts narrow letters ("ht tp"), above 3 missing spaces stay missing
// Blank between two characters beyond the line's usual, in median distances. Measured on receipts and invoices: finds half of the spaces that
// the network misses; below 0.5 narrow letters of typewriter print fall apart.
const BLANK = 0.6
const FIGURES_APART = 1.6 // 1 and the decimal point stand in much blank: between figures the distance has to be unusual too
const CONTRAST = 0.35 // of the way from paper to ink

/**
 * The words of a line: split at read spaces and where neighbours stand unusually far apart. A word reaches from the middle of the gap before
 * it to the middle of the gap after it, trimmed to its ink, because the network tells characters' places but not their widths.
 */
export function wordsOf(line: Pick<ReadLine, 'rect' | 'characters' | 'image'>): readonly ReadWord[] {
  const ink = inkProfile(line.image)
  const groups = grouped(line.characters, ink.columns)
  return groups.map((group, i) => {
    const before = groups[i - 1]?.at(-1)?.at
    const after = groups[i + 1]?.[0]?.at
    const [first, last] = [group[0]!.at, group.at(-1)!.at]
    const from = before === undefined ? 0 : (before + first) / 2
    const to = after === undefined ? 1 : (last + after) / 2
    const [left, right] = trimmed(ink.columns, from, to)
    const [top, bottom] = trimmed(ink.rows, 0, 1)
    return {
      text: group.map((c) => c.text).join(''),
      confidence: group.reduce((product, c) => product * c.probability, 1),
      corners: [
        pointIn(line.rect, Math.min(left, first), top),
        pointIn(line.rect, Math.max(right, last), top),
        pointIn(line.rect, Math.max(right, last), bottom),
        pointIn(line.rect, Math.min(left, first), bottom),
      ],
    }
  })
}

function grouped(characters: readonly ReadCharacter[], columns: Uint8Array): readonly (readonly ReadCharacter[])[] {
  const printed = characters.filter((c) => c.text !== ' ')
  const pairs = printed.slice(1).map((second, i) => pairOf(printed[i]!, second, columns))
  const usual = { distance: median(pairs.map((p) => p.distance)), blank: median(pairs.map((p) => p.blank)) }
  const apart = new Set(pairs.filter((pair) => pairs.length > 3 && isApart(pair, usual)).map((pair) => pair.second))
  const groups: ReadCharacter[][] = []
  let previous: ReadCharacter | null = null
  for (const character of characters) {
    if (character.text !== ' ') {
      if (!previous || previous.text === ' ' || apart.has(character)) groups.push([])
      groups.at(-1)!.push(character)
    }
    previous = character
  }
  return groups
}

/** Two printed characters that follow each other. `distance` between their places and the widest `blank` there, both 0..1 of the line. */
interface Pair {
  readonly second: ReadCharacter
  readonly figures: boolean
  readonly distance: number
  readonly blank: number
}

function pairOf(first: ReadCharacter, second: ReadCharacter, columns: Uint8Array): Pair {
  const between = columns.subarray(Math.floor(first.at * columns.length), Math.floor(second.at * columns.length) + 1)
  let [blank, widest] = [0, 0]
  for (const inked of between) {
    blank = inked ? 0 : blank + 1
    widest = Math.max(widest, blank)
  }
  const figures = /^[\d.,][\d.,]$/.test(first.text + second.text)
  return { second, figures, distance: second.at - first.at, blank: widest / columns.length }
}

function isApart({ distance, blank, figures }: Pair, usual: Pick<Pair, 'distance' | 'blank'>): boolean {
  if (distance > GAP * usual.distance) return true
  return blank - usual.blank > BLANK * usual.distance && (!figures || distance > FIGURES_APART * usual.distance)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 1
}

/** Which columns and rows of a crop hold ink. */
function inkProfile({ data, width, height }: Rgb): { readonly columns: Uint8Array; readonly rows: Uint8Array } {
  const levels = new Uint32Array(256)
  const light = (i: number) => (data[3 * i]! * 2 + data[3 * i + 1]! * 5 + data[3 * i + 2]!) >> 3
  for (let i = 0; i < width * height; i++) levels[light(i)]! += 1
  const [dark, bright] = [quantile(levels, 0.02), quantile(levels, 0.9)]
  const middle = quantile(levels, 0.5)
  // White on a dark bar: the ink is the brighter side.
  const inverted = middle - dark < bright - middle
  const [ink, paper] = inverted ? [quantile(levels, 0.98), quantile(levels, 0.1)] : [dark, bright]
  const limit = paper + (ink - paper) * CONTRAST
  const columns = new Uint8Array(width)
  const rows = new Uint8Array(height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const level = light(y * width + x)
      if (inverted ? level > limit : level < limit) columns[x] = rows[y] = 1
    }
  }
  return { columns, rows }
}

function quantile(levels: Uint32Array, share: number): number {
  const wanted = share * levels.reduce((a, b) => a + b, 0)
  let sum = 0
  for (let level = 0; level < 256; level++) {
    sum += levels[level]!
    if (sum > wanted) return level
  }
  return 255
}

/** First and last marked place between `from` and `to` (0..1), as fractions; the whole stretch when nothing is marked. */
function trimmed(marks: Uint8Array, from: number, to: number): readonly [number, number] {
  const [first, end] = [Math.floor(from * marks.length), Math.ceil(to * marks.length)]
  const left = marks.indexOf(1, first)
  const right = marks.lastIndexOf(1, end - 1)
  return left < 0 || right < left || left >= end ? [from, to] : [left / marks.length, (right + 1) / marks.length]
}

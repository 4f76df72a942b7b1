import type { TextLine, TextPage, TextWord } from '../labels/document-text.ts'
import { likeness } from './cell-shape.ts'
import type { Band } from './column-bands.ts'

/** What the cells of each column held where the table had its headings; index = band, '' for an empty cell. */
export type ColumnSamples = readonly (readonly string[])[]

type Row = readonly TextLine[]

const SURER = 0.15 // of one column's likeness: below it the borders of the page with the headings stay
const DRIFT = 0.4 // likeness lost by a column that moves across the whole page
const EMPTY = 0.9 // an empty cell is never better evidence than a full one
const BLANK = 0.6 // line heights; columns stand further apart than words
const TORN = 0.25 // likeness lost where a border parts neighbouring words
const MOST_PIECES = 40

/**
 * The columns of a table that goes on without headings on a page where they have other places: widths follow the texts of a page in most programs.
 * `rows` are rows of figures; the words that stand over each other in them are given to the columns in order, so that each cell is most like the
 * samples of its column. Null where the borders of before fit as well.
 */
export function fitBands<Kind extends string>(
  page: TextPage,
  bands: readonly Band<Kind>[],
  samples: ColumnSamples,
  rows: readonly Row[],
): readonly Band<Kind>[] | null {
  const words = rows.map((row) => row.flatMap((line) => line.words).toSorted((a, b) => a.at.x0 - b.at.x0))
  const pieces = piecesOf(words.flat())
  if (rows.length === 0 || pieces.length === 0 || pieces.length > MOST_PIECES) return null
  const judge = judgeOf(page, bands, samples, words)
  const kept = bands.map((band) => ({ from: band.x0, to: band.x1 }))
  const before = kept.reduce((sum, place, b) => sum + judge(b, place), 0)
  const best = bestCut(bands.length, pieces, rows[0]![0]!.em, judge)
  return best.score - before > SURER ? bordered(bands, best.places) : null
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Stretches of the page's width that the words of some row cover, left to right. */
function piecesOf(words: readonly TextWord[]): readonly Place[] {
  const pieces: { from: number; to: number }[] = []
  for (const { at } of words.toSorted((a, b) => a.at.x0 - b.at.x0)) {
    const last = pieces.at(-1)
    if (last && at.x0 < last.to) last.to = Math.max(last.to, at.x1)
    else pieces.push({ from: at.x0, to: at.x1 })
  }
  return pieces
}

type Judge = (band: number, place: Place | null) => number

/** How much the words inside a place are like a column's samples, mean over the rows, less its way from where the column was. */
function judgeOf(page: TextPage, bands: readonly Band<string>[], samples: ColumnSamples, rows: readonly (readonly TextWord[])[]): Judge {
  return (b, place) => {
    const band = bands[b]!
    const fits = rows.map((words) => {
      const text = place === null ? '' : textIn(words, place)
      const fit = likeness(text, samples[b]!)
      return text === '' ? EMPTY * fit : fit
    })
    const mean = fits.reduce((sum, fit) => sum + fit, 0) / rows.length
    const way = place === null ? 0 : Math.max(0, place.from - band.x1, band.x0 - place.to) / page.aspect
    return mean - DRIFT * way
  }
}

function textIn(words: readonly TextWord[], { from, to }: Place): string {
  return words
    .filter(({ at }) => (at.x0 + at.x1) / 2 >= from && (at.x0 + at.x1) / 2 < to)
    .map(({ word }) => word.text)
    .join(' ')
}

interface Cut {
  readonly score: number
  /** A place for each column, null for a column that is empty on this page. */
  readonly places: readonly (Place | null)[]
}

/** The best way to give the pieces to the columns in order, each piece to one: dynamic programming over columns and pieces. */
function bestCut(columns: number, pieces: readonly Place[], em: number, judge: Judge): Cut {
  let cuts: (Cut | null)[] = pieces.map(() => null)
  cuts = [{ score: 0, places: [] }, ...cuts]
  for (let b = 0; b < columns; b++) {
    cuts = cuts.map((_, end) => {
      let best: Cut | null = null
      for (let start = 0; start <= end; start++) {
        const before = cuts[start]
        if (!before) continue
        const place = start === end ? null : { from: pieces[start]!.from, to: pieces[end - 1]!.to }
        const torn = place !== null && start > 0 && place.from - pieces[start - 1]!.to < BLANK * em
        const score = before.score + judge(b, place) - (torn ? TORN : 0)
        if (best === null || score > best.score) best = { score, places: [...before.places, place] }
      }
      return best
    })
  }
  return cuts.at(-1)!
}

const ASIDE = 0.005 // page heights

/** Borders between the places, near where the next column begins: what is written into a column runs to the right. An empty column has the blank between. */
function bordered<Kind extends string>(bands: readonly Band<Kind>[], places: readonly (Place | null)[]): readonly Band<Kind>[] {
  const border = (b: number) => {
    const from = places.slice(0, b).findLast((place) => place !== null)?.to
    const to = places.slice(b).find((place) => place !== null)?.from
    if (from === undefined) return places[b] === null || to === undefined ? Number.NEGATIVE_INFINITY : to - ASIDE
    if (to === undefined) return from + ASIDE
    return from + (places[b] !== null ? 0.8 : places[b - 1] !== null ? 0.2 : 0.5) * (to - from)
  }
  return bands.map((band, b) => ({
    ...band,
    x0: b === 0 ? Number.NEGATIVE_INFINITY : border(b),
    x1: b === bands.length - 1 ? Number.POSITIVE_INFINITY : border(b + 1),
  }))
}

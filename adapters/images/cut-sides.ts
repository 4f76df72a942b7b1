import type { Mark } from './ink-marks.ts'
import type { PageMeasures } from './measure-page.ts'
import { lettersOf, medianOf } from './text-direction.ts'

export type Side = 'left' | 'right' | 'top' | 'bottom'

const LEAST_LINES = 3 // one crossed edge may be a stamp or a fold
const LEAST_IN_ROW = 8 // a torn edge and a smudge touch in a few places, a cut line of text in many
const LEAST_SIZE = 0.4 // of a letter: what is left of a cut one can still be told from a frayed edge
const SPREAD = 8 // letters

/** Sides at which the print runs off the image: at least three letters touch the border, well apart from each other. Sides are those of the image as a person turns it upright. */
export function cutSides({ marks, lit, turn }: Pick<PageMeasures, 'marks' | 'lit' | 'turn'>): readonly Side[] {
  const all = lettersOf(marks)
  const size = medianOf(all.map((m) => m.y1 - m.y0))
  const letters = all.filter((m) => Math.min(m.x1 - m.x0, m.y1 - m.y0) >= LEAST_SIZE * size)
  const { width, height } = lit
  const cut: Side[] = []
  const judge = (side: Side, least: number, touching: readonly Mark[], place: (m: Mark) => number) => {
    const places = touching.map(place).toSorted((a, b) => a - b)
    const lines = places.filter((p, i) => i === 0 || p - places[i - 1]! > size * 0.8).length
    if (lines >= least && places.at(-1)! - places[0]! > SPREAD * size) cut.push(side)
  }
  const ends = turn === 0 || turn === 180
  const [sides, rows] = ends ? [LEAST_LINES, LEAST_IN_ROW] : [LEAST_IN_ROW, LEAST_LINES]
  const touching = (at: (m: Mark) => boolean) => letters.filter(at)
  judge(
    'left',
    sides,
    touching((m) => m.x0 <= 1),
    (m) => m.y0,
  )
  judge(
    'right',
    sides,
    touching((m) => m.x1 >= width - 1),
    (m) => m.y0,
  )
  judge(
    'top',
    rows,
    touching((m) => m.y0 <= 1),
    (m) => m.x0,
  )
  judge(
    'bottom',
    rows,
    touching((m) => m.y1 >= height - 1),
    (m) => m.x0,
  )
  return cut.map((side) => ROUND[(ROUND.indexOf(side) + turn / 90) % 4]!)
}

/** Clockwise: a turn of the page by 90° brings each side to the next. */
const ROUND: readonly Side[] = ['top', 'right', 'bottom', 'left']

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Shape } from './glyphs.ts'
import { pathBoxes } from './path-boxes.ts'
import { rulesOf } from './rules.ts'

const fill = (x0: number, y0: number, x1: number, y1: number): Shape => ({
  x0,
  y0,
  x1,
  y1,
  kind: 'fill',
  colour: '#000000',
  before: 0,
  covers: false,
})

describe('drawn lines of a PDF page', () => {
  it('tells the figures of one filled path apart', () => {
    const two = [0, 10, 10, 1, 200, 10, 1, 200, 11, 1, 10, 11, 4, 0, 10, 50, 1, 200, 50, 1, 200, 51, 1, 10, 51, 4]
    assert.deepEqual(pathBoxes(two, 'fill'), [
      [10, 10, 200, 11],
      [10, 50, 200, 51],
    ])
  })

  it('gives every side of a stroked rectangle, and no side to the curves of its corners', () => {
    assert.deepEqual(pathBoxes([0, 0, 0, 1, 90, 0, 1, 90, 40, 1, 0, 40, 4], 'stroke'), [
      [0, 0, 90, 0],
      [90, 0, 90, 40],
      [0, 40, 90, 40],
      [0, 0, 0, 40],
    ])
    assert.deepEqual(pathBoxes([0, 0, 0, 1, 90, 0, 2, 95, 0, 100, 5, 100, 10], 'stroke'), [[0, 0, 90, 0]])
  })

  it('does not guess at a path it cannot read', () => {
    assert.equal(pathBoxes([7, 1, 2], 'fill'), null)
    assert.equal(pathBoxes([0, 1], 'fill'), null)
  })

  it('joins the marks of a dotted border, across and down', () => {
    const across = Array.from({ length: 50 }, (_, i) => fill(100 + 4 * i, 200, 102 + 4 * i, 201))
    assert.deepEqual(rulesOf(across, 500, 1000), [{ x0: 0.2, y0: 0.2005, x1: 298 / 500, y1: 0.2005 }])
    const down = Array.from({ length: 5 }, (_, i) => fill(100, 200 + 4 * i, 101, 202 + 4 * i))
    assert.deepEqual(rulesOf(down, 500, 1000), [{ x0: 0.201, y0: 0.2, x1: 0.201, y1: 0.218 }])
  })

  it('takes neither two marks nor bullets below each other for a line', () => {
    assert.deepEqual(rulesOf([fill(100, 200, 102, 201), fill(104, 200, 106, 201)], 500, 1000), [])
    assert.deepEqual(
      rulesOf(
        Array.from({ length: 20 }, (_, i) => fill(100, 200 + 14 * i, 103, 203 + 14 * i)),
        500,
        1000,
      ),
      [],
    )
  })
})

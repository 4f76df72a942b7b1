import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Rule } from '../../core/reading.ts'
import type { Grey } from '../images/grey.ts'
import { drawnLines } from './drawn-lines.ts'

const [width, height] = [1400, 2000]

/** A white page with grey boxes: x0, y0, x1, y1, level. */
function page(boxes: readonly (readonly [number, number, number, number, number])[]): Grey {
  const data = new Uint8Array(width * height).fill(255)
  for (const [x0, y0, x1, y1, level] of boxes) for (let y = y0; y < y1; y++) data.fill(level, y * width + x0, y * width + x1)
  return { data, width, height }
}

const px = ({ x0, y0, x1, y1 }: Rule) => [x0 * width, y0 * height, x1 * width, y1 * height].map(Math.round)

describe('lines drawn on a page image', () => {
  it('finds black and pale lines, across and down', () => {
    const found = drawnLines(
      page([
        [100, 300, 900, 302, 0],
        [100, 300, 101, 600, 200],
      ]),
    )
    assert.deepEqual(found.map(px), [
      [100, 300, 900, 302],
      [100, 300, 101, 600],
    ])
  })

  it('finds a dotted line', () => {
    const dots = Array.from({ length: 100 }, (_, i) => [100 + 6 * i, 300, 103 + 6 * i, 302, 0] as const)
    assert.deepEqual(drawnLines(page(dots)).map(px), [[100, 300, 697, 302]])
  })

  it('takes neither letters nor figures below one another for lines', () => {
    // Strokes of unlike width at unlike distances, as high as letters, in six rows.
    const strokes = Array.from({ length: 6 * 40 }, (_, i) => {
      const [row, at] = [Math.floor(i / 40), i % 40]
      const x = 100 + at * 11 + ((at * 7) % 5)
      return [x, 300 + row * 26, x + 2 + (at % 4), 316 + row * 26, 20] as const
    })
    assert.deepEqual(drawnLines(page(strokes)), [])
  })

  it('gives the edges of a filled heading and draws the columns below it up to its top', () => {
    const found = drawnLines(
      page([
        [100, 300, 900, 340, 60],
        [400, 342, 402, 600, 0],
      ]),
    )
    assert.ok(found.map(px).some(([x0, y0, x1, y1]) => x0 === 400 && x1 === 402 && y0 === 300 && y1 === 600))
    assert.ok(found.map(px).some(([x0, y0, x1, y1]) => x0 === 100 && x1 === 900 && y0 === 300 && y1 === 300))
  })
})

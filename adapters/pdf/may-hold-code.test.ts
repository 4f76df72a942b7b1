import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Shape } from './glyphs.ts'
import { mayHoldCode } from './may-hold-code.ts'

const shape = (kind: Shape['kind'], x0: number, y0: number, x1: number, y1: number): Shape => ({
  x0,
  y0,
  x1,
  y1,
  kind,
  colour: '#000000',
  before: 0,
  covers: true,
})

describe('whether a PDF page may hold a code', () => {
  it('looks at square pictures and wide strips, not at logos of two millimetres, letterheads or scans', () => {
    assert.equal(mayHoldCode([shape('image', 100, 100, 180, 180)]), true)
    assert.equal(mayHoldCode([shape('image', 100, 100, 220, 130)]), true)
    assert.equal(mayHoldCode([shape('image', 100, 100, 110, 110)]), false)
    assert.equal(mayHoldCode([shape('image', 0, 0, 595, 60)]), false)
    assert.equal(mayHoldCode([shape('image', 0, 0, 595, 842)]), false)
  })

  it('looks where a grid of squares is drawn, not at a dotted line', () => {
    const squares = Array.from({ length: 21 * 21 }, (_, i) => ({ r: Math.floor(i / 21), c: i % 21 })).filter(
      ({ r, c }) => (r * c + r) % 2 === 0,
    )
    assert.equal(mayHoldCode(squares.map(({ r, c }) => shape('fill', 100 + 3 * c, 100 + 3 * r, 103 + 3 * c, 103 + 3 * r))), true)
    assert.equal(mayHoldCode(Array.from({ length: 400 }, (_, i) => shape('fill', 50 + i, 200, 50.5 + i, 200.5))), false)
  })
})

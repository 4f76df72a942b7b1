import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { indexBoxes } from './box-index.ts'

const share = fc.double({ min: -0.1, max: 1.1, noNaN: true })
const item = fc.tuple(share, share, share, share).map(([a, b, c, d]) => ({
  box: { x0: Math.min(a, c), x1: Math.max(a, c), y0: Math.min(b, d), y1: Math.max(b, d) },
}))

it('finds the same item as looking at every box', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), share, share, (items, x, y) => {
      const seen = items.find(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1) ?? null
      assert.equal(indexBoxes(items).at(x, y), seen)
    }),
  )
})

it('looks at a handful of 10,000 words', () => {
  let looked = 0
  const words = Array.from({ length: 10_000 }, (_, i) => {
    const [x0, y0] = [(i % 100) / 100, Math.floor(i / 100) / 100]
    const box = { x0, y0, x1: x0 + 0.008, y1: y0 + 0.008 }
    return {
      i,
      get box() {
        looked++
        return box
      },
    }
  })
  const index = indexBoxes(words)
  looked = 0
  assert.equal(index.at(0.503, 0.703)?.i, 7050)
  assert.ok(looked <= 12, `${looked} boxes`)
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countAlike } from './count-alike.ts'

describe('names that hold one another', () => {
  it('are counted as if each was compared with each', () => {
    const names = fc.array(fc.record({ key: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 }), line: fc.nat(4) }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(names, (drawn) => {
        const all = drawn.map((one, name) => ({ ...one, name }))
        const timesOf = countAlike(all)
        for (const one of all) {
          const others = all.filter((other) => other.line !== one.line && (other.key.includes(one.key) || one.key.includes(other.key)))
          assert.equal(timesOf(one.name), others.length)
        }
      }),
    )
  })
})

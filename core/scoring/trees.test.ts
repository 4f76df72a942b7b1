import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fingerprint, logOdds, probability } from './trees.ts'

describe('boosted trees', () => {
  // One split each: row[1] <= 0.5 gives 1.5, else -2; row[0] <= 3 gives 0.25, else the split row[1] <= 9 between 4 and 8.
  const trees = {
    path: 'x',
    base: -1,
    accept: null,
    trees: [
      { feature: [1, -1, -1], threshold: [0.5, 0, 0], left: [1, 0, 0], right: [2, 0, 0], value: [0, 1.5, -2] },
      { feature: [0, -1, 1, -1, -1], threshold: [3, 0, 9, 0, 0], left: [1, 0, 3, 0, 0], right: [2, 0, 4, 0, 0], value: [0, 0.25, 0, 4, 8] },
    ],
  }

  it('adds the leaf of every tree to the base; a value on the threshold goes left', () => {
    assert.equal(logOdds(trees, [3, 0.5]), -1 + 1.5 + 0.25)
    assert.equal(logOdds(trees, [3.1, 9]), -1 - 2 + 4)
    assert.equal(logOdds(trees, [4, 10]), -1 - 2 + 8)
  })

  it('turns log-odds into a probability', () => {
    assert.equal(probability(0), 0.5)
    assert.ok(Math.abs(probability(Math.log(9)) - 0.9) < 1e-12)
  })

  it('tells changed feature lists apart', () => {
    assert.notEqual(fingerprint(['a', 'b']), fingerprint(['b', 'a']))
    // FNV-1a test vector of its authors: "foobar".
    assert.equal(fingerprint(['foobar']), 'bf9cf968')
  })
})

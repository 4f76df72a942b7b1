import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { incompleteBeta, logGamma } from './incomplete-beta.ts'
import {
  binomialCdf,
  certify,
  clopperPearsonUpper,
  drawOf,
  fewestClean,
  fewestWith,
  isAudited,
  type Judged,
  monitor,
  reviewsNeeded,
} from './index.ts'

const near = (actual: number, expected: number, within = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)

/** Mulberry32: the same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('special functions', () => {
  it('agree with tables', () => {
    near(logGamma(0.5), 0.5 * Math.log(Math.PI), 1e-12)
    near(logGamma(10), Math.log(362880), 1e-12)
    near(logGamma(100), 359.1342053695754, 1e-9) // Abramowitz & Stegun, table 6.4
    near(incompleteBeta(0.3, 1, 1), 0.3)
    near(incompleteBeta(0.5, 2, 3), 0.6875) // 1 − (1 − x)³(1 + 3x) at ½
  })
  it('give exact binomial tails', () => {
    near(binomialCdf(0, 20, 0.1), 0.9 ** 20)
    near(binomialCdf(2, 5, 0.5), 0.5)
    near(binomialCdf(1, 3, 0.25), 0.75 ** 3 + 3 * 0.25 * 0.75 ** 2)
    near(binomialCdf(9, 1000, 0.02), 0.00459, 1e-4)
    assert.equal(binomialCdf(-1, 3, 0.5), 0)
    assert.equal(binomialCdf(3, 3, 0.5), 1)
  })
})

describe('Clopper–Pearson', () => {
  it('gives the published bounds', () => {
    near(clopperPearsonUpper(1, 10, 0.025), 0.445016, 1e-5)
    near(clopperPearsonUpper(5, 20, 0.025), 0.491046, 1e-5)
    near(clopperPearsonUpper(0, 100, 0.05), 1 - 0.05 ** (1 / 100), 1e-9)
    assert.equal(clopperPearsonUpper(4, 4, 0.05), 1)
  })
})

describe('fewest documents', () => {
  it('without an error: 149 for 2 %, 299 for 1 %, 598 for 0.5 %', () => {
    assert.deepEqual(
      [0.02, 0.01, 0.005].map((alpha) => fewestClean(alpha, 0.05)),
      [149, 299, 598],
    )
  })
  it('with one, two and five errors at 1 %: 473, 628, 1,049', () => {
    assert.deepEqual(
      [0, 1, 2, 5].map((errors) => fewestWith(errors, 0.01, 0.05)),
      [299, 473, 628, 1049],
    )
  })
})

const clean = (count: number, score = (i: number) => 1 - i / 10_000): Judged[] =>
  Array.from({ length: count }, (_, i) => ({ score: score(i), wrong: false }))

describe('certify', () => {
  const target = { alpha: 0.02, delta: 0.05 }
  it('proves nothing with fewer than the fewest documents', () => {
    assert.equal(certify(clean(148), target), null)
    assert.deepEqual(
      { ...certify(clean(149), target), upper: 0 },
      { threshold: 1 - 148 / 10_000, accepted: 149, wrong: 0, documents: 149, upper: 0 },
    )
  })
  it('stops at the first threshold that fails, although a later one would pass', () => {
    const judged = clean(600)
    judged[149] = { ...judged[149]!, wrong: true }
    // 150 documents with one error do not prove 2 % (that takes 236); all 600 would.
    assert.equal(certify(judged, target)?.accepted, 149)
    assert.ok(binomialCdf(1, 600, 0.02) < 0.05)
  })
  it('takes tied scores together or not at all', () => {
    const judged = [...clean(149), ...Array.from({ length: 100 }, (_, i) => ({ score: 0.5, wrong: i < 20 }))]
    assert.equal(certify(judged, target)?.accepted, 149)
    assert.equal(
      certify(
        judged.map((one) => ({ ...one, score: 0.5 })),
        target,
      ),
      null,
    )
  })
  it('divides the risk among thresholds that are certified together', () => {
    assert.equal(certify(clean(149), { ...target, tests: 2 }), null)
    assert.equal(certify(clean(fewestClean(0.02, 0.025)), { ...target, tests: 2 })?.accepted, 183)
  })
  it('breaks its promise in at most δ of all cases', () => {
    // Truth: a document with score s is wrong with probability (1 − s)²/4, so accepting s ≥ λ is wrong with the mean of that, (1 − λ)²/12.
    const random = randomFrom(20260312)
    for (const documents of [300, 1000]) {
      let [broken, certified] = [0, 0]
      for (let run = 0; run < 1000; run++) {
        const judged = Array.from({ length: documents }, () => {
          const score = random()
          return { score, wrong: random() < (1 - score) ** 2 / 4 }
        })
        const bound = certify(judged, { alpha: 0.02, delta: 0.1 })
        if (bound) certified++
        if (bound && (1 - bound.threshold) ** 2 / 12 > 0.02) broken++
      }
      // 1,000 runs at 10 % have a standard error of 0.95 %.
      assert.ok(broken <= 100 + 2 * 9.5, `${broken} of 1000 at ${documents}`)
      assert.ok(certified > 200, `${certified} certified at ${documents}`)
    }
  })
})

describe('reviewsNeeded', () => {
  const target = { alpha: 0.01, delta: 0.05 }
  it('asks for the fewest clean set at the start', () => {
    assert.deepEqual(reviewsNeeded([], target), { kind: 'more', documents: 299, share: 1 })
    assert.deepEqual(reviewsNeeded(clean(100), target), { kind: 'more', documents: 199, share: 1 })
    assert.deepEqual(reviewsNeeded(clean(299), target), { kind: 'reached' })
  })
  it('counts on a part of the documents where the rest is wrong too often', () => {
    const judged = clean(100).map((one, i) => (i >= 50 ? { ...one, wrong: i % 2 === 0 } : one))
    const distance = reviewsNeeded(judged, target)
    assert.ok(distance.kind === 'more' && distance.share === 0.5)
    assert.equal(distance.documents, 598 - 100) // half of 598 are 299
  })
  it('says when reviews cannot help', () => {
    const judged = clean(100).map((one, i) => ({ ...one, wrong: i % 20 === 0 }))
    assert.deepEqual(reviewsNeeded(judged, target), { kind: 'out_of_reach', errorRate: 0.05 })
  })
})

describe('monitor', () => {
  it('raises a false alarm in at most δ of all cases', () => {
    const random = randomFrom(7)
    let alarms = 0
    for (let run = 0; run < 1000; run++) {
      const audits = Array.from({ length: 2000 }, () => random() < 0.02)
      if (monitor(audits, 0.02, 0.05).broken) alarms++
    }
    assert.ok(alarms <= 50 + 2 * 6.9, `${alarms} false alarms`)
  })
  it('sees a pipeline that has broken', () => {
    const random = randomFrom(11)
    const found: number[] = []
    for (let run = 0; run < 200; run++) {
      const audits: boolean[] = []
      while (!monitor(audits, 0.02, 0.05).broken && audits.length < 1000) audits.push(random() < 0.2)
      found.push(audits.length)
    }
    const median = found.toSorted((a, b) => a - b)[100]!
    assert.ok(median < 40, `median ${median} audits at ten times the promised rate`)
  })
  it('does not forget', () => {
    const bad = Array.from({ length: 20 }, () => true)
    assert.equal(monitor([...bad, ...Array.from({ length: 5000 }, () => false)], 0.02, 0.05).broken, true)
  })
})

describe('the draw', () => {
  it('is a share of the hash', () => {
    assert.equal(drawOf('0'.repeat(64)), 0)
    near(drawOf(`8${'0'.repeat(63)}`), 0.5)
    // 5 % of 0x1000 is 204.8, between 0x0cc and 0x0cd.
    assert.ok(isAudited(drawOf(`0cc${'0'.repeat(61)}`), 0.05) && !isAudited(drawOf(`0cd${'0'.repeat(61)}`), 0.05))
    assert.throws(() => drawOf('nothing'), RangeError)
  })
})

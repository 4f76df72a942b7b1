import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createRandom } from '../../samples/random.ts'
import { crowdOf, drift, type Seen } from './drift.ts'

/** Documents of an unchanged pipeline: `stopped` of them by a rule, scores of the rest spread over 0.5 to 1, their highest ones tied. */
function documents(name: string, count: number, stopped = 0.2, shift = 0): readonly Seen[] {
  const random = createRandom(name)
  return Array.from({ length: count }, () => {
    const eligible = !random.chance(stopped)
    return { eligible, score: Math.min(0.999, 0.5 + random.int(0, 5_500) / 10_000 - shift) }
  })
}

describe('drift', () => {
  it('is the population stability index: four bands of equal shares that become 40, 30, 20, 10 %', () => {
    // By hand with half a document more in each band, 80.5, 60.5, 40.5 and 20.5 of 202: 0.1485 ln 1.594 + 0.0495 ln 1.198 + 0.0495 ln 1.247 + 0.1485 ln 2.463.
    const counts = [2500, 2500, 2500, 2500]
    const crowd = { documents: 10_000, edges: [0.3, 0.6], counts }
    const seen = [80, 60, 40, 20].flatMap((count, band) =>
      Array.from({ length: count }, () => ({ eligible: band > 0, score: band * 0.3 - 0.1 })),
    )
    const { index } = drift(crowd, mixed(seen))
    assert.ok(Math.abs(index! - 0.223) < 0.0005, String(index))
  })
  it('says nothing of fewer than fifty documents', () => {
    const crowd = crowdOf(documents('before', 400))
    assert.deepEqual([drift(crowd, documents('now', 49, 1)).index, drift(crowd, documents('now', 49, 1)).broken], [null, false])
    assert.equal(drift(crowd, documents('now', 50, 1)).broken, true)
  })
  it('keeps bands apart where many scores are the same', () => {
    const crowd = crowdOf([...documents('spread', 40, 0), ...Array.from({ length: 100 }, () => ({ score: 0.999, eligible: true }))])
    assert.ok(
      crowd.edges.every((edge, i) => edge < 0.999 && (i === 0 || edge > crowd.edges[i - 1]!)),
      String(crowd.edges),
    )
    assert.equal(
      crowd.counts.reduce((sum, count) => sum + count),
      140,
    )
  })
  it('is silent while nothing changes: 60 certificates, 1,000 documents each, looked at after every one', () => {
    let alarms = 0
    for (let i = 0; i < 60; i++) {
      const crowd = crowdOf(documents(`calibration ${i}`, 400))
      const later = documents(`later ${i}`, 1_000)
      alarms += Number(later.some((_, end) => drift(crowd, later.slice(Math.max(0, end - 199), end + 1).toReversed()).broken))
    }
    assert.ok(alarms <= 1, `${alarms} of 60`)
  })
  it('sees half of the documents stopped by a rule, and scores a fifth lower, within 150 documents', () => {
    const crowd = crowdOf(documents('calibration', 400))
    const before = documents('good', 300)
    for (const [name, after] of Object.entries({ stopped: documents('s', 150, 0.55), lower: documents('l', 150, 0.2, 0.2) }))
      assert.ok(
        after.some((_, i) => drift(crowd, [...after.slice(0, i + 1).toReversed(), ...before].slice(0, 200)).broken),
        name,
      )
  })
})

/** In an order in which every window has the same shares. */
function mixed(seen: readonly Seen[]): readonly Seen[] {
  return Array.from({ length: seen.length }, (_, i) => seen[(i * 77) % seen.length]!)
}

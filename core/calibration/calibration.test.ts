import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  areaUnderRisk,
  calibrate,
  calibrated,
  coverageAt,
  fitLogistic,
  type Label,
  predict,
  reliability,
  riskCoverage,
  sigmoid,
} from './index.ts'

const near = (actual: number, expected: number, within: number) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)

/** `count` labels of one confidence, `right` of them right. */
const at = (confidence: number, count: number, right: number): Label[] =>
  Array.from({ length: count }, (_, i) => ({ confidence, right: i < right }))

describe('logistic regression', () => {
  it('finds the log odds of groups', () => {
    // 30 of 40 right without the signal (odds 3), 90 of 100 with it (odds 9): intercept ln 3, weight ln 3.
    const rows = [...Array(40).fill([0]), ...Array(100).fill([1])]
    const targets = [...Array.from({ length: 40 }, (_, i) => Number(i < 30)), ...Array.from({ length: 100 }, (_, i) => Number(i < 90))]
    const fit = fitLogistic(rows, targets, 1e-9)
    near(fit.intercept, Math.log(3), 1e-6)
    near(fit.weights[0]!, Math.log(3), 1e-6)
    near(predict(fit, [1]), 0.9, 1e-6)
  })
  it('stays finite where a signal separates the classes', () => {
    const fit = fitLogistic([[0], [0], [1], [1]], [0, 0, 1, 1], 1)
    assert.ok(fit.weights[0]! > 0 && fit.weights[0]! < 3)
  })
})

describe('calibration', () => {
  it('of a few labels is their rate, drawn towards a half', () => {
    assert.deepEqual(calibrate(at(0.9, 8, 8)), { kind: 'rate', rate: 0.9, labels: 8 })
  })
  it('takes overconfidence away (Platt)', () => {
    const labels = [...at(0.99, 100, 80), ...at(0.6, 60, 30), ...at(0.2, 40, 8)]
    const curve = calibrate(labels)
    assert.equal(curve.kind, 'platt')
    near(calibrated(curve, 0.99), 0.8, 0.04)
    assert.ok(calibrated(curve, 0.6) < calibrated(curve, 0.99))
  })
  it('says nothing where the confidence is upside down', () => {
    const curve = calibrate([...at(0.9, 50, 10), ...at(0.1, 50, 40)])
    assert.equal(curve.kind, 'rate')
  })
  it('draws steps from many labels, never falling, never certain', () => {
    const labels = [...at(0.3, 100, 20), ...at(0.5, 100, 60), ...at(0.6, 100, 40), ...at(0.9, 200, 200)]
    const curve = calibrate(labels)
    assert.equal(curve.kind, 'isotonic')
    near(calibrated(curve, 0.3), 0.2, 0.01)
    near(calibrated(curve, 0.5), 0.5, 0.01) // 60 and 40 of 100 violate the order: pooled
    near(calibrated(curve, 0.6), 0.5, 0.01)
    near(calibrated(curve, 0.95), 200.5 / 201, 1e-9)
    near(calibrated(curve, 0.1), 0.2, 0.01)
  })
})

describe('reliability', () => {
  it('measures what confidence is worth', () => {
    const { ece, brier, bands } = reliability([...at(0.92, 50, 45), ...at(0.5, 50, 20)])
    near(ece, 0.5 * 0.02 + 0.5 * 0.1, 1e-9)
    near(brier, (45 * 0.08 ** 2 + 5 * 0.92 ** 2 + 50 * 0.25) / 100, 1e-9)
    assert.deepEqual(
      bands.map(({ from, labels, right }) => [from, labels, right]),
      [
        [0.4, 50, 0.4],
        [0.9, 50, 0.9],
      ],
    )
  })
})

describe('risk and coverage', () => {
  const judged = [
    { score: 0.9, wrong: false },
    { score: 0.8, wrong: false },
    { score: 0.8, wrong: true },
    { score: 0.1, wrong: true },
  ]
  it('goes from the surest down, ties together', () => {
    const points = riskCoverage(judged)
    assert.deepEqual(
      points.map(({ coverage, risk }) => [coverage, risk]),
      [
        [0.25, 0],
        [0.75, 1 / 3],
        [1, 0.5],
      ],
    )
    near(areaUnderRisk(points), 0 * 0.25 + (1 / 3) * 0.5 + 0.5 * 0.25, 1e-12)
    assert.equal(coverageAt(points, 0.4)?.accepted, 3)
    assert.equal(coverageAt(points, 0)?.accepted, 1)
  })
})

describe('sigmoid', () => {
  it('has no overflow', () => assert.deepEqual([sigmoid(-800), sigmoid(800)], [0, 1]))
})

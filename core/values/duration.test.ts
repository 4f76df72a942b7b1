import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { afterDuration, durationText, findDurations, parseDuration } from './index.ts'

describe('spans of time', () => {
  const cases: readonly [printed: string, canonical: string | null][] = [
    ['five (5) years', '5 years'],
    ['thirty (30) Business Days', '30 working days'],
    ['one hundred twenty (120) days', '120 days'],
    ['one-year', '1 year'],
    ['12 months’', '12 months'],
    ['two quarters', '6 months'],
    ['30 (тридцати) календарных дней', '30 days'],
    ['10 (десяти) рабочих дней', '10 working days'],
    ['5 банковских дней', '5 banking days'],
    ['двух лет', '2 years'],
    ['1 (один) год', '1 year'],
    ['три месяца', '3 months'],
    ['zwei Jahren', '2 years'],
    ['drei Monaten', '3 months'],
    ['31 декабря 2026 года', null],
    ['once a year', null],
    ['these days', null],
  ]
  for (const [printed, canonical] of cases)
    it(`«${printed}» is ${canonical}`, () => {
      const duration = parseDuration(printed)
      assert.equal(duration && durationText(duration), canonical)
    })

  it('are found with their places', () => {
    assert.deepEqual(
      findDurations('for two (2) years, then 6 months').map(({ from, to }) => [from, to]),
      [
        [4, 17],
        [24, 32],
      ],
    )
  })

  it('end on the same day of the month, or on its last one; working days have no fixed end', () => {
    assert.equal(afterDuration('2026-01-31', { count: 1, unit: 'month', dayType: null }), '2026-02-28')
    assert.equal(afterDuration('2024-02-29', { count: 1, unit: 'year', dayType: null }), '2025-02-28')
    assert.equal(afterDuration('2026-03-12', { count: 2, unit: 'week', dayType: null }), '2026-03-26')
    assert.equal(afterDuration('2026-03-31', { count: 1, unit: 'month', dayType: null }, -1), '2026-02-28')
    assert.equal(afterDuration('2026-03-12', { count: 5, unit: 'day', dayType: 'working' }), null)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Assumptions, FIRST_ASSUMPTIONS, lastDays, periodBetween, returnOf, stepOf, stepsOf, wilson } from './index.ts'

const near = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 5e-5, `${actual} is not ${expected}`)

describe('the Wilson interval', () => {
  it('gives the bounds of Newcombe 1998, table I', () => {
    for (const [hits, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      near(wilson(hits, n)?.low, low)
      near(wilson(hits, n)?.high, high)
    }
  })
  it('is the same from the other side, and nothing when nothing was seen', () => {
    near(wilson(20, 20)?.low, 1 - 0.1611)
    assert.equal(wilson(20, 20)?.high, 1)
    assert.equal(wilson(0, 20)?.low, 0)
    assert.equal(wilson(0, 0), null)
  })
})

describe('a period', () => {
  it('of seven days ends today', () => {
    assert.deepEqual(lastDays(7, '2026-03-03'), { from: '2026-02-25', until: '2026-03-04' })
  })
  it('between two days takes both; what are no days is none', () => {
    assert.deepEqual(periodBetween('2024-02-28', '2024-02-29'), { from: '2024-02-28', until: '2024-03-01' })
    for (const [first, last] of [
      ['2026-02-30', '2026-03-01'],
      ['2026-03-02', '2026-03-01'],
      ['2020-01-01', '2026-01-01'],
      ['', '2026-01-01'],
    ] as const)
      assert.equal(periodBetween(first, last), null)
  })
  it('is drawn by days, weeks from Monday, or months', () => {
    assert.equal(stepOf(lastDays(31, '2026-03-03')), 'day')
    assert.equal(stepOf(lastDays(90, '2026-03-03')), 'week')
    assert.equal(stepOf(lastDays(365, '2026-03-03')), 'month')
    // 2026-03-04 is a Wednesday, the Monday before it the 2nd.
    assert.deepEqual(stepsOf({ from: '2026-03-04', until: '2026-03-17' }, 'week'), ['2026-03-02', '2026-03-09', '2026-03-16'])
    assert.deepEqual(stepsOf({ from: '2025-12-31', until: '2026-02-02' }, 'month'), ['2025-12-01', '2026-01-01', '2026-02-01'])
  })
})

describe('the return', () => {
  const assumed: Assumptions = {
    minutesBefore: 8,
    minutesAfter: 0.5,
    documentsPerMonth: 2000,
    hourCost: '30',
    monthlyCost: '400',
    setUpCost: '6600',
    currency: 'EUR',
  }
  it('of 2,000 documents a month, by hand', () => {
    // 8 − 0.5 = 7.5 min; 2,000 × 7.5 ÷ 60 = 250 h. Before: 8 ÷ 60 × 30 = 4.00. After: 0.25 + 0.05 + 400 ÷ 2,000 = 0.50.
    // Saved: 2,000 × 3.50 = 7,000 a month; 6,600 ÷ 7,000 = 0.94 months.
    assert.deepEqual(returnOf(assumed, { minutesAfter: 99, documentsPerMonth: 99, modelCost: '0.05' }), {
      minutesBefore: '8.00',
      minutesAfter: '0.50',
      minutesSaved: '7.50',
      documentsPerMonth: '2000',
      hoursSaved: '250.00',
      costBefore: '4.00',
      costAfter: '0.50',
      savedPerMonth: '7000.00',
      payback: '0.9',
    })
  })
  it('takes what was measured where nothing is assumed', () => {
    const open = { ...assumed, minutesAfter: null, documentsPerMonth: null }
    // 2 min after, 60 documents: 6 h; 1.00 + 400 ÷ 60 = 7.67 a document against 4.00, so 220 a month are lost.
    const made = returnOf(open, { minutesAfter: 2, documentsPerMonth: 60, modelCost: '0' })
    assert.deepEqual([made.hoursSaved, made.costAfter, made.savedPerMonth, made.payback], ['6.00', '7.67', '-220.00', 'never'])
  })
  it('claims nothing where a part is unknown', () => {
    const made = returnOf({ ...assumed, minutesAfter: null }, { minutesAfter: null, documentsPerMonth: null, modelCost: '0' })
    assert.deepEqual([made.minutesSaved, made.hoursSaved, made.costAfter, made.savedPerMonth, made.payback], [null, null, null, null, null])
    assert.equal(made.costBefore, '4.00')
    const none = returnOf({ ...assumed, documentsPerMonth: 0 }, { minutesAfter: null, documentsPerMonth: null, modelCost: '0' })
    assert.deepEqual([none.hoursSaved, none.costAfter, none.payback], ['0.00', null, null])
  })
  it('is paid back at once where the set-up cost nothing', () => {
    const made = returnOf(
      { ...FIRST_ASSUMPTIONS, documentsPerMonth: 10, minutesAfter: 1 },
      { minutesAfter: null, documentsPerMonth: null, modelCost: '0' },
    )
    assert.equal(made.payback, '0.0')
  })
})

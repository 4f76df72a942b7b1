import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { afterWorkingHours, WorkingTime } from './index.ts'

/** Nine to six in Moscow (UTC+3 all year), as the Russian production calendar of January 2026 has it: holidays to the 11th; 30 April is a short day. */
const MOSCOW = WorkingTime.parse({
  timeZone: 'Europe/Moscow',
  weekdays: [1, 2, 3, 4, 5],
  from: 9,
  to: 18,
  free: ['2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-05-01'],
  worked: ['2026-02-28'],
  short: ['2026-04-30'],
})
const after = (from: string, hours: number, time: WorkingTime | null = MOSCOW) =>
  new Date(afterWorkingHours(Date.parse(from), hours, time)).toISOString().slice(0, 16)

describe('working hours', () => {
  it('pass within a day, and go on in the next one', () => {
    assert.equal(after('2026-03-12T10:00:00+03:00', 4), '2026-03-12T11:00')
    assert.equal(after('2026-03-12T16:00:00+03:00', 4), '2026-03-13T08:00')
    assert.equal(after('2026-03-12T16:00:00+03:00', 2), '2026-03-12T15:00', 'the last hour is one of the same day')
  })

  it('begin with the day for what comes at night, and with Monday for what comes at the weekend', () => {
    assert.equal(after('2026-03-12T23:30:00+03:00', 1), '2026-03-13T07:00')
    assert.equal(after('2026-03-12T03:00:00+03:00', 1), '2026-03-12T07:00')
    assert.equal(after('2026-03-14T12:00:00+03:00', 9), '2026-03-16T15:00')
  })

  it('leave holidays out, count a worked Saturday, and end an hour earlier on a short day', () => {
    assert.equal(after('2025-12-31T17:00:00+03:00', 2), '2026-01-12T07:00')
    assert.equal(after('2026-02-27T17:00:00+03:00', 2), '2026-02-28T07:00')
    assert.equal(after('2026-04-30T16:30:00+03:00', 1), '2026-05-04T06:30')
  })

  it('follow the clocks of a zone that changes them', () => {
    const berlin = { ...MOSCOW, timeZone: 'Europe/Berlin', free: [], worked: [], short: [] }
    // Friday 17:00 is 16:00 UTC; on Monday nine o'clock is 07:00 UTC, for the clocks went forward on Sunday.
    assert.equal(after('2026-03-27T17:00:00+01:00', 2, berlin), '2026-03-30T08:00')
  })

  it('are those of the clock where there is no calendar, and where it never works', () => {
    assert.equal(after('2026-03-14T12:00:00Z', 30, null), '2026-03-15T18:00')
    const never = { ...MOSCOW, weekdays: [1], free: Array.from({ length: 60 }, (_, i) => mondayOf(i)) }
    assert.equal(after('2026-03-12T12:00:00Z', 5, never), '2026-03-12T17:00')
  })

  it('may run for months', () => {
    // To 30 April there are 44 days, one of them an hour short: 395 hours. The other five pass on Monday, 4 May, for the 1st is free.
    assert.equal(after('2026-03-02T09:00:00+03:00', 400, { ...MOSCOW, worked: [] }), '2026-05-04T11:00')
  })
})

function mondayOf(week: number): string {
  return new Date(Date.parse('2026-03-09') + week * 7 * 86_400_000).toISOString().slice(0, 10)
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayIn, type KeyDate, type ReminderChoice, remindersOf, splitReminders, timeIn } from './index.ts'

const at = (text: string) => Date.parse(text)

describe('the moment of an hour in a time zone', () => {
  // Moscow is three hours ahead all year; Berlin two in summer and one in winter, changing at 01:00 UTC on the last Sundays of March and October.
  const cases = [
    ['Europe/Moscow', '2026-12-01', 9, '2026-12-01T06:00:00Z'],
    ['Europe/Berlin', '2026-07-01', 9, '2026-07-01T07:00:00Z'],
    ['Europe/Berlin', '2026-03-29', 9, '2026-03-29T07:00:00Z'],
    ['Europe/Berlin', '2026-03-29', 1, '2026-03-29T00:00:00Z'],
    ['Europe/Berlin', '2026-10-25', 9, '2026-10-25T08:00:00Z'],
    ['Asia/Vladivostok', '2026-01-01', 0, '2025-12-31T14:00:00Z'],
    ['America/New_York', '2026-01-01', 23, '2026-01-02T04:00:00Z'],
    ['Asia/Kolkata', '2026-01-01', 9, '2026-01-01T03:30:00Z'],
  ] as const
  for (const [zone, day, hour, utc] of cases)
    it(`${zone} ${day} ${hour}:00`, () => {
      assert.equal(new Date(timeIn(zone, day, hour)).toISOString(), utc.replace('Z', '.000Z'))
    })

  it('knows the day of a zone', () => {
    assert.equal(dayIn('Asia/Vladivostok', at('2026-11-21T15:00:00Z')), '2026-11-22')
    assert.equal(dayIn('America/New_York', at('2026-11-21T03:00:00.900Z')), '2026-11-20')
  })
})

describe('reminders of dates', () => {
  const settings = { daysBefore: [30, 7], hour: 9, timeZone: 'Europe/Moscow' }
  const notice: KeyDate = { kind: 'notice_by', date: '2026-12-31' }
  const ends: KeyDate = { kind: 'ends', date: '2027-01-31' }
  const days = (choices: readonly ReminderChoice[] = [], dates: readonly KeyDate[] = [notice]) =>
    remindersOf(dates, settings, choices).map(({ kind, day }) => `${kind} ${day}`)

  it('come so many days before each date, the earliest first', () => {
    assert.deepEqual(days([], [ends, notice]), ['notice_by 2026-12-01', 'notice_by 2026-12-24', 'ends 2027-01-01', 'ends 2027-01-24'])
  })

  it('are moved or left out for the one date that a person chose, and not for a corrected one', () => {
    assert.deepEqual(days([{ ...notice, off: true, notBefore: null }]), [])
    assert.deepEqual(days([{ ...notice, off: false, notBefore: '2026-12-10' }]), ['notice_by 2026-12-10', 'notice_by 2026-12-24'])
    assert.deepEqual(days([{ ...notice, off: false, notBefore: '2026-12-30' }]), ['notice_by 2026-12-30'])
    assert.deepEqual(days([{ ...notice, date: '2026-12-30', off: true, notBefore: null }]).length, 2)
  })

  it('that were missed are told once, the last of each date', () => {
    const reminders = remindersOf([notice, ends], settings, [])
    const late = splitReminders(reminders, at('2026-12-25T00:00:00Z'))
    assert.deepEqual(
      late.due.map(({ day }) => day),
      ['2026-12-24'],
    )
    assert.equal(late.next?.day, '2027-01-01')
    const early = splitReminders(reminders, at('2026-12-01T05:59:59Z'))
    assert.deepEqual([early.due.length, early.next?.day], [0, '2026-12-01'])
    assert.deepEqual(splitReminders(reminders, at('2026-12-01T06:00:00Z')).due.length, 1)
    assert.equal(splitReminders(reminders, at('2027-02-01T00:00:00Z')).next, null)
  })
})

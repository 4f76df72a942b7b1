import { z } from 'zod'
import { addDays } from '../values/index.ts'
import { dayIn, isTimeZone, timeIn } from './zoned-time.ts'

const days = z.array(z.iso.date()).max(400)

/** When an organisation works. Deadlines in hours count only these; the days are those that its own production calendar names. */
export const WorkingTime = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, 'Nobody knows this time zone').describe('IANA name'),
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).describe('1 = Monday'),
    from: z.int().min(0).max(23).describe('Hour at which a day begins'),
    to: z.int().min(1).max(24).describe('Hour at which it ends'),
    free: days.describe('Days without work: holidays'),
    worked: days.describe('Days of the weekend on which there is work'),
    short: days.describe('Days that end an hour earlier: the eves of holidays'),
  })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'A day ends after it begins' })
  .readonly()
export type WorkingTime = z.infer<typeof WorkingTime>

const HOUR_MS = 3_600_000
/** After so many days in a row without work somebody has made a mistake: the time runs on as if there were no calendar. */
const LONGEST_BREAK_DAYS = 400

/**
 * The moment at which so many hours of work have passed since `fromMs`, both in milliseconds since 1970. A wait that begins at night or on a holiday
 * begins with the next working hour. `time` null = round the clock.
 */
export function afterWorkingHours(fromMs: number, hours: number, time: WorkingTime | null): number {
  if (time === null) return fromMs + hours * HOUR_MS
  let leftMs = hours * HOUR_MS
  let idleDays = 0
  for (let day = dayIn(time.timeZone, fromMs); idleDays < LONGEST_BREAK_DAYS; day = addDays(day, 1)) {
    const [opens, closes] = openHours(day, time)
    const begins = Math.max(opens, fromMs)
    if (closes <= begins) {
      idleDays++
      continue
    }
    if (leftMs <= closes - begins) return begins + leftMs
    leftMs -= closes - begins
    idleDays = 0
  }
  return fromMs + hours * HOUR_MS
}

/** When a day (ISO) begins and ends; both the same on one without work. */
function openHours(day: string, { timeZone, weekdays, from, to, free, worked, short }: WorkingTime): readonly [number, number] {
  const isWorked = worked.includes(day) || (weekdays.includes(weekdayOf(day)) && !free.includes(day))
  const ends = short.includes(day) ? to - 1 : to
  return [timeIn(timeZone, day, from), timeIn(timeZone, day, isWorked ? ends : from)]
}

/** 1 = Monday … 7 = Sunday. */
function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}

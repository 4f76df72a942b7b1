/**
 * Russian production calendar: weekdays off and Saturdays worked, `MM-DD`. Sources: Labour Code art. 112 and the government's yearly decrees
 * on moved days off, No. 1314 of 10.08.2023 (2024), No. 1335 of 04.10.2024 (2025), No. 1466 of 24.09.2025 (2026).
 * Later years are decided a year ahead: add the decree when it is out, never extrapolate.
 */
export const RUSSIAN_CALENDAR: Readonly<Record<string, { readonly off: readonly string[]; readonly worked: readonly string[] }>> = {
  '2024': {
    off: '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31'.split(' '),
    worked: ['04-27', '11-02', '12-28'],
  },
  '2025': {
    off: '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31'.split(' '),
    worked: ['11-01'],
  },
  '2026': {
    off: '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31'.split(' '),
    worked: [],
  },
}

/** Whether an ISO date is a working day in Russia; null for a year whose calendar is not known. */
export function isRussianWorkingDay(iso: string): boolean | null {
  const year = RUSSIAN_CALENDAR[iso.slice(0, 4)]
  if (!year) return null
  const day = iso.slice(5)
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay()
  if (year.worked.includes(day)) return true
  return weekday !== 0 && weekday !== 6 && !year.off.includes(day)
}

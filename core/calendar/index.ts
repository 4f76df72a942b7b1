export { type CalendarEvent, writeICalendar } from './icalendar.ts'
export type { KeyDate } from './key-date.ts'

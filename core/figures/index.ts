export { isGroup, SMALLEST_GROUP } from './group.ts'
export { daysIn, lastDayOf, lastDays, PERIOD_DAYS, type Period, periodBetween, type Step, stepOf, stepsOf } from './period.ts'
export { Assumptions, FIRST_ASSUMPTIONS, type Measured, type Return, returnOf } from './return-on-investment.ts'
export { type Interval, wilson } from './wilson.ts'

import { COLUMNS } from './columns.ts'

/** One booking: values by the caption of their column. */
export type Booking = Readonly<Record<string, string>>

/** A line of 116 fields; text in quotes, doubled inside. */
export function rowLine(booking: Booking): string {
  const stray = Object.keys(booking).find((name) => !COLUMNS.some(([column]) => column === name))
  if (stray !== undefined) throw new RangeError(`There is no column ${stray}`)
  return COLUMNS.map(([name, kind]) => {
    const value = booking[name] ?? ''
    return kind === 'text' ? `"${value.replaceAll('"', '""')}"` : value
  }).join(';')
}

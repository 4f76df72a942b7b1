import { WorkingTime } from '../../../core/calendar/index.ts'

/** What stands in the form, right or wrong. */
export interface WorkingTimeFields {
  readonly timeZone: string
  readonly weekdays: readonly number[]
  readonly from: string
  readonly to: string
  /** One day or span a line: `01.01.2026–08.01.2026`. */
  readonly free: string
  readonly worked: string
  readonly short: string
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const MOST_DAYS = 400
const DAY_MS = 86_400_000

export function workingTimeFields(time: WorkingTime | null): WorkingTimeFields {
  if (!time) return { timeZone: 'Europe/Moscow', weekdays: [1, 2, 3, 4, 5], from: '9', to: '18', free: '', worked: '', short: '' }
  const { from, to, free, worked, short, ...same } = time
  return { ...same, from: String(from), to: String(to), free: spansOf(free), worked: spansOf(worked), short: spansOf(short) }
}

export function workingTimeTyped(form: URLSearchParams): WorkingTimeFields {
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, 10_000)
  const weekdays = WEEKDAYS.filter((day) => form.getAll('weekday').includes(String(day)))
  return {
    timeZone: text('timeZone'),
    weekdays,
    from: text('from'),
    to: text('to'),
    free: text('free'),
    worked: text('worked'),
    short: text('short'),
  }
}

/** Names of the fields that are not understood; the working time when there are none. */
export function workingTimeFrom(fields: WorkingTimeFields): { readonly time: WorkingTime | null; readonly wrong: ReadonlySet<string> } {
  const days = { free: daysIn(fields.free), worked: daysIn(fields.worked), short: daysIn(fields.short) }
  const hour = (text: string) => (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN)
  const parsed = WorkingTime.safeParse({ ...fields, from: hour(fields.from), to: hour(fields.to), ...days })
  if (parsed.success) return { time: parsed.data, wrong: new Set() }
  return { time: null, wrong: new Set(parsed.error.issues.map(({ path }) => String(path[0]))) }
}

/** Days of lines like `09.05.2026`, `2026-05-09` and spans of them; null where a line is none of these. */
function daysIn(text: string): readonly string[] | null {
  const lines = text.split(/[\n,;]+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const days = new Set<string>()
  for (const line of lines) {
    const [first, last, more] = line.split(/\s*(?:–|—|\.\.|\s-\s)\s*/).map(isoOf)
    if (!first || more !== undefined || last === null) return null
    const end = Date.parse(`${last ?? first}T00:00:00Z`)
    const start = Date.parse(`${first}T00:00:00Z`)
    if (end < start || end - start > MOST_DAYS * DAY_MS) return null
    for (let at = start; at <= end; at += DAY_MS) days.add(new Date(at).toISOString().slice(0, 10))
  }
  return [...days].sort()
}

function isoOf(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : iso
}

/** Days that follow each other on one line. */
function spansOf(days: readonly string[]): string {
  const spans: [string, string][] = []
  for (const day of days.toSorted()) {
    const last = spans.at(-1)
    if (last && Date.parse(day) - Date.parse(last[1]) === DAY_MS) last[1] = day
    else spans.push([day, day])
  }
  const shown = (iso: string) => iso.split('-').toReversed().join('.')
  return spans.map(([first, last]) => (first === last ? shown(first) : `${shown(first)}–${shown(last)}`)).join('\n')
}

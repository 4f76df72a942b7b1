export interface CalendarEvent {
  /** The same for the same matter at every download, so that a calendar moves it instead of keeping both. */
  readonly uid: string
  /** ISO day. */
  readonly date: string
  readonly title: string
  readonly url: string
}

const LINE_OCTETS = 75

/** An iCalendar file (RFC 5545) of whole days. `stamp`: when the data was approved, ISO date-time of each event by uid would be the same; one for all. */
export function writeICalendar(events: readonly CalendarEvent[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Docket//Contract dates//EN',
    ...events.flatMap(({ uid, date, title, url }) => [
      'BEGIN:VEVENT',
      `UID:${text(uid)}`,
      `DTSTAMP:${stamp.replace(/[-:]|\.\d+/g, '')}`,
      `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
      `SUMMARY:${text(title)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** TEXT of RFC 5545, 3.3.11. Control characters have no place in it. */
function text(value: string): string {
  return value
    .replace(/\r\n?|\n/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** No line is longer than 75 octets; one that goes on begins with a space (3.1). Never within a character. */
function folded(line: string): string {
  const rows: string[] = []
  let [row, octets] = ['', 0]
  for (const character of line) {
    const length = new TextEncoder().encode(character).length
    if (octets + length > LINE_OCTETS) {
      rows.push(row)
      ;[row, octets] = [' ', 1]
    }
    row += character
    octets += length
  }
  return [...rows, row].join('\r\n')
}

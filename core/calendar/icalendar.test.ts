import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writeICalendar } from './index.ts'

describe('a calendar file (RFC 5545)', () => {
  const event = { uid: 'a-ends@docket', date: '2026-12-31', title: 'Ends', url: 'https://docket.example/documents/a' }
  const written = (title: string) => writeICalendar([{ ...event, title }], '2026-11-21T10:00:00.123Z')

  it('holds whole days, stamps in UTC and ends every line as the standard wants', () => {
    assert.equal(
      written('Ends'),
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Docket//Contract dates//EN',
        'BEGIN:VEVENT',
        'UID:a-ends@docket',
        'DTSTAMP:20261121T100000Z',
        'DTSTART;VALUE=DATE:20261231',
        'SUMMARY:Ends',
        'URL:https://docket.example/documents/a',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it('escapes what means something there, so that a name can add no event', () => {
    assert.match(written('A; B, C\\D'), /SUMMARY:A\\; B\\, C\\\\D\r\n/)
    assert.match(written('x\r\nEND:VEVENT'), /SUMMARY:x\\nEND:VEVENT\r\n/)
  })

  it('folds lines at 75 octets without cutting a letter in two', () => {
    const title = 'Договор поставки '.repeat(12).trim()
    const file = written(title)
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.ok(file.replaceAll('\r\n ', '').includes(`SUMMARY:${title}`))
  })
})

import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { calendarTexts } from '../texts/calendar.ts'
import type { KeyDateView } from '../views/key-dates-view.ts'
import { presentDate } from '../views/present.ts'

export const CalendarPage = ({ frame, dates }: { frame: Frame; dates: readonly KeyDateView[] }) => {
  const t = calendarTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="calendar">
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {dates.length === 0 ? (
        <>
          <h2>{t.none}</h2>
          <p>{t.noneText}</p>
        </>
      ) : (
        <>
          <form method="post" action="/calendar/file">
            <button type="submit">{t.download}</button>
          </form>
          <PlainTable heads={[t.date, t.what, t.number, t.partner]}>
            {dates.map(({ documentId, date, kind, number, partner, isSoon }) => (
              <tr>
                <td>
                  <time dateTime={date}>{presentDate(date, frame.language)}</time>
                  {isSoon ? <strong> · {t.soon}</strong> : null}
                </td>
                <td>{t.kinds[kind]}</td>
                <td>
                  <a href={`/documents/${documentId}`}>
                    <bdi>{number ?? '—'}</bdi>
                  </a>
                </td>
                <td>
                  <bdi>{partner ?? '—'}</bdi>
                </td>
              </tr>
            ))}
          </PlainTable>
        </>
      )}
    </Shell>
  )
}

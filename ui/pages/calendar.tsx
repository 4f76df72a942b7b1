import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { calendarTexts } from '../texts/calendar.ts'
import type { KeyDates, KeyDateView } from '../views/key-dates-view.ts'
import { presentDate } from '../views/present.ts'

/** What the page says about the form that was sent last. */
export type CalendarSaid = 'saved' | 'chosen' | 'wrong_settings' | 'wrong_day'

export const CalendarPage = ({ frame, view, said }: { frame: Frame; view: KeyDates; said: CalendarSaid | null }) => {
  const t = calendarTexts(frame.language)
  const isWrong = said === 'wrong_settings' || said === 'wrong_day'
  return (
    <Shell frame={frame} title={t.title} current="calendar">
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {said === null ? null : (
        <p class={`notice notice--${isWrong ? 'error' : 'good'}`} role={isWrong ? 'alert' : 'status'}>
          {t.said[said]}
        </p>
      )}
      {view.dates.length === 0 ? (
        <>
          <h2>{t.none}</h2>
          <p>{t.noneText}</p>
        </>
      ) : (
        <>
          <form method="post" action="/calendar/file">
            <button type="submit">{t.download}</button>
          </form>
          <PlainTable heads={[t.date, t.what, t.number, t.partner, t.reminder]}>
            {view.dates.map((one) => (
              <DateRow frame={frame} one={one} today={view.today} />
            ))}
          </PlainTable>
        </>
      )}
      <SettingsCard frame={frame} view={view} isOpen={said === 'wrong_settings'} />
    </Shell>
  )
}

const DateRow = ({ frame, one, today }: { frame: Frame; one: KeyDateView; today: string }) => {
  const { language } = frame
  const t = calendarTexts(language)
  const { documentId, date, kind, number, partner, isSoon } = one
  return (
    <tr>
      <td>
        <time dateTime={date}>{presentDate(date, language)}</time>
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
      <td>
        <ReminderCell frame={frame} one={one} today={today} />
      </td>
    </tr>
  )
}

const ReminderCell = ({ frame, one, today }: { frame: Frame; one: KeyDateView; today: string }) => {
  const { language } = frame
  const t = calendarTexts(language)
  const { documentId, kind, date, number, reminder } = one
  const about = `${t.kinds[kind]}, ${number ?? ''} ${presentDate(date, language)}`
  const state =
    'day' in reminder
      ? t.reminders[reminder.postponed ? 'postponed' : reminder.kind].replace('#', presentDate(reminder.day, language))
      : t.reminders[reminder.kind]
  if (!frame.may.has('documents:review')) return <>{state}</>
  return (
    <details class="reminder">
      <summary>{state}</summary>
      <form method="post" action={`/calendar/reminders/${documentId}`} class="stacked">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="date" value={date} />
        <label>
          {t.notBefore}
          <input type="date" name="day" min={today} max={date} />
        </label>
        <p class="panel-actions">
          <button type="submit" name="action" value="postpone" aria-label={`${t.postpone}: ${about}`}>
            {t.postpone}
          </button>
          {reminder.kind === 'off' ? null : (
            <button type="submit" name="action" value="off" aria-label={`${t.switchOff}: ${about}`}>
              {t.switchOff}
            </button>
          )}
          {reminder.kind === 'off' || ('day' in reminder && reminder.postponed) ? (
            <button type="submit" name="action" value="usual" aria-label={`${t.asUsual}: ${about}`}>
              {t.asUsual}
            </button>
          ) : null}
        </p>
      </form>
    </details>
  )
}

const SettingsCard = ({ frame, view, isOpen }: { frame: Frame; view: KeyDates; isOpen: boolean }) => {
  const t = calendarTexts(frame.language)
  const { daysBefore, hour, timeZone } = view.settings
  const rule = t.rule.replace('{days}', daysBefore.join(', ')).replace('{hour}', `${hour}:00`).replace('{zone}', timeZone)
  return (
    <section class="card">
      <h2>{t.settings}</h2>
      <p>{rule}</p>
      <p class="muted">{t.settingsText}</p>
      {frame.may.has('settings:write') ? (
        <details open={isOpen}>
          <summary>{t.change}</summary>
          <form method="post" action="/calendar/settings" class="stacked">
            <label>
              {t.days}
              <input type="text" name="days" value={daysBefore.join(', ')} required maxLength={60} autocomplete="off" />
            </label>
            <label>
              {t.hour}
              <select name="hour">
                {Array.from({ length: 24 }, (_, one) => (
                  <option value={one} selected={one === hour}>
                    {`${one}:00`}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t.zone}
              <input type="text" name="timeZone" value={timeZone} required maxLength={60} autocomplete="off" list="time-zones" />
            </label>
            <datalist id="time-zones">
              {Intl.supportedValuesOf('timeZone').map((zone) => (
                <option value={zone} />
              ))}
            </datalist>
            <button type="submit" class="primary">
              {t.save}
            </button>
          </form>
        </details>
      ) : null}
    </section>
  )
}

import type { Frame } from '../../components/shell.tsx'
import { workingTimeTexts } from '../../texts/working-time.ts'
import type { WorkingTimeFields } from './working-time-form.ts'

export interface WorkingTimeShown {
  readonly fields: WorkingTimeFields
  /** Null = none is kept: round the clock. */
  readonly version: number | null
  readonly wrong: ReadonlySet<string>
}

/** When the organisation works: deadlines in hours count only that. */
export const WorkingTimeCard = ({ frame, shown: { fields, version, wrong } }: { frame: Frame; shown: WorkingTimeShown }) => {
  const t = workingTimeTexts(frame.language)
  const mayChange = frame.may.has('settings:write')
  const invalid = (name: string) => (wrong.has(name) ? ('true' as const) : undefined)
  const note = (name: 'timeZone' | 'from' | 'to' | 'free' | 'worked' | 'short') =>
    wrong.has(name) ? <small class="wrong">{t.wrong}</small> : null
  const hour = (name: 'from' | 'to', most: number) => (
    <label>
      {t[name]}
      <input
        name={name}
        type="number"
        required
        min={name === 'from' ? 0 : 1}
        max={most}
        value={fields[name]}
        aria-invalid={invalid(name)}
      />
      {note(name)}
    </label>
  )
  const list = (name: 'free' | 'worked' | 'short') => (
    <label>
      {t[name]}
      <textarea name={name} rows={4} aria-invalid={invalid(name)} aria-describedby="working-days-hint">
        {fields[name]}
      </textarea>
      {note(name)}
    </label>
  )
  return (
    <details class="card list-card" id="working-time" open={wrong.size > 0}>
      <summary>
        {t.title}: {version === null ? t.roundTheClock : t.set}
      </summary>
      <p>{t.intro}</p>
      {wrong.size === 0 ? null : (
        <p class="notice notice--error" role="alert">
          {t.refused}
        </p>
      )}
      <form method="post" action="/routing/working-time" class="stacked working-time">
        <fieldset disabled={!mayChange} class="stacked">
          <legend class="visually-hidden">{t.title}</legend>
          {version === null ? null : <input type="hidden" name="version" value={version} />}
          <fieldset class="working-weekdays">
            <legend>{t.weekdays}</legend>
            {t.days.map((name, at) => (
              <label class="choice">
                <input type="checkbox" name="weekday" value={at + 1} checked={fields.weekdays.includes(at + 1)} /> {name}
              </label>
            ))}
            {wrong.has('weekdays') ? <small class="wrong">{t.wrongDays}</small> : null}
          </fieldset>
          <div class="queue-form">
            {hour('from', 23)}
            {hour('to', 24)}
            <label>
              {t.timeZone}
              <input
                name="timeZone"
                type="text"
                required
                maxLength={60}
                value={fields.timeZone}
                autocomplete="off"
                aria-invalid={invalid('timeZone')}
              />
              {note('timeZone')}
            </label>
          </div>
          <small class="muted" id="working-days-hint">
            {t.daysHint}
          </small>
          <div class="queue-form">
            {list('free')}
            {list('worked')}
            {list('short')}
          </div>
          {mayChange ? (
            <p class="panel-actions">
              <button type="submit" class="primary">
                {t.save}
              </button>
              {version === null ? null : (
                <button type="submit" name="action" value="remove" formNoValidate>
                  {t.remove}
                </button>
              )}
            </p>
          ) : null}
        </fieldset>
      </form>
    </details>
  )
}

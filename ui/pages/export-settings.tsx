import type { SetFormat } from '../api/export-settings.ts'
import { type Frame, Shell } from '../components/shell.tsx'
import { exportSettingTexts } from '../texts/export-settings.ts'

interface Props {
  readonly frame: Frame
  readonly formats: readonly SetFormat[]
  readonly captionOf: (type: string) => string
  /** What was typed and refused; null = nothing was. */
  readonly refused: { readonly type: string; readonly format: string; readonly wrong: readonly string[] } | null
  readonly saved: boolean
}

export const ExportSettingsPage = ({ frame, formats, captionOf, refused, saved }: Props) => {
  const t = exportSettingTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="export-settings">
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {saved ? (
        <p class="notice notice--good" role="status">
          {t.saved}
        </p>
      ) : null}
      {refused ? (
        <p class="notice notice--error" role="alert">
          {t.invalid}
        </p>
      ) : null}
      {formats.map((one) => (
        <FormatForm
          frame={frame}
          one={one}
          caption={captionOf(one.type)}
          wrong={refused?.type === one.type && refused.format === one.format.name ? refused.wrong : []}
        />
      ))}
    </Shell>
  )
}

const FormatForm = ({ frame, one, caption, wrong }: { frame: Frame; one: SetFormat; caption: string; wrong: readonly string[] }) => {
  const { language } = frame
  const t = exportSettingTexts(language)
  const mayChange = frame.may.has('settings:write')
  const id = (name: string) => `${one.type}-${one.format.name}-${name}`
  return (
    <details class="card format-settings" open={wrong.length > 0}>
      <summary>
        {one.format.caption[language]} <span class="muted">{`${caption}, ${one.format.name}`}</span>
      </summary>
      <form method="post" action="/export-settings" class="entry">
        <input type="hidden" name="type" value={one.type} />
        <input type="hidden" name="format" value={one.format.name} />
        {one.format.settings.map(({ name, caption: words, otherwise }) => (
          <div class="entry-field">
            <label for={id(name)}>{words[language]}</label>
            <input
              type="text"
              id={id(name)}
              name={`setting:${name}`}
              value={one.settings[name] ?? ''}
              placeholder={otherwise ?? t.asked}
              readOnly={!mayChange}
              maxLength={1000}
              autocomplete="off"
              aria-invalid={wrong.includes(name) ? 'true' : undefined}
              aria-describedby={wrong.includes(name) ? `${id(name)}-wrong` : undefined}
            />
            {wrong.includes(name) ? (
              <small class="wrong" id={`${id(name)}-wrong`}>
                {t.wrong}
              </small>
            ) : null}
          </div>
        ))}
        {mayChange ? (
          <p class="entry-wide">
            <button type="submit">{t.save}</button>
          </p>
        ) : null}
      </form>
    </details>
  )
}

import type { FormatView } from '../api/record-files.ts'
import type { Language } from '../language.ts'
import { documentTexts } from '../texts/document.ts'

/** The approved record as files. Works without script: links, and small forms where the receiving system's own codes are needed. */
export const Downloads = ({ formats, language }: { formats: readonly FormatView[]; language: Language }) => {
  const t = documentTexts(language)
  if (formats.length === 0) return null
  return (
    <details class="card downloads">
      <summary>{t.downloads}</summary>
      <ul>
        {formats.map((format) => (
          <li>
            <Format format={format} language={language} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** With settings there is always a form: what is lacking may depend on them. */
const Format = ({ format, language }: { format: FormatView; language: Language }) => {
  const t = documentTexts(language)
  const name = format.caption[language]
  const lacks = format.lacks.length > 0 && (
    <small class="muted">{`${t.downloadLacks}: ${format.lacks.map(({ field, caption }) => `${caption[language]} (${field})`).join(', ')}`}</small>
  )
  if (format.settings.length > 0)
    return (
      <details>
        <summary>{name}</summary>
        <form method="get" action={format.href} class="download-settings">
          {format.settings.map((setting) => (
            <label>
              {setting.caption[language]}
              <input name={setting.name} value={setting.default ?? ''} required={setting.default === null} />
            </label>
          ))}
          <button type="submit">{t.downloadFormat}</button>
          {lacks}
        </form>
      </details>
    )
  if (lacks)
    return (
      <span class="muted">
        {name} {lacks}
      </span>
    )
  return (
    <a href={format.href} download>
      {name}
    </a>
  )
}

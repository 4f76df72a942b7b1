import type { Column } from '../../../core/master-data/index.ts'
import type { Frame } from '../../components/shell.tsx'
import { masterDataTexts } from '../../texts/master-data.ts'

interface Props {
  readonly frame: Frame
  readonly path: string
  readonly columns: readonly Column[]
  /** Why the last file could not be read. */
  readonly refused: string | null
}

/** A form for a spreadsheet, with the captions that it may have. */
export const SendTable = ({ frame, path, columns, refused }: Props) => {
  const t = masterDataTexts(frame.language)
  const at = frame.language === 'ru' ? 1 : 0
  return (
    <section class="card list-card" id="table">
      <h2>{t.send}</h2>
      <p>{t.sendText}</p>
      {refused === null ? null : (
        <p class="notice notice--error" role="alert">
          {t.unreadable}: {refused}
        </p>
      )}
      <form method="post" action={`${path}/import`} encType="multipart/form-data" class="inline">
        <label>
          {t.file} <input type="file" name="file" accept=".csv,.xlsx" required />
        </label>
        <button type="submit">{t.look}</button>
      </form>
      <details>
        <summary>{t.columns}</summary>
        <ul>
          {columns.map(({ captions, required }) => (
            <li>
              <code>{captions[at] ?? captions[0]}</code>
              {required ? ` (${t.required})` : null}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

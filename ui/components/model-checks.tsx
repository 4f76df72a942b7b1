import type { ModelCheckRow } from '../../adapters/db/index.ts'
import type { FieldSpec } from '../../schemas/define.ts'
import { languageModelTexts } from '../texts/language-models.ts'
import { presentTime } from '../views/present-time.ts'
import type { Frame } from './shell.tsx'

interface Props {
  readonly frame: Frame
  /** Of one type, one per model. */
  readonly checks: readonly ModelCheckRow[]
  readonly fields: readonly Pick<FieldSpec, 'path' | 'caption'>[]
}

/** How well each model read the known documents the last time, and which fields it read better before. */
export const ModelChecks = ({ frame, checks, fields }: Props) => {
  const t = languageModelTexts(frame.language)
  if (checks.length === 0) return <p class="muted">{t.neverChecked}</p>
  const captionOf = (path: string) => fields.find((field) => field.path === path)?.caption[frame.language] ?? path
  return (
    <>
      <h3>{t.checks}</h3>
      {checks.map(({ provider, model, at, asked, answered, fields: counts, fallen }) => {
        const all = Object.values(counts)
        const found = t.found
          .replace('{right}', String(all.reduce((sum, { right }) => sum + right, 0)))
          .replace('{of}', String(all.reduce((sum, { of }) => sum + of, 0)))
        return (
          <>
            <p>
              {provider} <span class="muted">{model}</span>
              {' · '}
              <time dateTime={at}>{presentTime(at, frame.language)}</time>
              {` · ${answered === asked ? found : t.unfinished.replace('{answered}', String(answered)).replace('{asked}', String(asked))}`}
            </p>
            {fallen.length > 0 ? (
              <p class="notice notice--warning" role="status">
                {t.fallen.replace('{model}', provider)} {fallen.map(captionOf).join(', ')}
              </p>
            ) : null}
          </>
        )
      })}
    </>
  )
}

import type { UploadOutcome } from '../api/upload-outcome.ts'
import { Icon } from '../components/icons.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { problemTexts } from '../texts/problems.ts'
import { uploadTexts } from '../texts/upload.ts'
import { presentBytes } from '../views/present-bytes.ts'

interface Props {
  readonly frame: Frame
  readonly script: string
  readonly maxBytes: number
  /** What became of a form sent without script. */
  readonly outcomes: readonly UploadOutcome[]
}

export const UploadPage = ({ frame, script, maxBytes, outcomes }: Props) => {
  const t = uploadTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="upload" script={script}>
      <h1>{t.title}</h1>
      <UploadForm frame={frame} maxBytes={maxBytes} />
      <section class="uploads" data-uploads data-max={maxBytes} data-language={frame.language} aria-live="polite">
        {outcomes.length > 0 ? <Outcomes frame={frame} outcomes={outcomes} /> : null}
      </section>
    </Shell>
  )
}

const UploadForm = ({ frame, maxBytes }: { frame: Frame; maxBytes: number }) => {
  const t = uploadTexts(frame.language)
  return (
    <form method="post" action="/upload" encType="multipart/form-data" class="drop" data-drop>
      <Icon name="upload" />
      <p class="drop-title only-script">{t.drop}</p>
      <p class="only-script muted">{t.or}</p>
      <p class="drop-pick">
        <label class="button" for="files">
          {t.choose}
        </label>
        <input id="files" name="files" type="file" multiple required accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp,.docx,.xml,.zip" />
        <button type="submit" class="primary without-script">
          {t.send}
        </button>
      </p>
      <p class="muted small">{t.formats.replace('{max}', presentBytes(maxBytes, frame.language))}</p>
    </form>
  )
}

const Outcomes = ({ frame, outcomes }: { frame: Frame; outcomes: readonly UploadOutcome[] }) => {
  const t = uploadTexts(frame.language)
  return (
    <ul class="upload-list">
      {outcomes.map((outcome) => (
        <li class={`upload ${outcome.kind === 'refused' ? 'upload--refused' : 'upload--done'}`}>
          <span class="upload-name">
            <bdi>{outcome.fileName}</bdi>
          </span>
          <span class="upload-state">
            {outcome.kind === 'refused' ? problemTexts(frame.language)[outcome.code] : outcome.kind === 'duplicate' ? t.duplicate : t.done}
          </span>
          {outcome.kind === 'refused' ? null : (
            <a href={`/documents/${outcome.kind === 'duplicate' ? outcome.duplicateOf : outcome.id}`}>
              {outcome.kind === 'duplicate' ? t.openFirst : t.open}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

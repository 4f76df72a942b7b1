import type { DocumentRow } from '../../adapters/db/index.ts'
import type { Result } from '../../core/result.ts'
import type { FieldSpec } from '../../schemas/define.ts'
import { PageView } from '../components/page-view.tsx'
import { ReclassifyDialog, type TypeChoice } from '../components/reclassify-dialog.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { StatusBadge } from '../components/status-badge.tsx'
import { acceptanceTexts } from '../texts/acceptance.ts'
import { commonTexts } from '../texts/common.ts'
import { USUAL_KEYS } from '../views/desk-keys.ts'
import { groupCaption } from '../views/group-caption.ts'

interface Props {
  readonly frame: Frame
  readonly script: string
  readonly row: DocumentRow
  readonly typeCaption: string
  readonly pages: Result['pages']
  /** What is asked for: the fields a certificate is about. */
  readonly specs: readonly FieldSpec[]
  /** The types that the document may be instead of its own. */
  readonly otherTypes: readonly TypeChoice[]
}

/** The page and empty fields. Nothing that the machine has read is in this document, neither on the screen nor in its source. */
export const BlindPage = ({ frame, script, row, typeCaption, pages, specs, otherTypes }: Props) => {
  const { language } = frame
  const t = acceptanceTexts(language)
  return (
    <Shell frame={frame} title={`${t.blindTitle}: ${row.fileName}`} current="documents" script={script} wide>
      <div class="desk-head">
        <div class="desk-title">
          <a href="/documents" class="back" data-back>
            ← {commonTexts(language).back}
          </a>
          <h1>{t.blindTitle}</h1>
          <p class="desk-facts">
            <StatusBadge status={row.status} language={language} />
            <span>{typeCaption}</span>
            <bdi>{row.fileName}</bdi>
          </p>
        </div>
      </div>
      <p class="notice notice--slim">{t.blindText}</p>
      <ReclassifyDialog
        documentId={row.id}
        list=""
        version={row.version}
        types={otherTypes}
        unknown={false}
        guesses={[]}
        keys={USUAL_KEYS}
        language={language}
      />
      <div class="desk">
        <PageView documentId={row.id} pages={pages} fields={[]} language={language} editable={false} />
        <form method="post" action={`/documents/${row.id}/blind`} class="desk-form blind" autocomplete="off">
          <fieldset class="group">
            <legend>{t.blindTitle}</legend>
            {specs.map(({ path, caption, group, kind }) => {
              const id = `b-${path.replace(/[^a-zA-Z0-9]+/g, '-')}`
              return (
                <div class="field">
                  <label for={id}>
                    {group === 'document' ? null : <span class="field-section">{groupCaption(group, language)}</span>}
                    {caption[language]}
                  </label>
                  <input id={id} name={`field:${path}`} inputMode={kind === 'money' ? 'decimal' : undefined} />
                </div>
              )
            })}
          </fieldset>
          <button type="submit" class="primary">
            {t.blindSend}
          </button>
        </form>
      </div>
    </Shell>
  )
}

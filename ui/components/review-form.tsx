import type { Draft } from '../../adapters/db/index.ts'
import { type Language, plural } from '../language.ts'
import { documentTexts } from '../texts/document.ts'
import type { DeskKeys } from '../views/desk-keys.ts'
import type { DocumentView, FieldView } from '../views/document-view.ts'
import { groupCaption } from '../views/group-caption.ts'
import { keyHint } from '../views/key-hint.ts'
import { FieldRow, type Readers } from './field-row.tsx'
import { Findings } from './findings.tsx'
import { LinesTable } from './lines-table.tsx'
import { RejectDialog } from './reject-dialog.tsx'

interface Props {
  readonly documentId: string
  /** Query of the list that the person came from: «next» goes on in it. */
  readonly list: string
  readonly version: number
  readonly reviewId: string
  readonly view: DocumentView
  readonly language: Language
  readonly editable: boolean
  /** What was typed and is not saved (form without script): path → text; `invalid`: those that could not be read. */
  readonly drafts: ReadonlyMap<string, string>
  readonly invalid: ReadonlySet<string>
  /** This person's unsaved entries; the island puts them on the form. */
  readonly draft: Draft
  /** Whose unsaved entries this form may take up: a computer has several users. */
  readonly person: string
  readonly run: number
  readonly keys: DeskKeys
  /** What read the document, by version. */
  readonly readers: Readers
}

/** The form of the desk: attention first, then the groups, the tables and the checks. Works without script; the island adds comfort. */
export const ReviewForm = (props: Props) => {
  const { documentId, version, reviewId, view, language, editable, drafts, invalid } = props
  const t = documentTexts(language)
  // Of an unknown type nothing is read: that is not the same as nothing to look at.
  const hasNoFields = view.groups.length === 0 && view.tables.length === 0 && view.attention.length === 0
  const row = (field: FieldView, section?: string) => (
    <FieldRow
      section={section}
      key={field.path}
      field={field}
      language={language}
      editable={editable}
      draft={drafts.get(field.path)}
      invalid={invalid.has(field.path)}
      readers={props.readers}
    />
  )
  return (
    <form
      method="post"
      action={`/documents/${documentId}/review${props.list}`}
      class="review"
      id="review"
      data-review={documentId}
      data-version={version}
      data-language={language}
      data-run={props.run}
      data-person={props.person}
      data-draft={Object.keys(props.draft).length > 0 ? JSON.stringify(props.draft) : undefined}
      data-editable={editable ? 'true' : undefined}
      autocomplete="off"
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="reviewId" value={reviewId} />
      <div class="open-row">
        <p class={`open-points${view.open === 0 && !hasNoFields ? ' open-points--none' : ''}`} data-open-points>
          {hasNoFields ? t.summary.noType : view.open === 0 ? t.summary.none : plural(language, view.open, t.summary.attention)}
        </p>
        {view.attention.length > 0 ? (
          <button type="button" class="quiet small only-script" data-form-order aria-pressed="false" {...keyHint(props.keys.formOrder)}>
            {t.formOrder}
          </button>
        ) : null}
      </div>
      {view.attention.length > 0 ? (
        <fieldset class="group group--attention" data-attention>
          <legend>{t.attentionFirst}</legend>
          {view.attention.map((field) => row(field, field.group === 'document' ? undefined : groupCaption(field.group, language)))}
        </fieldset>
      ) : null}
      <Findings findings={view.findings} language={language} editable={editable} />
      {view.tables.map((table) => (
        <LinesTable
          key={table.name}
          table={table}
          language={language}
          keys={props.keys}
          editable={editable}
          drafts={drafts}
          invalid={invalid}
        />
      ))}
      {view.groups.map(({ name, fields }) => {
        const filled = fields.filter(({ state }) => state !== 'absent')
        const empty = fields.filter(({ state }) => state === 'absent')
        return (
          <fieldset class="group" data-section={name} hidden={fields.length === 0}>
            <legend>{groupCaption(name, language)}</legend>
            {filled.map((field) => row(field))}
            {empty.length === 0 ? null : (
              <details class="empty-fields">
                <summary>{plural(language, empty.length, t.emptyFields)}</summary>
                {empty.map((field) => row(field))}
              </details>
            )}
          </fieldset>
        )
      })}
      {editable ? <RejectDialog language={language} /> : null}
    </form>
  )
}

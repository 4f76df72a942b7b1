import type { Evidence } from '../../core/field.ts'
import type { Language } from '../language.ts'
import { documentTexts } from '../texts/document.ts'
import { pageTexts } from '../texts/page.ts'
import type { FieldView } from '../views/document-view.ts'
import { isNumeric } from '../views/present.ts'
import { presentTime } from '../views/present-time.ts'
import { Icon } from './icons.tsx'

const LONG = 60

interface Props {
  readonly field: FieldView
  readonly language: Language
  readonly editable: boolean
  /** What was typed and is not saved. */
  readonly draft: string | undefined
  /** Name of the field's section, where it stands outside of it: two parties have a name. */
  readonly section?: string | undefined
  /** The draft could not be read. */
  readonly invalid: boolean
  readonly readers: Readers
}

/** What read this document, by version: the learned scorer, the language model, the character reader; null = none of it had a part. */
export interface Readers {
  readonly model: string | null
  readonly llm: string | null
  readonly ocr: string | null
}

/** One field: state in icon and words, the value, what was printed and where, other candidates. */
export const FieldRow = ({ section, field, language, editable, draft, invalid, readers }: Props) => {
  const t = documentTexts(language)
  const id = fieldId(field.path)
  const text = draft ?? field.text
  const open = field.state === 'attention' || field.state === 'missing'
  return (
    <div
      class={`field field--${field.state}${invalid ? ' field--invalid' : ''}`}
      data-path={field.path}
      data-state={field.state}
      data-order={field.order}
      data-group={field.group}
      {...place(field.evidence)}
    >
      <div class="field-head">
        <label for={id}>
          {section ? <span class="field-section">{section}</span> : null}
          {field.caption}
        </label>
        {field.source === 'llm' ? <span class="field-model">{t.sources.llm}</span> : null}
        <span class="field-state" title={t.state[field.state]}>
          <Icon name={field.state} />
          <span>{t.state[field.state]}</span>
        </span>
      </div>
      <FieldInput field={field} id={id} text={text} language={language} editable={editable} invalid={invalid} />
      <div class="field-why" id={`${id}-why`}>
        {invalid ? <p class="field-problem">{`${t.invalid}. ${hintOf(field, language)}`}</p> : null}
        {field.reasons.map((reason) => (
          <p class="field-reason">{reason}</p>
        ))}
        {field.source === null ? null : <Source field={field} readers={readers} language={language} />}
        {open && editable ? <p class="field-settle muted">{t.settle[settledBy(field)]}</p> : null}
        {field.history.length > 0 ? <FieldHistory field={field} language={language} /> : null}
        {field.candidates.length > 0 && editable ? <Candidates field={field} language={language} open={open} /> : null}
      </div>
    </div>
  )
}

/** Where the value comes from, in words: as printed, by which means and model, on which page, how sure, and what the rules say. */
const Source = ({ field, readers, language }: { field: FieldView; readers: Readers; language: Language }) => {
  const t = documentTexts(language)
  const ofPage = pageTexts(language)
  const page = pageOf(field.evidence)
  const means: Readonly<Record<string, string>> = t.means
  const how = field.corrected ? t.asCorrected : (means[field.extractor ?? ''] ?? null)
  const facts = [
    [`${t.sources[field.source ?? 'rule']}${versionOf(field.source, readers)}`, how, field.extractor === 'model' ? readers.model : null]
      .filter(Boolean)
      .join(', '),
    page === null ? null : `${ofPage.page.toLowerCase()} ${page}`,
    field.confidence === null || field.source === 'human' || field.source === 'xml'
      ? null
      : `${t.confidence.toLowerCase()} ${certainty(field.confidence, language)}`,
    field.passed.length > 0 ? `${t.agrees}: ${field.passed.join(', ')}` : null,
    field.failed.length > 0 ? `${t.disagrees}: ${field.failed.join(', ')}` : null,
  ]
  return (
    <p class="field-source">
      {field.raw !== null && field.raw !== field.text ? (
        <>
          {t.raw}: «<bdi>{field.raw}</bdi>» ·{' '}
        </>
      ) : null}
      {facts.filter(Boolean).join(' · ')}
    </p>
  )
}

function versionOf(source: FieldView['source'], { llm, ocr }: Readers): string {
  const version = source === 'llm' ? llm : source === 'ocr' ? ocr : null
  return version === null ? '' : ` (${version})`
}

/** What ends the doubt, the most certain way first. */
function settledBy({ state, failed, candidates, source }: FieldView): 'missing' | 'failed' | 'rivals' | 'llm' | 'unsure' {
  if (state === 'missing') return 'missing'
  if (failed.length > 0) return 'failed'
  if (candidates.length > 0) return 'rivals'
  return source === 'llm' ? 'llm' : 'unsure'
}

const FieldHistory = ({ field, language }: { field: FieldView; language: Language }) => {
  const t = documentTexts(language)
  return (
    <ol class="field-history" aria-label={t.fieldHistory}>
      {field.history.map(({ person, at, text }) => (
        <li>
          {presentTime(at, language)} · <bdi>{person}</bdi>: <bdi>{text === '' ? t.state.absent : text}</bdi>
        </li>
      ))}
    </ol>
  )
}

export const FieldInput = ({
  field,
  id,
  text,
  language,
  editable,
  invalid,
}: {
  field: FieldView
  id: string
  text: string
  language: Language
  editable: boolean
  invalid: boolean
}) => {
  const t = documentTexts(language)
  const shared = {
    id,
    name: `field:${field.path}`,
    'aria-describedby': `${id}-why`,
    'aria-invalid': invalid ? ('true' as const) : undefined,
    'data-original': field.text,
    'data-kind': field.kind,
  }
  if (field.kind === 'boolean')
    return (
      <select {...shared} disabled={!editable}>
        <option value="" selected={text === ''} />
        <option value="true" selected={text === 'true'}>
          {t.yes}
        </option>
        <option value="false" selected={text === 'false'}>
          {t.no}
        </option>
      </select>
    )
  if (field.words)
    return (
      <select {...shared} disabled={!editable}>
        <option value="" selected={text === ''} />
        {text !== '' && !field.words.has(text) ? (
          <option value={text} selected>
            {text}
          </option>
        ) : null}
        {[...field.words.keys()].map((code) => (
          <option value={code} selected={text === code}>
            {wording(code, field)}
          </option>
        ))}
      </select>
    )
  if (text.length > LONG && !isNumeric(field.kind))
    return (
      <textarea {...shared} rows={2} readOnly={!editable}>
        {text}
      </textarea>
    )
  return (
    <input
      {...shared}
      type="text"
      value={text}
      readOnly={!editable}
      autocomplete="off"
      spellcheck={false}
      maxLength={4000}
      inputMode={isNumeric(field.kind) ? 'decimal' : undefined}
      class={isNumeric(field.kind) ? 'numeric' : undefined}
    />
  )
}

const Candidates = ({ field, language, open }: { field: FieldView; language: Language; open: boolean }) => (
  <p class={`candidates${open ? '' : ' candidates--quiet'}`}>
    <span class="candidates-title">{documentTexts(language).candidates}:</span>
    {field.candidates.map((candidate) => (
      <button type="button" class="candidate" data-candidate={candidate.text} title={candidate.raw} {...place(candidate.evidence)}>
        <bdi>{wording(candidate.text, field)}</bdi>
      </button>
    ))}
  </p>
)

/** A code with its meaning; any other text as it is. */
function wording(text: string, { words }: FieldView): string {
  const meaning = words?.get(text)
  return meaning === undefined ? text : `${meaning} (${text})`
}

export function fieldId(path: string): string {
  return `f-${path.replace(/[^a-zA-Z0-9]+/g, '-')}`
}

/** Where the value stands, for the page view: "page x0 y0 x1 y1". */
export function place(evidence: readonly Evidence[]): { readonly 'data-box'?: string } {
  const boxes = evidence.flatMap(({ page, box }) =>
    page === null || box === null ? [] : [[page, box.x0, box.y0, box.x1, box.y1].map((n) => Number(n.toFixed(4))).join(' ')],
  )
  return boxes.length === 0 ? {} : { 'data-box': boxes.join(';') }
}

function pageOf(evidence: readonly Evidence[]): number | null {
  return evidence.find(({ page }) => page !== null)?.page ?? null
}

function certainty(confidence: number, language: Language): string {
  const t = documentTexts(language).certainty
  return confidence >= 0.9 ? t.high : confidence >= 0.6 ? t.medium : t.low
}

function hintOf(field: FieldView, language: Language): string {
  const hints = documentTexts(language).invalidHint
  return field.kind in hints ? hints[field.kind as keyof typeof hints] : hints.other
}

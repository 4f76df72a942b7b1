import type { ComponentChildren } from 'preact'
import { type Frame, Shell } from '../../components/shell.tsx'
import { routingTexts } from '../../texts/routing.ts'
import { EntryButtons } from '../master-data/entry-buttons.tsx'
import { describedBy, FieldNotes } from '../master-data/field-notes.tsx'
import { TextField } from '../master-data/text-field.tsx'
import type { Names } from './names.ts'
import type { RuleFields, Wrong } from './rule-form.ts'

interface Props {
  readonly frame: Frame
  readonly names: Names
  /** Null = a new rule. */
  readonly kept: { readonly id: string; readonly version: number } | null
  readonly fields: RuleFields
  readonly wrong: Wrong
  /** Why nothing was saved; null = nothing was refused. */
  readonly refused: 'invalid' | 'changed' | null
}

/** One rule: which documents, and what becomes of them. */
export const RulePage = ({ frame, names, kept, fields, wrong, refused }: Props) => {
  const t = routingTexts(frame.language)
  const title = kept === null ? t.newRule : (fields.name ?? '')
  const mayChange = frame.may.has('settings:write')
  type Named = keyof typeof t.fields
  const given = (part: 'when' | 'to', name: Named) => ({
    name: `${part}.${name}`,
    caption: t.fields[name],
    value: fields[`${part}.${name}`] ?? '',
    hint: name in t.hints ? t.hints[name as keyof typeof t.hints] : null,
    wrong: wrong[`${part}.${name}`] ?? null,
    readOnly: !mayChange,
  })
  const among = (ids: readonly string[]) => names.people.filter(({ value }) => ids.includes(value))
  const all = { types: names.types, sources: names.sources, queues: names.queues, people: names.people }
  return (
    <Shell frame={frame} title={title} current="routing">
      <p>
        <a href="/routing">← {t.back}</a>
      </p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {refused === null ? null : (
        <p class="notice notice--error" role="alert">
          {t[refused]} {wrong.to ?? ''}
        </p>
      )}
      <form method="post" action="/routing" class="entry">
        <input type="hidden" name="id" value={kept?.id ?? ''} />
        <input type="hidden" name="version" value={kept?.version ?? ''} />
        <TextField
          name="name"
          caption={t.name}
          value={fields.name ?? ''}
          hint={t.nameHint}
          wrong={wrong.name ?? null}
          required
          readOnly={!mayChange}
        />
        <Part title={t.whenTitle} text={t.whenText}>
          <Pick {...given('when', 'type')} choices={all.types} otherwise={t.any} gone={t.gone} known={all.types} />
          <TextField {...given('when', 'taxId')} required={false} />
          <TextField {...given('when', 'supplier')} required={false} />
          <Pick {...given('when', 'source')} choices={all.sources} otherwise={t.any} gone={t.gone} known={all.sources} />
          <TextField {...given('when', 'currency')} required={false} />
          <TextField {...given('when', 'least')} required={false} />
          <TextField {...given('when', 'most')} required={false} />
        </Part>
        <Part title={t.toTitle} text={null}>
          <Pick {...given('to', 'queue')} choices={all.queues} otherwise={t.asQueues} gone={t.gone} known={all.queues} />
          <Pick {...given('to', 'person')} choices={among(names.reviewers)} otherwise={t.asQueue} gone={t.gone} known={all.people} />
          <Pick {...given('to', 'approver')} choices={among(names.approvers)} otherwise={t.nobody} gone={t.gone} known={all.people} />
          <TextField {...given('to', 'dueHours')} required={false} />
        </Part>
        {mayChange ? <EntryButtons t={t} isThere={kept !== null} removeText={t.removeText} /> : null}
      </form>
    </Shell>
  )
}

const Part = ({ title, text, children }: { title: string; text: string | null; children: ComponentChildren }) => (
  <fieldset class="entry-wide">
    <legend>{title}</legend>
    {text === null ? null : <p class="muted">{text}</p>}
    <div class="entry">{children}</div>
  </fieldset>
)

interface PickProps {
  readonly name: string
  readonly caption: string
  readonly value: string
  readonly hint: string | null
  readonly wrong: string | null
  readonly readOnly: boolean
  readonly choices: Names['people']
  readonly otherwise: string
  /** What a chosen one is called that can no longer be chosen; `known` still has its name. */
  readonly gone: string
  readonly known: Names['people']
}

const Pick = ({ name, caption, value, hint, wrong, readOnly, choices, otherwise, gone, known }: PickProps) => {
  const isGone = value !== '' && !choices.some((one) => one.value === value)
  return (
    <div class="entry-field">
      <label for={name}>{caption}</label>
      <select
        id={name}
        name={name}
        disabled={readOnly}
        aria-describedby={describedBy({ name, hint, wrong })}
        aria-invalid={wrong === null ? undefined : 'true'}
      >
        <option value="">{otherwise}</option>
        {choices.map((one) => (
          <option value={one.value} selected={one.value === value}>
            {one.caption}
          </option>
        ))}
        {isGone ? (
          <option value={value} selected>
            {gone.replace('{name}', () => known.find((one) => one.value === value)?.caption ?? '?')}
          </option>
        ) : null}
      </select>
      <FieldNotes name={name} hint={hint} wrong={wrong} />
    </div>
  )
}

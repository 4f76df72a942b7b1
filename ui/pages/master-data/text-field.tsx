import { describedBy, FieldNotes } from './field-notes.tsx'

interface Props {
  readonly name: string
  readonly caption: string
  readonly value: string
  readonly hint: string | null
  readonly wrong: string | null
  /** Lines to type in; absent = one line. */
  readonly rows?: number | undefined
  readonly required: boolean
  readonly readOnly: boolean
}

/** One value of an entry, with what it means and what is wrong with it. */
export const TextField = ({ name, caption, value, hint, wrong, rows, required, readOnly }: Props) => {
  const given = {
    name,
    id: name,
    required,
    readOnly,
    'aria-describedby': describedBy({ name, hint, wrong }),
    'aria-invalid': wrong === null ? undefined : ('true' as const),
  }
  return (
    <div class="entry-field">
      <label for={name}>{caption}</label>
      {rows === undefined ? (
        <input type="text" {...given} value={value} autocomplete="off" />
      ) : (
        <textarea {...given} rows={rows}>
          {value}
        </textarea>
      )}
      <FieldNotes name={name} hint={hint} wrong={wrong} />
    </div>
  )
}

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
  const about = [hint === null ? null : `${name}-hint`, wrong === null ? null : `${name}-wrong`].filter(Boolean).join(' ')
  const given = {
    name,
    id: name,
    required,
    readOnly,
    'aria-describedby': about || undefined,
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
      {hint === null ? null : (
        <small class="muted" id={`${name}-hint`}>
          {hint}
        </small>
      )}
      {wrong === null ? null : (
        <small class="wrong" id={`${name}-wrong`}>
          {wrong}
        </small>
      )}
    </div>
  )
}

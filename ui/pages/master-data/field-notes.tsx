interface Notes {
  /** Name of the field the notes belong to. */
  readonly name: string
  readonly hint: string | null
  readonly wrong: string | null
}

/** What a field means and what is wrong with it, below it. */
export const FieldNotes = ({ name, hint, wrong }: Notes) => (
  <>
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
  </>
)

/** For the field's `aria-describedby`: the ids of those notes that stand there. */
export function describedBy({ name, hint, wrong }: Notes): string | undefined {
  const ids = [hint === null ? null : `${name}-hint`, wrong === null ? null : `${name}-wrong`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}

interface Props {
  readonly t: { readonly save: string; readonly remove: string }
  /** The entry is there already, so it can be taken out. */
  readonly isThere: boolean
  /** What taking it out means. */
  readonly removeText?: string
}

export const EntryButtons = ({ t, isThere, removeText }: Props) => (
  <p class="entry-wide inline">
    <button type="submit" class="primary" name="action" value="save">
      {t.save}
    </button>
    {isThere ? (
      <button type="submit" name="action" value="remove" formNoValidate>
        {t.remove}
      </button>
    ) : null}
    {isThere && removeText ? <span class="muted small">{removeText}</span> : null}
  </p>
)

interface Props<T extends string> {
  readonly legend: string
  readonly name: string
  readonly values: readonly T[]
  readonly caption: (value: T) => string
  readonly isChosen: (value: T) => boolean
  /** Integrators also see the names that the API uses. */
  readonly named?: boolean
}

/** Any number of named values. */
export const Choices = <T extends string>({ legend, name, values, caption, isChosen, named = false }: Props<T>) => (
  <fieldset class="stacked">
    <legend>{legend}</legend>
    {values.map((value) => (
      <label class="choice">
        <input type="checkbox" name={name} value={value} checked={isChosen(value)} />
        <span>
          {caption(value)} {named ? <code class="muted">{value}</code> : null}
        </span>
      </label>
    ))}
  </fieldset>
)

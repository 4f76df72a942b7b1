interface Props<T extends string> {
  readonly legend: string
  readonly name: string
  readonly values: readonly T[]
  readonly caption: (value: T) => string
  readonly isChosen: (value: T) => boolean
}

/** Any number of named values; integrators also see the name that the API uses. */
export const Choices = <T extends string>({ legend, name, values, caption, isChosen }: Props<T>) => (
  <fieldset class="stacked">
    <legend>{legend}</legend>
    {values.map((value) => (
      <label class="choice">
        <input type="checkbox" name={name} value={value} checked={isChosen(value)} />
        <span>
          {caption(value)} <code class="muted">{value}</code>
        </span>
      </label>
    ))}
  </fieldset>
)

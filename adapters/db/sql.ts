/** A statement with its parameters. Values never become part of the text. */
export interface Sql {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

/** sql`select … where id = ${id}`; a nested sql`…` is spliced in with its own parameters. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  return { strings: [...strings], values }
}

/** Joins conditions with `and`; no condition = true. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.reduce<Sql>((all, one) => sql`${all} and ${one}`, sql`true`)
}

/** Pattern for `ilike`: the text anywhere inside, its own signs taken as they are. */
export function containing(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
}

/** Numbered text and flat parameter list for `pg`. */
export function compile(statement: Sql): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = []
  const write = ({ strings, values: own }: Sql): string =>
    strings.reduce((text, part, i) => {
      const value = own[i - 1]
      if (isSql(value)) return `${text}${write(value)}${part}`
      values.push(value)
      return `${text}$${values.length}${part}`
    })
  return { text: write(statement), values }
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value
}

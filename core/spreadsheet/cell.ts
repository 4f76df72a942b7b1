/** A value as a table shows it. `number` is a plain decimal string, `date` ISO. */
export type Cell =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | null

/** A table with one line of captions. */
export interface Table {
  readonly name: string
  readonly captions: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A caption and what stands behind it. */
export type Fact = readonly [caption: string, value: string]

/** The first line stands plain, the others smaller below it. */
export type Cell = readonly string[]

export interface Column {
  readonly caption: string
  /** Width against the other columns'. */
  readonly share: number
  readonly align: 'left' | 'right'
}

export type PaperBlock =
  /** Side by side, each with a heading; empty lines are left out. */
  | { readonly kind: 'columns'; readonly columns: readonly { readonly heading: string; readonly lines: readonly string[] }[] }
  | { readonly kind: 'facts'; readonly heading: string | null; readonly facts: readonly Fact[] }
  /** Goes over pages; its captions are then said again. */
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  /** Amounts one below the other at the right edge, kept together; the last one is the one that counts. */
  | { readonly kind: 'sums'; readonly sums: readonly Fact[] }
  | { readonly kind: 'text'; readonly heading: string; readonly text: string }

/** A file inside the PDF that says the same as its pages, for a program. */
export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly bytes: Uint8Array
  /** What Factur-X calls the profile of an invoice inside: `EN 16931`. */
  readonly profile: string
}

/** A paper to be drawn: what stands on it, in its order and its own language, and what lies inside. Where it stands is the drawing's business. */
export interface Paper {
  readonly kind: 'paper'
  readonly title: string
  /** On every page but the first, beside its number. */
  readonly shortTitle: string
  /** BCP 47. */
  readonly language: string
  /** ISO date-time; part of the file, so that the same paper is the same bytes. */
  readonly createdAt: string
  /** `Page {page} of {pages}`. */
  readonly pageNumber: string
  readonly blocks: readonly PaperBlock[]
  readonly attachment: Attachment
}

import { CAPTION_KINDS, type Caption, type CaptionList, MONEY_CAPTIONS } from './caption.ts'
import { COLUMN_KINDS, type Column, type ColumnList } from './column.ts'
import { GERMAN } from './de.ts'
import { GERMAN_COLUMNS } from './de-columns.ts'
import { ENGLISH } from './en.ts'
import { ENGLISH_COLUMNS } from './en-columns.ts'
import { FRENCH } from './fr.ts'
import { FRENCH_COLUMNS } from './fr-columns.ts'
import { OTHER } from './other.ts'
import { OTHER_COLUMNS } from './other-columns.ts'
import { RUSSIAN } from './ru.ts'
import { RUSSIAN_COLUMNS } from './ru-columns.ts'

export { learnedColumns } from './learned.ts'
export { russianHeading } from './ru-headings.ts'
export type { Caption, Column }
export { MONEY_CAPTIONS }

/** Captions of every language. A text with several meanings gets them in the order of the kinds, whichever language prints it. */
export const CAPTIONS: CaptionList = CAPTION_KINDS.flatMap((kind) =>
  [...GERMAN, ...ENGLISH, ...FRENCH, ...RUSSIAN, ...OTHER].filter((set) => set.kind === kind).sort((a, b) => b.weight - a.weight),
)

/** Headings over columns of line items, in every language. */
export const COLUMN_CAPTIONS: ColumnList = COLUMN_KINDS.flatMap((kind) =>
  [...GERMAN_COLUMNS, ...ENGLISH_COLUMNS, ...FRENCH_COLUMNS, ...RUSSIAN_COLUMNS, ...OTHER_COLUMNS].filter((set) => set.kind === kind),
)

import { type CaptionIndex, captionIndex } from '../../../core/extraction/labels/index.ts'

/** Field → its captions as printed, per language; captions of a column under `lines[].…`. `other` claims captions whose values no field holds. */
export type CaptionTable = Readonly<Record<string, Readonly<Partial<Record<'en' | 'ru' | 'de', readonly string[]>>>>>

export interface Captions {
  readonly fields: CaptionIndex<string>
  readonly columns: CaptionIndex<string>
}

/** Both lists ready for looking up: captions of values, and headings over columns. */
export function captionsFrom(table: CaptionTable): Captions {
  const sets = Object.entries(table).map(([kind, texts]) => ({ kind, weight: 1, texts: Object.values(texts).flat() }))
  const column = ({ kind }: { readonly kind: string }) => kind.startsWith('lines[].')
  return { fields: captionIndex(sets.filter((set) => !column(set))), columns: captionIndex(sets.filter(column)) }
}

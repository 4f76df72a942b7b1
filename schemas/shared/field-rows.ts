import type { ValueKind } from '../../core/field.ts'
import type { FieldSpec } from '../define.ts'

/** A field in one line of a type's list. */
export type FieldRow = readonly [
  path: string,
  kind: ValueKind,
  en: string,
  ru: string,
  extra?: Partial<Pick<FieldSpec, 'required' | 'pii' | 'words' | 'sumsTo' | 'product'>>,
]

/** The fields of one section of the review form. `pii` holds for all of them unless a row says otherwise. */
export function fieldGroup(name: string, rows: readonly FieldRow[], pii: FieldSpec['pii'] = 'none'): readonly FieldSpec[] {
  return rows.map(([path, kind, en, ru, extra]) => ({ path, kind, caption: { en, ru }, group: name, pii, ...extra }))
}

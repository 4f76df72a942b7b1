import type { Corrections } from './corrections.ts'
import type { ValueKind } from './field.ts'
import { specPath } from './paths.ts'

interface Fielded {
  readonly fields: readonly { readonly path: string; readonly kind: ValueKind }[]
}

/**
 * What people have decided about a document, for its other type: a value stays where both types have the field with the same kind of value, nobody is
 * asked for it twice. Lines stay only when the other type has every column of them; half a line would be a wrong one. Overrides are about rules of
 * the type that it no longer is.
 */
export function carryOver(decided: Corrections | null, from: Fielded, to: Fielded & { readonly name: string }): Corrections {
  const kindIn = ({ fields }: Fielded, path: string) => fields.find((field) => field.path === specPath(path))?.kind
  const stays = (path: string) => kindIn(to, path) !== undefined && kindIn(to, path) === kindIn(from, path)
  const lines = decided?.lines ?? null
  const columns = new Set((lines ?? []).flatMap((line) => Object.keys(line).filter((key) => line[key] !== null)))
  const header = Object.entries(decided?.fields ?? {}).filter(([path]) => !path.startsWith('lines[') && stays(path))
  const linesStay = [...columns].every((key) => stays(`lines[].${key}`))
  return {
    fields: Object.fromEntries(header),
    ...(linesStay ? { lines, ...(decided?.linePlaces && { linePlaces: decided.linePlaces }) } : { lines: null }),
    overrides: [],
    type: to.name,
  }
}

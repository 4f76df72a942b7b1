import type { Deps } from '../deps.ts'

// What a payment depends on. Names and addresses are written differently from one XML syntax to the next.
const DECISIVE = new Set(['money', 'date', 'id'])

/** Whether two XML files state the same document: the same amounts, dates and identifiers wherever both give one. False where either cannot be read. */
export function sameDocument(deps: Pick<Deps, 'types' | 'parseXml'>, one: Uint8Array, other: Uint8Array): boolean {
  if (Buffer.from(one).equals(other)) return true
  const [first, second] = [decisiveValues(deps, one), decisiveValues(deps, other)]
  return first !== null && second !== null && [...first].every(([path, value]) => !second.has(path) || second.get(path) === value)
}

function decisiveValues({ types, parseXml }: Pick<Deps, 'types' | 'parseXml'>, bytes: Uint8Array): ReadonlyMap<string, string> | null {
  try {
    const root = parseXml(bytes)
    for (const { readXml, fields } of types) {
      const candidates = readXml?.(root)
      if (!candidates) continue
      const decisive = new Set(fields.filter(({ kind }) => DECISIVE.has(kind)).map(({ path }) => path))
      return new Map(candidates.filter(({ path }) => decisive.has(path)).map(({ path, value }) => [path, String(value)]))
    }
    return null
  } catch {
    return null
  }
}

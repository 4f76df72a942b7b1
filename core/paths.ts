/** One step of a field path: a key or a list index. `lines[0].net` = ['lines', 0, 'net']. */
export type PathStep = string | number

export function parsePath(path: string): readonly PathStep[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map((m) => (m[2] === undefined ? (m[1] as string) : Number(m[2])))
}

/** The field's spec path: list indices dropped. `lines[0].net` → `lines[].net`. */
export function specPath(path: string): string {
  return path.replace(/\[\d+\]/g, '[]')
}

/** Value at `path`, undefined where the way ends early. */
export function valueAt(data: unknown, path: string): unknown {
  return parsePath(path).reduce<unknown>(
    (at, step) => (at === null || at === undefined ? undefined : (at as Record<PathStep, unknown>)[step]),
    data,
  )
}

/** Writes `value` at `path`, creating objects and lists on the way. Mutates `data`; for building a fresh tree only. */
export function setAt(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = parsePath(path)
  if (steps.includes('__proto__')) throw new RangeError('A path may not lead into a prototype')
  let at = data as Record<PathStep, unknown>
  steps.forEach((step, i) => {
    if (i === steps.length - 1) at[step] = value
    else {
      at[step] ??= typeof steps[i + 1] === 'number' ? [] : {}
      at = at[step] as Record<PathStep, unknown>
    }
  })
}

/** All leaves that are not null, as [path, value]. */
export function leaves(data: unknown, prefix = ''): readonly (readonly [string, unknown])[] {
  if (data === null || data === undefined) return []
  if (Array.isArray(data)) return data.flatMap((item, i) => leaves(item, `${prefix}[${i}]`))
  if (typeof data === 'object') return Object.entries(data).flatMap(([key, item]) => leaves(item, prefix ? `${prefix}.${key}` : key))
  return [[prefix, data]]
}

/** A name as letters and digits only, and the line that it is printed on. */
export interface KeyedName<Name, Line> {
  readonly name: Name
  readonly key: string
  readonly line: Line
}

/**
 * How many other names, on other lines, hold a name's key or are held by it. A long file has tens of thousands of names: instead of comparing each
 * with each, the stretches of every key are looked up among the keys, which takes time by the length of the names alone.
 */
export function countAlike<Name, Line>(names: readonly KeyedName<Name, Line>[]): (name: Name) => number {
  const known = new Map(names.map((one) => [one.name, one]))
  const onLine = Map.groupBy(names, ({ line }) => line)
  const byKey = Map.groupBy(names, ({ key }) => key)
  const alike = alikeKeys([...byKey.keys()])
  const anywhere = new Map([...alike].map(([key, others]) => [key, others.reduce((sum, other) => sum + byKey.get(other)!.length, 0)]))
  return (name) => {
    const { key, line } = known.get(name)!
    return anywhere.get(key)! - onLine.get(line)!.filter((other) => other.key.includes(key) || key.includes(other.key)).length
  }
}

/** For each key all keys that hold it or that it holds, itself included. */
function alikeKeys(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const alike = new Map(keys.map((key) => [key, [key]]))
  const lengths = [...new Set(keys.map(({ length }) => length))]
  for (const key of keys)
    for (const part of partsOf(key, lengths)) {
      const held = alike.get(part)
      if (!held) continue
      held.push(key)
      alike.get(key)!.push(part)
    }
  return alike
}

/** Distinct stretches of a key that have one of the lengths, the key itself left out. */
function partsOf(key: string, lengths: readonly number[]): ReadonlySet<string> {
  const parts = new Set<string>()
  for (const length of lengths)
    if (length < key.length) for (let at = 0; at + length <= key.length; at++) parts.add(key.slice(at, at + length))
  return parts
}

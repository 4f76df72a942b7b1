import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Folder of an installed package, null where it is not installed. By search path, not by `resolve`: a package may export nothing but its code. */
export function packageDir(name: string): string | null {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? []
  return places.map((dir) => join(dir, name)).find((dir) => existsSync(dir)) ?? null
}

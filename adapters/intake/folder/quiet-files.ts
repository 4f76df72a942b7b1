import { type FoundFile, isSame, type Seen } from './find-files.ts'

/** Remembers how long each file has looked the same: one that is still being copied has another size or time at the next look. */
export function createQuietFiles(quietMs: number, nowMs: () => number = () => performance.now()) {
  let watched = new Map<string, { readonly seen: Seen; readonly sinceMs: number }>()
  return {
    /** Those of the files that have not changed for long enough. Files of this call only are remembered. */
    quiet(files: readonly FoundFile[]): readonly FoundFile[] {
      const now = nowMs()
      const next: typeof watched = new Map()
      for (const { path, seen } of files) {
        const before = watched.get(path)
        next.set(path, before && isSame(before.seen, seen) ? before : { seen, sinceMs: now })
      }
      watched = next
      return files.filter(({ path }) => now - (watched.get(path)?.sinceMs ?? now) >= quietMs)
    },
  }
}

import { lstat, readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** A regular file and what tells it from any other that may come to lie under its name. */
export interface FoundFile {
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly seen: Seen
}

export interface Seen {
  readonly inode: bigint
  readonly bytes: bigint
  readonly modifiedNs: bigint
}

/** Where the folder's own results lie; nothing is ever taken from there. */
export const RESULT_FOLDERS = ['done', 'refused'] as const
const DEEPEST = 6
const MOST_FILES = 2_000
/** What other programs are still writing, and what they leave for themselves. */
const UNFINISHED = /(?:^\.|^~\$|^desktop\.ini$|^Thumbs\.db$|\.(?:part|partial|crdownload|download|tmp|filepart)$)/i

/** Regular files in the folder and below, in order of their names; links are not followed. */
export async function findFiles(root: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(root, { recursive: false, withFileTypes: true })
  const found: FoundFile[] = []
  const walk = async (folder: string, names: typeof entries, depth: number) => {
    for (const entry of names.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= MOST_FILES || UNFINISHED.test(entry.name)) continue
      const path = folder === '' ? entry.name : join(folder, entry.name)
      if (entry.isDirectory()) {
        if (depth < DEEPEST && !(depth === 0 && RESULT_FOLDERS.some((own) => own === entry.name)))
          await walk(path, await readdir(join(root, path), { withFileTypes: true }), depth + 1)
      } else if (entry.isFile()) {
        const seen = await seenAt(join(root, path))
        if (seen) found.push({ path: path.split(sep).join('/'), seen })
      }
    }
  }
  await walk('', entries, 0)
  return found
}

/** Null when there is no regular file (any more). */
export async function seenAt(file: string): Promise<Seen | null> {
  const found = await lstat(file, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return found?.isFile() ? { inode: found.ino, bytes: found.size, modifiedNs: found.mtimeNs } : null
}

export function isSame(a: Seen, b: Seen): boolean {
  return a.inode === b.inode && a.bytes === b.bytes && a.modifiedNs === b.modifiedNs
}

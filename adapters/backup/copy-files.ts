import { randomBytes } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, typedIoError } from '../blobs/durable.ts'

const SMALL = 4096 // bytes

/** Counted in files and bytes; what was there already is not copied again. */
export interface Copied {
  readonly files: number
  readonly bytes: number
}

/**
 * Every file of a folder, as it is: sealed bytes need no key to be kept. Files are named by their content or never change, so one of the same length
 * is the same. What vanishes meanwhile has been erased. Half a copy is never seen under its name. Errors: `storage_full`.
 */
export async function copyFolder(from: string, to: string): Promise<Copied> {
  const entries = await readdir(from, { withFileTypes: true }).catch((): Dirent[] => [])
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
  if (files.length === 0) return { files: 0, bytes: 0 }
  await mkdir(to, { recursive: true, mode: 0o700 }).catch(typedIoError)
  let copied: Copied = { files: 0, bytes: 0 }
  for (const { name } of files) {
    const bytes = await copyOnce(join(from, name), join(to, name)).catch(typedIoError)
    if (bytes !== null) copied = { files: copied.files + 1, bytes: copied.bytes + bytes }
  }
  if (copied.files > 0) await syncFolder(to)
  return copied
}

/** Bytes copied; null when there was nothing to do. */
async function copyOnce(from: string, to: string): Promise<number | null> {
  const [original, present] = [await stat(from).catch(() => null), await stat(to).catch(() => null)]
  if (!original || (present?.size === original.size && (original.size > SMALL || (await areSame(from, to))))) return null
  const draft = `${to}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await copyFile(from, draft)
    const handle = await open(draft, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, to)
    return original.size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Keys are wrapped anew under the same name and length when the master key changes; they are small enough to look. */
async function areSame(a: string, b: string): Promise<boolean> {
  return (await readFile(a)).equals(await readFile(b))
}

/** Names of the folders (or files) directly inside; none where there is no such folder. */
export async function namesIn(dir: string): Promise<readonly string[]> {
  return readdir(dir).catch(() => [])
}

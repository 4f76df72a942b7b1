import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ERASED } from '../blobs/document-keys.ts'
import { syncFolder, typedIoError } from '../blobs/durable.ts'
import { type Copied, copyFolder, namesIn } from './copy-files.ts'
import { dumpTables } from './dump-tables.ts'
import { keyCheckOf, MANIFEST, Manifest, tablesKeyOf } from './manifest.ts'

/** Where an installation keeps what must not be lost. */
export interface Installation {
  /** A login that row-level security does not bind. */
  readonly ownerUrl: string
  readonly blobsDir: string
  readonly keysDir: string
  readonly masterKey: Uint8Array
}

export interface BackupOrder {
  /** Holds `blobs`, which all backups in it share, and one folder per backup, named by its moment. */
  readonly dir: string
  /** Where the documents' keys are mirrored, apart from `dir`; null = they are kept otherwise. */
  readonly keysTo: string | null
  /** How many backups stay; null = all. */
  readonly keep: number | null
  readonly appVersion: string
  readonly now: Date
}

export interface MadeBackup {
  readonly dir: string
  readonly manifest: Manifest
  readonly blobs: Copied
  /** Names of older backups that were taken away. */
  readonly removed: readonly string[]
}

const STAMP = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/

/**
 * One moment of the database, and the files that its rows speak of: those are written before their rows, so copying them afterwards finds all of them.
 * Work goes on meanwhile. What has been erased since goes from older backups too. Errors: `configuration`, `storage_full`; then nothing new is there.
 */
export async function makeBackup(from: Installation, order: BackupOrder): Promise<MadeBackup> {
  const { dir, now, appVersion } = order
  const madeAt = now.toISOString()
  const stamp = madeAt.replace(/[:.]/g, '-')
  const [draft, done] = [join(dir, `${stamp}.partial`), join(dir, stamp)]
  await mkdir(draft, { recursive: true, mode: 0o700 }).catch(typedIoError)
  try {
    const key = tablesKeyOf(from.masterKey)
    const dumped = await dumpTables(from.ownerUrl, { dir: draft, key, madeAt })
    const blobs = await copyBlobs(from.blobsDir, join(dir, 'blobs'), dumped.documents)
    if (order.keysTo) await mirrorKeys(from.keysDir, order.keysTo)
    const manifest: Manifest = { format: 1, madeAt, appVersion, keyCheck: keyCheckOf(from.masterKey), ...dumped }
    await writeDurably(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(draft, done)
    await syncFolder(dir)
    const removed = await removeOlder(dir, order.keep)
    await forget(from.keysDir, dir)
    return { dir: done, manifest, blobs, removed }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    return typedIoError(error)
  }
}

/** Of these documents, whatever is not there yet. */
export async function copyBlobs(from: string, to: string, documents: readonly string[]): Promise<Copied> {
  let all: Copied = { files: 0, bytes: 0 }
  for (const id of documents) {
    const { files, bytes } = await copyFolder(join(from, id), join(to, id))
    all = { files: all.files + files, bytes: all.bytes + bytes }
  }
  return all
}

/** Keys and the marks of erased documents; a key whose document was erased is not kept anywhere. */
export async function mirrorKeys(from: string, to: string): Promise<void> {
  await copyFolder(from, to)
  for (const id of await erasedIn(to)) await rm(join(to, id), { force: true })
}

export async function erasedIn(keysDir: string): Promise<readonly string[]> {
  return (await namesIn(keysDir)).filter((name) => name.endsWith(ERASED)).map((name) => name.slice(0, -ERASED.length))
}

/** Blobs of erased documents go from the backups at once; the rows in them are forgotten when one is restored. */
async function forget(keysDir: string, dir: string): Promise<void> {
  for (const id of await erasedIn(keysDir)) await rm(join(dir, 'blobs', id), { recursive: true, force: true })
}

async function removeOlder(dir: string, keep: number | null): Promise<readonly string[]> {
  if (keep === null) return []
  const stamps = (await namesIn(dir)).filter((name) => STAMP.test(name)).toSorted()
  const [old, kept] = [stamps.slice(0, -keep), stamps.slice(-keep)]
  if (old.length === 0) return []
  for (const name of old) await rm(join(dir, name), { recursive: true, force: true })
  const wanted = new Set<string>()
  for (const name of kept)
    for (const id of Manifest.parse(JSON.parse(await readFile(join(dir, name, MANIFEST), 'utf8'))).documents) wanted.add(id)
  for (const id of await namesIn(join(dir, 'blobs')))
    if (!wanted.has(id)) await rm(join(dir, 'blobs', id), { recursive: true, force: true })
  return old
}

async function writeDurably(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600, flag: 'wx' })
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

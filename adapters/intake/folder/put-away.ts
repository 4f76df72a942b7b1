import { createHash } from 'node:crypto'
import { link, mkdir, open, rename } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { syncFolder } from '../../blobs/durable.ts'
import type { FileOutcome } from '../file-outcome.ts'
import { type FoundFile, isSame, type Seen, seenAt } from './find-files.ts'

/**
 * Moves a file that was taken to `done/` or `refused/`, with a note beside it. The new name says which file it was (inode, size, time), so that doing it
 * again after a crash gives the same names and nothing else is ever written over. Returns false when another file lies there by now: it stays.
 */
export async function putAway(root: string, { path, seen }: FoundFile, outcomes: readonly FileOutcome[], takenAt: Date): Promise<boolean> {
  const from = join(root, path)
  const now = await seenAt(from)
  if (!now || !isSame(now, seen)) return false
  const place = outcomes.every(({ kind }) => kind === 'refused') ? 'refused' : 'done'
  const ending = extname(path)
  const to = join(root, place, dirname(path), `${basename(path, ending)}.${markOf(seen)}${ending}`)
  await mkdir(dirname(to), { recursive: true })
  await writeNote(`${to}.txt`, noteOf(path, outcomes, takenAt))
  const isMoved = await rename(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      // Another process that looked at the same time has moved it: under the same name, with the same note.
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  if (!isMoved) return false
  const moved = await seenAt(to)
  if (moved && !isSame(moved, seen)) {
    // Somebody laid another file there in between: it goes back, unless yet another has come.
    await link(to, from).catch(() => {})
    return false
  }
  await syncFolder(dirname(to))
  await syncFolder(dirname(from))
  return true
}

function markOf({ inode, bytes, modifiedNs }: Seen): string {
  return createHash('sha256').update(`${inode} ${bytes} ${modifiedNs}`).digest('hex').slice(0, 12)
}

async function writeNote(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o644)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const WORDS = {
  accepted: 'Принят / Accepted',
  duplicate: 'Уже был / Already here',
  refused: 'Не принят / Refused',
} as const

/** For whoever looks into the folder: both languages, one line per file. */
function noteOf(path: string, outcomes: readonly FileOutcome[], takenAt: Date): string {
  const lines = outcomes.map((outcome) => {
    const what = outcome.kind === 'refused' ? `${outcome.code}: ${outcome.detail}` : `/documents/${outcome.id}`
    return `${WORDS[outcome.kind]}: ${outcome.fileName}\n  ${what}`
  })
  return `Docket, ${takenAt.toISOString()}\n${path}\n\n${lines.join('\n')}\n`
}

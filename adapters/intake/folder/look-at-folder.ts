import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { PipelineError } from '../../../core/errors.ts'
import type { Channel, LookDeps } from '../channel.ts'
import type { FolderSource } from '../settings.ts'
import { type FoundFile, findFiles, isSame, type Seen } from './find-files.ts'
import { putAway } from './put-away.ts'
import { createQuietFiles } from './quiet-files.ts'

export interface FolderSetup {
  readonly source: FolderSource
  /** Names of document types: a first-level folder of such a name says what is in it. */
  readonly types: readonly string[]
}

/**
 * A watched folder. Its order is what makes a crash harmless: the file is read and becomes a document with its line in the journal, then it is moved. Cut
 * off in between, the next look reads it again, meets that line, and moves it.
 */
export function createFolderChannel({ source, types }: FolderSetup): Channel {
  const watched = createQuietFiles(source.quietSeconds * 1000)
  return {
    async look(deps) {
      let settled = 0
      let problem: unknown
      for (const file of watched.quiet(await findFiles(source.path))) {
        if (!deps.goOn()) break
        try {
          if (await takeFile(deps, source, file, typeOf(file, source, types))) settled++
        } catch (error) {
          // What holds up one file (no right to read it) does not hold up the others; a database that is away does.
          if (error instanceof PipelineError && error.code !== 'conflict') throw error
          problem ??= error
        }
      }
      if (problem !== undefined) throw problem
      return { settled }
    },
  }
}

async function takeFile({ intake, organisationId }: LookDeps, source: FolderSource, file: FoundFile, type: string): Promise<boolean> {
  // A link that was laid there meanwhile is not followed.
  const handle = await open(join(source.path, file.path), constants.O_RDONLY | constants.O_NOFOLLOW).catch(
    (error: NodeJS.ErrnoException) => {
      // Gone, or now a link: another process was faster, or it is none of ours.
      if (error.code === 'ENOENT' || error.code === 'ELOOP') return null
      throw error
    },
  )
  if (!handle) return false
  try {
    const outcomes = await intake.take(
      { name: file.path, bytes: unchanged(handle, file.seen) },
      {
        organisationId,
        by: `intake:${source.id}`,
        type,
        idempotencyKey: null,
        arrival: { source: source.id, channel: 'folder', place: [file.path] },
      },
    )
    return await putAway(source.path, file, outcomes, new Date())
  } finally {
    await handle.close()
  }
}

/** The bytes of the very file that was found; one that somebody writes to meanwhile ends in an error, before it becomes a document. */
async function* unchanged(handle: FileHandle, seen: Seen): AsyncGenerator<Uint8Array> {
  for await (const chunk of handle.createReadStream({ autoClose: false })) yield chunk as Buffer
  const { ino, size, mtimeNs } = await handle.stat({ bigint: true })
  if (!isSame(seen, { inode: ino, bytes: size, modifiedNs: mtimeNs }))
    throw new PipelineError('conflict', 'The file changed while it was read; it is read again later.', { retryable: true })
}

function typeOf({ path }: FoundFile, source: FolderSource, types: readonly string[]): string {
  const [first = '', ...deeper] = path.split('/')
  return deeper.length > 0 && types.includes(first) ? first : source.type
}

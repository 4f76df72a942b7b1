import { displayName } from '../../core/display-name.ts'
import { PipelineError } from '../../core/errors.ts'
import type { Arrival, Documents, IntakeJournal } from '../db/index.ts'
import { createSlots } from '../slots.ts'
import { openArchive } from './archive/open-archive.ts'
import type { FileOutcome, IncomingFile, RefusedFile, StoredFile } from './file-outcome.ts'
import { ARCHIVE, refusedBy, type StoreDeps, storeFile } from './store-file.ts'

export interface IntakeDeps extends StoreDeps {
  readonly documents: Pick<Documents, 'accept'>
  readonly journal: Pick<IntakeJournal, 'settle'>
}

/** For whom and by which way files come in. */
export interface Origin {
  readonly organisationId: string
  /** Whom the journal names: a person, a program, or `intake:<source>`. */
  readonly by: string
  /** Document type or `auto`. */
  readonly type: string
  readonly idempotencyKey: string | null
  /** Where the journal of intake keeps it; null for single files that people and programs upload. */
  readonly arrival: Place | null
}

export interface Place extends Omit<Arrival, 'identity' | 'name'> {
  readonly place: readonly string[]
  /** The place holds a hash or version of the content already. */
  readonly namesContent?: boolean
}

export type Intake = ReturnType<typeof createIntake>

/** An archive of the largest size is held in memory while it is unpacked. */
const ARCHIVES_AT_ONCE = 2

/**
 * The one way into Docket, whatever way a file came: judged by its content, stored, and made a document in one transaction with its line in the journal.
 * An archive becomes a document for every file in it. Doing it twice has the effect of once.
 */
export function createIntake(deps: IntakeDeps) {
  const unpacking = createSlots(ARCHIVES_AT_ONCE)

  const discard = (documentId: string) => deps.blobs.erase(documentId).catch(() => {})

  /** Makes a stored file a document, or what is in a stored archive. What is thrown may be better at the next try. */
  async function accept(stored: StoredFile, origin: Origin): Promise<readonly FileOutcome[]> {
    if (stored.file.mediaType !== ARCHIVE) return [await acceptOne(stored, origin)]
    try {
      return await unpacking.run(() => acceptArchive(stored, origin))
    } finally {
      await discard(stored.documentId)
    }
  }

  async function acceptOne({ documentId, fileName, file }: StoredFile, origin: Origin): Promise<FileOutcome> {
    const { organisationId, by, type, idempotencyKey } = origin
    const arrival = arrivalOf(origin, fileName, file.sha256)
    try {
      const upload = { documentId, organisationId, userId: by, fileName, file, type, idempotencyKey, ...(arrival && { arrival }) }
      const { id, status, duplicateOf } = await deps.documents.accept(upload)
      if (id !== documentId) await discard(documentId)
      return duplicateOf === null ? { kind: 'accepted', fileName, id, status } : { kind: 'duplicate', fileName, id, status, duplicateOf }
    } catch (error) {
      // A lost connection may have lost the answer of a commit: then the document exists and needs its bytes.
      if (!(error instanceof PipelineError && error.code === 'dependency_unavailable')) await discard(documentId)
      throw error
    }
  }

  async function acceptArchive({ documentId, fileName, file }: StoredFile, origin: Origin): Promise<readonly FileOutcome[]> {
    const arrival: Arrival = arrivalOf(origin, fileName, file.sha256) ?? {
      source: 'upload',
      channel: 'upload',
      identity: [origin.by, documentId],
      name: fileName,
    }
    const opened = await openArchive(await deps.blobs.get(documentId, file)).catch((error: unknown) => refusedBy(error, fileName))
    if ('kind' in opened) return [await refuse(opened, origin.organisationId, arrival)]
    const parentId = await deps.journal.settle(origin.organisationId, arrival, { state: 'open' })
    const outcomes: FileOutcome[] = []
    for (const [at, { name, open }] of opened.entries()) {
      const { source, channel, sender = null } = arrival
      const entry: Origin = {
        ...origin,
        idempotencyKey: origin.idempotencyKey === null ? null : `${origin.idempotencyKey}/${at}`,
        arrival: { source, channel, sender, parentId, place: [...arrival.identity, String(at)] },
      }
      outcomes.push(...(await takeEntry({ name: displayName(`${fileName}/${name}`), bytes: open() }, entry)))
    }
    await deps.journal.settle(origin.organisationId, arrival, { state: 'unpacked' })
    return outcomes
  }

  async function takeEntry(entry: IncomingFile, origin: Origin): Promise<readonly FileOutcome[]> {
    const stored = await storeFile(deps, entry)
    if (stored.kind === 'stored' && stored.file.mediaType === ARCHIVE) {
      await discard(stored.documentId)
      const detail = 'An archive inside an archive is not opened. Unpack it and send its documents.'
      return [await refuseAt({ kind: 'refused', fileName: entry.name, code: 'archive_unsafe', detail }, origin)]
    }
    return stored.kind === 'stored' ? [await acceptOne(stored, origin)] : [await refuseAt(stored, origin)]
  }

  async function refuse(refused: RefusedFile, organisationId: string, arrival: Arrival): Promise<RefusedFile> {
    const { code, detail } = refused
    await deps.journal.settle(organisationId, arrival, { state: 'refused', code, detail })
    return refused
  }

  async function refuseAt(refused: RefusedFile, origin: Origin): Promise<RefusedFile> {
    const arrival = arrivalOf(origin, refused.fileName, '')
    return arrival ? refuse(refused, origin.organisationId, arrival) : refused
  }

  return {
    /** First half: the bytes are durable, and it is no document yet. */
    store: (file: IncomingFile) => storeFile(deps, file),
    accept,
    /** Forgets what was stored and is not going to be a document. */
    discard,

    /** Both halves, for a way that keeps the journal. */
    async take(file: IncomingFile, origin: Origin): Promise<readonly FileOutcome[]> {
      const stored = await storeFile(deps, file)
      return stored.kind === 'stored' ? accept(stored, origin) : [await refuseAt(stored, origin)]
    },
  }
}

/** The same place with other content is another arrival, so that nothing new passes for something known. */
function arrivalOf({ arrival }: Origin, name: string, sha256: string): Arrival | null {
  if (!arrival) return null
  const { place, namesContent = false, ...same } = arrival
  return { ...same, identity: namesContent ? place : [...place, sha256], name }
}

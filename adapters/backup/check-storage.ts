import { join } from 'node:path'
import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import { PipelineError } from '../../core/errors.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { type Database, verifyChain } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { namesIn } from './copy-files.ts'
import { erasedIn } from './make-backup.ts'

/** What `docket verify` found. Everything but `strangers` is a loss. */
export interface StorageReport {
  readonly documents: number
  readonly blobs: number
  /** `documentId/sha256` that rows or other blobs speak of and that are not there. */
  readonly missing: readonly string[]
  /** `documentId/sha256` that do not open or are not what their name says. */
  readonly damaged: readonly string[]
  /** Folders of no document: an upload that broke off before it was accepted, or rows that were lost. */
  readonly strangers: readonly string[]
  readonly events: number
  /** Organisations whose journal does not fit together. */
  readonly brokenJournals: readonly string[]
}

interface Places {
  readonly db: Database
  readonly blobs: BlobStore
  readonly blobsDir: string
  readonly keysDir: string
}

/** Opens every stored file, follows every reference from row to file and from file to file, and recomputes every journal. Changes nothing. */
export async function checkStorage(places: Places, organisations: readonly string[]): Promise<StorageReport> {
  const { db, blobsDir, keysDir } = places
  const known = new Set<string>()
  const missing: string[] = []
  const damaged: string[] = []
  const brokenJournals: string[] = []
  let [blobs, events] = [0, 0]
  for (const organisation of organisations) {
    const chain = await verifyChain(db, organisation)
    events += chain.events
    if (chain.brokenAt !== null) brokenJournals.push(organisation)
    for (const document of await documentsOf(db, organisation)) {
      known.add(document.id)
      const found = await checkDocument(places, document)
      blobs += found.blobs
      missing.push(...found.missing)
      damaged.push(...found.damaged)
    }
  }
  const erased = new Set(await erasedIn(keysDir))
  const strangers = (await namesIn(blobsDir)).filter((id) => !known.has(id) && !erased.has(id))
  return { documents: known.size, blobs, missing, damaged, strangers, events, brokenJournals }
}

const JSON_BEGINS = /[{[]/ // nothing else can hold a reference, and pictures need not stay in memory

const Referring = z.object({ id: z.string(), part_of: z.string().nullable(), refs: z.array(z.unknown()) })
type Referring = z.infer<typeof Referring>

/** Documents with every JSON value of theirs in which a reference to a blob may stand. */
function documentsOf(db: Database, organisation: string): Promise<readonly Referring[]> {
  return db.transaction(organisation, (tx) =>
    tx.rows(
      Referring,
      sql`select d.id, d.part_of,
            jsonb_build_array(d.file, d.result)
              || coalesce((select jsonb_agg(jsonb_build_array(r.corrections, r.result)) from reviews r where r.document_id = d.id), '[]')
              || coalesce((select jsonb_agg(e.result) from events e where e.document_id = d.id and e.result is not null), '[]')
              || coalesce((select jsonb_agg(jsonb_build_array(c.reading, c.inspection)) from file_cuts c where c.file_id = d.id), '[]')
              || coalesce((select jsonb_agg(o.payload) from outbox o where o.document_id = d.id), '[]') as refs
          from documents d order by d.id`,
    ),
  )
}

async function checkDocument(places: Places, { id, part_of, refs }: Referring) {
  const names = (await namesIn(join(places.blobsDir, id))).filter((name) => /^[0-9a-f]{64}$/.test(name))
  const damaged: string[] = []
  const opened = new Map<string, Buffer | null>()
  for (const sha256 of names) {
    const bytes = await open(places.blobs, id, sha256)
    if (bytes === null) damaged.push(`${id}/${sha256}`)
    opened.set(sha256, bytes && JSON_BEGINS.test(bytes.toString('latin1', 0, 1)) ? bytes : null)
  }
  const missing = new Set<string>()
  const seen = new Set<string>()
  const waiting = refsIn(refs)
  for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
    if (seen.has(ref.sha256)) continue
    seen.add(ref.sha256)
    const own = opened.has(ref.sha256)
    // A part of a file speaks of what the file holds.
    const bytes = own ? opened.get(ref.sha256) : part_of ? await open(places.blobs, part_of, ref.sha256) : null
    if (!own && !bytes) missing.add(`${id}/${ref.sha256}`)
    else if (own && bytes && ref.mediaType === 'application/json') waiting.push(...refsIn(JSON.parse(bytes.toString())))
  }
  return { blobs: names.length, missing: [...missing], damaged }
}

async function open(blobs: BlobStore, documentId: string, sha256: string): Promise<Buffer | null> {
  try {
    return await blobs.get(documentId, { sha256, bytes: 0, mediaType: '' })
  } catch (error) {
    if (error instanceof PipelineError) return null
    throw error
  }
}

function refsIn(value: unknown): BlobRef[] {
  if (typeof value !== 'object' || value === null) return []
  const ref = BlobRef.safeParse(value)
  if (ref.success) return [ref.data]
  return Object.values(value).flatMap(refsIn)
}

import type { Session } from '../../adapters/db/index.ts'
import { newId } from '../../adapters/db/index.ts'
import { SNIFF_BYTES, sniff } from '../../adapters/sniff/index.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { PipelineError } from '../../core/errors.ts'
import type { UiDeps } from '../deps.ts'
import { idempotencyKey, otherRequest } from '../http/idempotency-key.ts'
import { HttpProblem, problemOf } from '../http/problem.ts'
import { type IncomingFile, readUpload } from './read-upload.ts'
import type { UploadOutcome } from './upload-outcome.ts'

const MOST_FILES = 50

/** Media type of a file that nobody may have back. */
export const QUARANTINED = 'application/vnd.docket.quarantined'

interface Stored {
  readonly documentId: string
  readonly fileName: string
  readonly file: BlobRef
}

export interface Uploaded {
  readonly outcomes: readonly UploadOutcome[]
}

/**
 * Files of one request: each is judged by its first bytes, streamed to the blob store while it is hashed, and becomes a document only when the
 * whole request has arrived in good order. A request that breaks leaves nothing behind.
 */
export async function receiveUpload(deps: UiDeps, session: Session, request: Request): Promise<Uploaded> {
  const key = idempotencyKey(request.headers)
  const digest = contentDigest(request.headers)
  const type = documentType(deps, new URL(request.url).searchParams.get('type'))
  const stored: (Stored | Extract<UploadOutcome, { kind: 'refused' }>)[] = []
  try {
    await readUpload(request, { maxFileBytes: deps.config.DOCKET_MAX_UPLOAD_BYTES, maxFiles: MOST_FILES }, async (file) => {
      stored.push(await store(deps, file))
    })
    const [first] = stored
    if (digest !== null && first && 'documentId' in first && first.file.sha256 !== digest)
      throw new HttpProblem(
        'bad_request',
        'The content does not have the Content-Digest that came with it; nothing was stored. Send it again.',
      )
  } catch (error) {
    await discard(deps, stored)
    throw error
  }
  const outcomes: UploadOutcome[] = []
  for (const [at, file] of stored.entries()) {
    if ('kind' in file) outcomes.push(file)
    else outcomes.push(await accept(deps, session, file, type, key === null ? null : at === 0 ? key : `${key}#${at}`))
  }
  return { outcomes }
}

/** A refusal of one file is an answer about that file; anything else ends the request. */
async function store(deps: UiDeps, { name, bytes }: IncomingFile): Promise<Stored | Extract<UploadOutcome, { kind: 'refused' }>> {
  const documentId = newId()
  try {
    const { head, rest } = await peek(bytes)
    const mediaType = mediaTypeOf(head)
    const file = await deps.blobs.putStream(documentId, joined(head, rest), mediaType, deps.config.DOCKET_MAX_UPLOAD_BYTES)
    return { documentId, fileName: name, file }
  } catch (error) {
    await deps.blobs.erase(documentId).catch(() => {})
    if (!(error instanceof PipelineError) || error.retryable || error.code === 'internal') throw error
    const { code, detail } = problemOf(error, '')
    return { kind: 'refused', fileName: name, code, detail }
  }
}

/** Malware is taken in and set aside, so that it has a record and a rejection instead of coming again under another name; it is never given out. */
function mediaTypeOf(head: Buffer): string {
  try {
    return sniff(head).mediaType
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'malware') return QUARANTINED
    throw error
  }
}

async function accept(
  deps: UiDeps,
  session: Session,
  { documentId, fileName, file }: Stored,
  type: string,
  idempotencyKey: string | null,
): Promise<UploadOutcome> {
  try {
    const accepted = await deps.documents.accept({
      documentId,
      organisationId: session.organisationId,
      userId: session.userId,
      fileName,
      file,
      type,
      idempotencyKey,
    })
    if (accepted.id !== documentId) await deps.blobs.erase(documentId).catch(() => {})
    const { id, status, duplicateOf } = accepted
    return duplicateOf === null ? { kind: 'accepted', fileName, id, status } : { kind: 'duplicate', fileName, id, status, duplicateOf }
  } catch (error) {
    // A lost connection may have lost the answer of a commit: then the document exists and needs its bytes.
    if (!(error instanceof PipelineError && error.code === 'dependency_unavailable')) await deps.blobs.erase(documentId).catch(() => {})
    throw error instanceof PipelineError && error.details.field === 'Idempotency-Key' ? otherRequest() : error
  }
}

async function discard(deps: UiDeps, stored: readonly object[]): Promise<void> {
  for (const file of stored) if ('documentId' in file) await deps.blobs.erase((file as Stored).documentId).catch(() => {})
}

/** The first bytes decide what the file is before anything is stored. */
async function peek(bytes: AsyncIterable<Uint8Array>): Promise<{ readonly head: Buffer; readonly rest: AsyncIterator<Uint8Array> }> {
  const rest = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let size = 0
  while (size < SNIFF_BYTES) {
    const { done, value } = await rest.next()
    if (done) break
    chunks.push(value)
    size += value.byteLength
  }
  return { head: Buffer.concat(chunks), rest }
}

async function* joined(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head
    for (;;) {
      const { done, value } = await rest.next()
      if (done) return
      yield value
    }
  } finally {
    await rest.return?.()
  }
}

/** RFC 9530: SHA-256 of the body as hex; null where none came, or only with algorithms that we do not know. */
function contentDigest(headers: Headers): string | null {
  const sent = headers.get('content-digest')
  if (sent === null) return null
  if (/^multipart\//i.test(headers.get('content-type') ?? ''))
    throw new HttpProblem(
      'bad_request',
      'Content-Digest is checked where the body is the file itself; send it so, or leave the header out.',
    )
  const value = /(?:^|,)\s*sha-256=:([^:]*):/i.exec(sent)?.[1]
  if (value === undefined) return null
  if (!/^[A-Za-z0-9+/]{43}=$/.test(value))
    throw new HttpProblem('bad_request', 'Content-Digest must be sha-256=:…: with 32 bytes in base64.')
  return Buffer.from(value, 'base64').toString('hex')
}

function documentType(deps: UiDeps, wanted: string | null): string {
  if (wanted === null || wanted === '' || wanted === 'auto') return 'auto'
  if (deps.types.some(({ name }) => name === wanted)) return wanted
  throw new HttpProblem(
    'invalid_input',
    `There is no document type of that name; use auto or one of: ${deps.types.map(({ name }) => name).join(', ')}.`,
  )
}

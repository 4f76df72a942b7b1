import type { Session } from '../../adapters/db/index.ts'
import type { Origin, RefusedFile, StoredFile } from '../../adapters/intake/index.ts'
import { PipelineError } from '../../core/errors.ts'
import type { UiDeps } from '../deps.ts'
import { idempotencyKey, otherRequest } from '../http/idempotency-key.ts'
import { HttpProblem } from '../http/problem.ts'
import { readUpload } from './read-upload.ts'
import type { UploadOutcome } from './upload-outcome.ts'

const MOST_FILES = 50

export interface Uploaded {
  readonly outcomes: readonly UploadOutcome[]
}

/**
 * Files of one request: each is judged by its first bytes, streamed to the blob store while it is hashed, and becomes a document only when the
 * whole request has arrived in good order. A request that breaks leaves nothing behind. An archive has one outcome per file in it.
 */
export async function receiveUpload(deps: UiDeps, session: Session, request: Request): Promise<Uploaded> {
  const key = idempotencyKey(request.headers)
  const digest = contentDigest(request.headers)
  const type = documentType(deps, new URL(request.url).searchParams.get('type'))
  const stored: (StoredFile | RefusedFile)[] = []
  try {
    await readUpload(request, { maxFileBytes: deps.config.DOCKET_MAX_UPLOAD_BYTES, maxFiles: MOST_FILES }, async (file) => {
      stored.push(await deps.intake.store(file))
    })
    const [first] = stored
    if (digest !== null && first?.kind === 'stored' && first.file.sha256 !== digest)
      throw new HttpProblem(
        'bad_request',
        'The content does not have the Content-Digest that came with it; nothing was stored. Send it again.',
      )
  } catch (error) {
    for (const file of stored) if (file.kind === 'stored') await deps.intake.discard(file.documentId)
    throw error
  }
  const { organisationId, userId: by } = session
  const outcomes: UploadOutcome[] = []
  for (const [at, file] of stored.entries()) {
    const ownKey = key === null ? null : at === 0 ? key : `${key}#${at}`
    if (file.kind === 'refused') outcomes.push(file)
    else outcomes.push(...(await accept(deps, file, { organisationId, by, type, idempotencyKey: ownKey, arrival: null })))
  }
  return { outcomes }
}

async function accept(deps: UiDeps, file: StoredFile, origin: Origin): Promise<readonly UploadOutcome[]> {
  try {
    return await deps.intake.accept(file, origin)
  } catch (error) {
    throw error instanceof PipelineError && error.details.field === 'Idempotency-Key' ? otherRequest() : error
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

import { Readable } from 'node:stream'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { IncomingFile } from '../../adapters/intake/index.ts'
import { displayName } from '../../core/display-name.ts'
import { bodyOf } from '../http/body.ts'
import { decoded, nameFromDisposition } from '../http/file-name.ts'
import { HttpProblem } from '../http/problem.ts'

export interface UploadLimits {
  readonly maxFileBytes: number
  readonly maxFiles: number
  readonly patienceMs?: number
}

export interface ReadUpload {
  readonly fields: ReadonlyMap<string, string>
}

const MAX_PART_HEADER_BYTES = 16 * 1024
const MAX_FIELDS = 20
const MAX_FIELD_BYTES = 10_000

/** Hands every file of the request to `take`, one after the other. A body that is not well formed to its very end is an error, whatever came before it. */
export async function readUpload(request: Request, limits: UploadLimits, take: (file: IncomingFile) => Promise<void>): Promise<ReadUpload> {
  const type = request.headers.get('content-type') ?? ''
  if (/^multipart\//i.test(type)) return readMultipart(request, type, limits, take)
  const disposition = request.headers.get('content-disposition')
  const name = request.headers.get('x-file-name')
  const file = {
    name: displayName(name === null ? (disposition === null ? null : nameFromDisposition(disposition)) : decoded(name)),
    bytes: bodyOf(request, { maxBytes: limits.maxFileBytes, ...patience(limits) }),
  }
  await take(file)
  return { fields: new Map() }
}

async function readMultipart(
  request: Request,
  type: string,
  limits: UploadLimits,
  take: (file: IncomingFile) => Promise<void>,
): Promise<ReadUpload> {
  if (!/^multipart\/form-data\s*;/i.test(type) || !/;\s*boundary\s*=/i.test(type)) throw malformed('names no boundary')
  const parser = parserFor(type, limits)
  const fields = new Map<string, string>()
  const open = new Set<Readable>()
  let turn: Promise<void> = Promise.resolve()
  let files = 0
  const broken = Promise.withResolvers<never>()
  broken.promise.catch(() => {})
  const finished = new Promise<void>((resolve) => parser.once('finish', resolve))

  parser.on('file', (field, stream, name) => {
    files++
    open.add(stream)
    stream.once('close', () => open.delete(stream))
    // A part that ends too early errors its stream; without a listener that would end the process.
    stream.on('error', (error: Error) => broken.reject(malformed(error.message)))
    if (!field) {
      stream.resume()
      return broken.reject(malformed('has a part without a field name'))
    }
    turn = turn.then(() => take({ name: displayName(name), bytes: stream })).finally(() => stream.resume())
    turn.catch((error) => broken.reject(error))
  })
  parser.on('field', (field, value) => {
    if (field) fields.set(field, value)
    else broken.reject(malformed('has a part without a field name'))
  })
  parser.on('partsLimit', () => broken.reject(malformed('has too many parts')))
  parser.on('filesLimit', () => broken.reject(malformed(`has more than ${limits.maxFiles} files; send them in several requests`)))
  parser.on('fieldsLimit', () => broken.reject(malformed('has too many fields')))
  parser.on('error', (error) => broken.reject(malformed(error instanceof Error ? error.message : 'cannot be read')))

  const body = Readable.from(guardHeaders(bodyOf(request, { maxBytes: limits.maxFileBytes * limits.maxFiles, ...patience(limits) })))
  body.on('error', (error) => {
    broken.reject(error)
    parser.destroy?.(error)
  })
  body.pipe(parser as unknown as NodeJS.WritableStream)
  try {
    await Promise.race([finished, broken.promise])
    await Promise.race([turn, broken.promise])
  } catch (error) {
    body.unpipe()
    body.destroy()
    for (const stream of open) stream.destroy(error as Error)
    // Files still being stored must settle first, so that the caller can clear them away.
    await turn.catch(() => {})
    throw error
  }
  if (files === 0) throw malformed('has no file')
  return { fields }
}

function parserFor(type: string, limits: UploadLimits) {
  try {
    return new Busboy({
      headers: { 'content-type': type } as BusboyHeaders,
      preservePath: true,
      isPartAFile: (_field, _type, name) => name !== undefined,
      limits: {
        files: limits.maxFiles,
        fields: MAX_FIELDS,
        parts: limits.maxFiles + MAX_FIELDS,
        fieldSize: MAX_FIELD_BYTES,
        headerSize: MAX_PART_HEADER_BYTES,
        headerPairs: 20,
      },
    })
  } catch {
    throw malformed('names no boundary')
  }
}

/** The parser cuts an endless part header silently; a body whose beginning is nothing but header is refused instead. */
async function* guardHeaders(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0)
  let settled = false
  for await (const chunk of chunks) {
    if (!settled) {
      head = Buffer.concat([head, chunk])
      settled = head.includes('\r\n\r\n')
      if (!settled && head.length > MAX_PART_HEADER_BYTES) throw malformed('has a part header that is too long')
    }
    yield chunk
  }
}

function patience({ patienceMs }: UploadLimits): { readonly patienceMs?: number } {
  return patienceMs === undefined ? {} : { patienceMs }
}

function malformed(what: string): HttpProblem {
  return new HttpProblem(
    'bad_request',
    `The multipart body ${what}. Send the file as multipart/form-data, or as the raw body with its name in X-File-Name.`,
  )
}

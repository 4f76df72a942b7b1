import { HttpProblem } from './problem.ts'

/** A client may be slow, but not this slow: every window of silence counts, and each second must bring something. */
const PATIENCE_MS = 20_000
const MIN_BYTES_PER_SECOND = 1_000

export interface BodyLimits {
  readonly maxBytes: number
  readonly patienceMs?: number
}

/**
 * The request's body in chunks. Only time spent waiting for the client counts against it, so our own slow disk never does.
 * Errors: `file_too_large`, `timeout`, `length_mismatch` (also when the client goes away), `unsupported_encoding`.
 */
export async function* bodyOf(
  request: Request,
  { maxBytes, patienceMs = PATIENCE_MS }: BodyLimits,
): AsyncGenerator<Uint8Array, void, void> {
  refuseEncodings(request.headers)
  const announced = announcedLength(request.headers)
  if (announced !== null && announced > maxBytes) throw tooLarge(maxBytes)
  if (!request.body) return
  const reader = request.body.getReader()
  let bytes = 0
  let waitedMs = 0
  let finished = false
  try {
    for (;;) {
      const startedMs = performance.now()
      const { done, value } = await within(reader.read(), patienceMs + (bytes / MIN_BYTES_PER_SECOND) * 1000 - waitedMs)
      waitedMs += performance.now() - startedMs
      if (done) {
        finished = true
        break
      }
      bytes += value.byteLength
      if (bytes > maxBytes) throw tooLarge(maxBytes)
      yield value
    }
  } catch (error) {
    throw error instanceof HttpProblem
      ? error
      : new HttpProblem('length_mismatch', 'The connection ended before the whole body had arrived; send it again.')
  } finally {
    if (!finished) void reader.cancel().catch(() => {})
  }
  if (announced !== null && announced !== bytes)
    throw new HttpProblem('length_mismatch', `Content-Length announced ${announced} bytes, ${bytes} arrived; send the file again.`)
}

/** A small body as text. */
export async function bodyText(request: Request, maxBytes: number): Promise<string> {
  return (await bodyBytes(request, maxBytes)).toString('utf8')
}

export async function bodyBytes(request: Request, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bodyOf(request, { maxBytes })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export function tooLarge(maxBytes: number): HttpProblem {
  return new HttpProblem(
    'file_too_large',
    `The file is larger than the ${Math.floor(maxBytes / 1_048_576)} MiB that are accepted; split it or scan it at 300 dpi.`,
    {
      maxBytes,
    },
  )
}

/** Bodies come as they are: a compressed one could be a bomb, and PDF and images are compressed already. */
function refuseEncodings(headers: Headers): void {
  const content = headers.get('content-encoding')?.trim().toLowerCase()
  const transfer = headers.get('transfer-encoding')?.trim().toLowerCase()
  if ((content && content !== 'identity') || (transfer && transfer !== 'chunked'))
    throw new HttpProblem('unsupported_encoding', 'Compressed request bodies are not accepted; send the file as it is.')
}

function announcedLength(headers: Headers): number | null {
  const header = headers.get('content-length')
  if (header === null || headers.has('transfer-encoding')) return null
  if (!/^\d{1,15}$/.test(header)) throw new HttpProblem('bad_request', 'Content-Length is not a number.')
  return Number(header)
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new HttpProblem('timeout', 'The body arrived too slowly; nothing was stored. Send it again over a better line.')),
    Math.max(1, ms),
  )
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

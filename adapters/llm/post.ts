import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { LlmFault } from '../../core/llm/port.ts'

export interface Call {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** PEM. */
  readonly ca?: string | undefined
  /** From the first byte sent to the last received. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

export interface Answered {
  readonly status: number
  readonly body: string
}

const MOST_BYTES = 4 * 1024 * 1024 // an answer of 64,000 tokens is far below

/**
 * One POST over a connection of its own: `fetch` follows redirects to wherever a server says and takes no certificate authority per call. The time limit
 * covers the whole exchange, so that a server that sends a byte a second does not keep a document waiting. Throws LlmFault.
 */
export function post({ url, headers, body, ca, timeoutMs, signal }: Call): Promise<Answered> {
  const limit = AbortSignal.timeout(timeoutMs)
  const stopped = signal ? AbortSignal.any([signal, limit]) : limit
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  const bytes = Buffer.from(body)
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(
        error instanceof LlmFault
          ? error
          : stopped.aborted
            ? new LlmFault('too_slow', `No complete answer within ${timeoutMs} ms`)
            : new LlmFault('unreachable', `The connection failed (${codeOf(error)})`),
      )
    const call = send(
      url,
      {
        method: 'POST',
        headers: { accept: 'application/json', 'content-length': String(bytes.length), ...headers },
        signal: stopped,
        agent: false,
        ...(ca !== undefined && { ca }),
      },
      (answer) => void gather(answer).then((text) => resolve({ status: answer.statusCode ?? 0, body: text }), fail),
    )
    call.on('error', fail)
    call.end(bytes)
  })
}

async function gather(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) {
      answer.destroy()
      throw new LlmFault('too_large', `The answer is larger than ${MOST_BYTES} bytes`)
    }
    chunks.push(chunk)
  }
  if (!answer.complete) throw new LlmFault('unreachable', 'The connection broke in the middle of the answer')
  return Buffer.concat(chunks).toString('utf8')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { CustomFetch } from 'openid-client'

const MOST_BYTES = 1_000_000 // descriptions and key sets are a few kB
const TIMEOUT_MS = 10_000

/**
 * `fetch` for one provider: with its own certificate authority, which Node's takes only for the whole process; no redirects, a time limit over the whole
 * exchange, a limit on what comes back.
 */
export function guardedFetch(ca: string | undefined): CustomFetch {
  return (address, { method, headers, body }) => {
    const url = new URL(address)
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    return new Promise((resolve, reject) => {
      const options = { method, headers, agent: false, signal: AbortSignal.timeout(TIMEOUT_MS), ...(ca !== undefined && { ca }) }
      const call = send(url, options, (answer) => void gather(answer).then((bytes) => resolve(responseOf(answer, bytes)), reject))
      call.on('error', reject)
      call.end(body === undefined || body === null ? undefined : body instanceof URLSearchParams ? body.toString() : body)
    })
  }
}

async function gather(answer: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error('The provider sends too much.')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function responseOf({ statusCode = 0, headers }: IncomingMessage, bytes: Uint8Array<ArrayBuffer>): Response {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  )
  const empty = statusCode === 204 || statusCode === 304
  return new Response(empty ? null : bytes, { status: statusCode, headers: kept })
}

import { readFile } from 'node:fs/promises'
import { PipelineError } from '../../../core/errors.ts'
import type { XmlElement } from '../../../core/xml.ts'
import { parseXml } from '../../xml/index.ts'
import type { BucketSource } from '../settings.ts'
import { encoded, signedHeaders } from './sign-request.ts'

export interface BucketObject {
  readonly key: string
  /** As the server gives it, with its quotes: stands for the content. */
  readonly etag: string
}

export interface ObjectPage {
  readonly objects: readonly BucketObject[]
  /** Null at the end. */
  readonly next: string | null
}

const LIST_MS = 30_000
const GET_MS = 10 * 60_000
const LONGEST_LIST_BYTES = 5 * 1024 * 1024

/** Lists and reads an S3 bucket (path-style addresses). Errors: `configuration`, `unauthenticated`, `dependency_unavailable`. */
export function createBucketClient(source: BucketSource) {
  const root = new URL(`${source.endpoint.replace(/\/$/, '')}/${source.bucket}`)

  async function get(url: URL, timeoutMs: number, more: Readonly<Record<string, string>> = {}): Promise<Response> {
    const secret = await readFile(source.secretFile, 'utf8').catch((cause: unknown) => {
      throw new PipelineError('configuration', 'The file with the secret of the bucket cannot be read.', { cause })
    })
    const headers = signedHeaders(url, { region: source.region, accessKeyId: source.accessKeyId, secret: secret.trim() }, new Date(), more)
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) }).catch(unavailable)
    if (answer.ok || answer.status === 404 || answer.status === 412) return answer
    await answer.body?.cancel()
    if (answer.status === 401 || answer.status === 403)
      throw new PipelineError('unauthenticated', 'The bucket does not accept the key.', { retryable: true })
    return unavailable(new Error(`status ${answer.status}`))
  }

  return {
    async list(after: string | null): Promise<ObjectPage> {
      const url = new URL(root)
      url.searchParams.set('list-type', '2')
      url.searchParams.set('prefix', source.prefix)
      // XML cannot carry every name, and blanks at its ends would be lost.
      url.searchParams.set('encoding-type', 'url')
      if (after !== null) url.searchParams.set('continuation-token', after)
      // URLSearchParams writes a blank as +, which S3 does not read as one.
      url.search = url.search.replaceAll('+', '%20')
      const answer = await get(url, LIST_MS)
      if (!answer.ok) throw new PipelineError('configuration', 'There is no such bucket.')
      const bytes = Buffer.from(await answer.arrayBuffer().catch(unavailable))
      if (bytes.length > LONGEST_LIST_BYTES) return unavailable(new Error('list too long'))
      const xml = parseXml(bytes)
      const keyOf = (one: XmlElement) =>
        text(xml, 'EncodingType') === 'url' ? decodeURIComponent(text(one, 'Key').replaceAll('+', ' ')) : text(one, 'Key')
      const objects = xml.children.filter(({ name }) => name === 'Contents').map((one) => ({ key: keyOf(one), etag: text(one, 'ETag') }))
      return { objects, next: text(xml, 'IsTruncated') === 'true' ? text(xml, 'NextContinuationToken') || null : null }
    },

    /** The object as long as it is still the one of the list; null when it is gone or another one by now. */
    async read({ key, etag }: BucketObject): Promise<AsyncIterable<Uint8Array> | null> {
      const url = new URL(`${root.href}/${key.split('/').map(encoded).join('/')}`)
      const answer = await get(url, GET_MS, { 'if-match': etag })
      // Not every server heeds the condition.
      const isSame = (answer.headers.get('etag') ?? etag) === etag
      if (answer.ok && answer.body && isSame) return streamed(answer.body)
      await answer.body?.cancel()
      return null
    },
  }
}

async function* streamed(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    unavailable(error)
  }
}

function text(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? ''
}

function unavailable(cause: unknown): never {
  throw new PipelineError('dependency_unavailable', 'The bucket does not answer as it should.', { retryable: true, cause })
}

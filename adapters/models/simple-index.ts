import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'

const PATIENCE_MS = 60_000 // for the listing: a page of links
const STALL_MS = 30_000

const Listing = z.object({ files: z.array(z.object({ filename: z.string(), url: z.string() })) })

export type OnBytes = (done: number, total: number | null) => void

/**
 * Downloads one file of a Python package index (the simple repository API: PEP 503 HTML, PEP 691 JSON). `index` ends in `/simple` as in pip's
 * `index-url`. Not more than `limitBytes` are taken. Throws `dependency_unavailable`, retryable where nothing answered.
 */
export async function downloadFromIndex(
  index: string,
  project: string,
  file: string,
  limitBytes: number,
  onBytes: OnBytes,
): Promise<Uint8Array> {
  const page = new URL(`${index.replace(/\/+$/, '')}/${project.toLowerCase().replace(/[-_.]+/g, '-')}/`)
  const listing = await get(page, { accept: 'application/vnd.pypi.simple.v1+json, text/html;q=0.5' }, AbortSignal.timeout(PATIENCE_MS))
  const link = linkTo(file, await listing.text(), listing.headers.get('content-type') ?? '')
  if (link === null) throw new PipelineError('dependency_unavailable', `${page.host} has no file ${file}.`)
  return body(new URL(link, listing.url), file, limitBytes, onBytes)
}

async function get(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers, signal }).catch((error: unknown) => {
    throw new PipelineError('dependency_unavailable', `${url.host} does not answer.`, { retryable: true, cause: error })
  })
  if (response.ok) return response
  throw new PipelineError('dependency_unavailable', `${url.host} answers ${response.status} for ${url.pathname}.`, {
    retryable: response.status >= 500,
  })
}

function linkTo(file: string, text: string, type: string): string | null {
  if (type.includes('json')) {
    return Listing.parse(JSON.parse(text)).files.find(({ filename }) => filename === file)?.url ?? null
  }
  for (const [, href] of text.matchAll(/<a\s[^>]*href="([^"]+)"/gi)) {
    const link = href!.replaceAll('&amp;', '&')
    if (decodeURIComponent(link.split(/[?#]/)[0]!.split('/').at(-1)!) === file) return link
  }
  return null
}

/** Ends when nothing has come for half a minute; a slow line may take as long as it needs. */
async function body(url: URL, file: string, limitBytes: number, onBytes: OnBytes): Promise<Uint8Array> {
  const stalled = new AbortController()
  const stop = () => stalled.abort()
  let timer = setTimeout(stop, STALL_MS)
  try {
    const response = await get(url, {}, stalled.signal)
    const total = Number(response.headers.get('content-length')) || null
    const chunks: Uint8Array[] = []
    let done = 0
    for await (const chunk of response.body ?? []) {
      clearTimeout(timer)
      timer = setTimeout(stop, STALL_MS)
      done += chunk.length
      if (done > limitBytes) throw new PipelineError('dependency_unavailable', `${url.host} sends more for ${file} than the package has.`)
      chunks.push(chunk)
      onBytes(done, total)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof PipelineError) throw error
    throw new PipelineError('dependency_unavailable', `${file} broke off half way from ${url.host}. Try again.`, {
      retryable: true,
      cause: error,
    })
  } finally {
    clearTimeout(timer)
  }
}

import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface BucketServer {
  readonly endpoint: string
  readonly objects: Map<string, Buffer>
  /** Paths that were read, in order. */
  readonly reads: string[]
  close(): Promise<void>
}

/** What an S3 server answers to listing and reading, two objects a page, over real HTTP. */
export async function startBucketServer(accessKeyId: string): Promise<BucketServer> {
  const objects = new Map<string, Buffer>()
  const reads: string[] = []
  const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (!request.headers.authorization?.includes(`Credential=${accessKeyId}/`)) return void response.writeHead(403).end('<Error/>')
    const key = decodeURIComponent(url.pathname.replace(/^\/scans\/?/, ''))
    if (key === '') {
      const after = Buffer.from(url.searchParams.get('continuation-token') ?? '', 'base64url').toString()
      const all = [...objects.keys()].filter((name) => name.startsWith(url.searchParams.get('prefix') ?? '') && name > after).toSorted()
      const page = all.slice(0, 2)
      const rows = page.map((name) => {
        const shown = encodeURIComponent(name).replaceAll('%20', '+')
        return `<Contents><Key>${shown}</Key><ETag>${etagOf(objects.get(name) as Buffer).replaceAll('"', '&quot;')}</ETag></Contents>`
      })
      const more = all.length > 2
      const token = more ? `<NextContinuationToken>${Buffer.from(page.at(-1) ?? '').toString('base64url')}</NextContinuationToken>` : ''
      const body = `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>${rows.join('')}${token}</ListBucketResult>`
      return void response.end(body)
    }
    const bytes = objects.get(key)
    if (!bytes) return void response.writeHead(404).end()
    if (request.headers['if-match'] !== etagOf(bytes)) return void response.writeHead(412).end()
    reads.push(key)
    response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    reads,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

import { createHash, createHmac } from 'node:crypto'

export interface S3Key {
  readonly region: string
  readonly accessKeyId: string
  readonly secret: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'
const NO_BODY = createHash('sha256').update('').digest('hex')

/** The headers that sign a GET request without a body: AWS Signature Version 4 for S3, in the `Authorization` header. */
export function signedHeaders(url: URL, { region, accessKeyId, secret }: S3Key, at: Date, more: Readonly<Record<string, string>> = {}) {
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = time.slice(0, 8)
  const headers: Readonly<Record<string, string>> = { ...more, host: url.host, 'x-amz-content-sha256': NO_BODY, 'x-amz-date': time }
  const names = Object.keys(headers).toSorted()
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&')
  const request = ['GET', url.pathname, query, ...names.map((name) => `${name}:${headers[name]}`), '', names.join(';'), NO_BODY].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = [ALGORITHM, time, scope, createHash('sha256').update(request).digest('hex')].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>((last, part) => hmac(last, part), `AWS4${secret}`)
  const { host: _host, ...sent } = headers
  return {
    ...sent,
    authorization: `${ALGORITHM} Credential=${accessKeyId}/${scope},SignedHeaders=${names.join(';')},Signature=${hmac(key, toSign).toString('hex')}`,
  }
}

/** RFC 3986: everything but the unreserved characters. */
export function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

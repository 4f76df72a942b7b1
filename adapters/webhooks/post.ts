import { lookup as resolve } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Reach } from './address-guard.ts'
import { hostOf } from './target.ts'

export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly timeoutMs: number
}

/** `error` instead of a status: refused_address, timeout, or the code of the connection's failure. */
export type Posted = { readonly status: number } | { readonly status: null; readonly error: string }

/**
 * One POST. The connection goes to the very address that was checked, so a name that points elsewhere a moment later gains nothing; redirects are not
 * followed; of the answer only the status counts.
 */
export function post({ url: address, headers, body, timeoutMs }: Posting, reach: Reach): Promise<Posted> {
  const url = new URL(address)
  const host = hostOf(url)
  const named = reach.allowsName(host)
  if (isIP(host) !== 0 && !named && !reach.allowsAddress(host)) return Promise.resolve({ status: null, error: 'refused_address' })
  const lookup: LookupFunction = (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const bad = !named && found.some((one) => !reach.allowsAddress(one.address))
      if (bad || found.length === 0) return done(Object.assign(new Error('refused'), { code: 'refused_address' }), [])
      if (options.all) done(null, found)
      else done(null, found[0]!.address, found[0]!.family)
    })
  return new Promise((done) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(url, { method: 'POST', headers, lookup, agent: false, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      done({ status: response.statusCode ?? 0 })
      response.destroy()
    })
    request.on('error', (error: NodeJS.ErrnoException) =>
      done({
        status: null,
        error: error.name === 'TimeoutError' || error.name === 'AbortError' ? 'timeout' : (error.code ?? 'connection'),
      }),
    )
    request.end(body)
  })
}

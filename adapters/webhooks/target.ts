import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Reach } from './address-guard.ts'

const LONGEST = 2_000
const PORTS: ReadonlySet<string> = new Set(['', '443', '8443'])

export type Target = { readonly kind: 'good'; readonly url: string } | { readonly kind: 'refused'; readonly why: string }

/**
 * Whether deliveries may go to this address, judged when it is registered; every connection is judged again (post.ts), because names change where they
 * point. `why` is for the person who typed it.
 */
export async function checkTarget(typed: string, reach: Reach): Promise<Target> {
  const refused = (why: string): Target => ({ kind: 'refused', why })
  if (typed.length > LONGEST) return refused('The address is too long.')
  if (!URL.canParse(typed)) return refused('This is not an address; write https://…')
  const url = new URL(typed)
  const host = hostOf(url)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('Only https:// addresses are called.')
  if (url.username !== '' || url.password !== '') return refused('A name or password in the address is not accepted.')
  const addresses = isIP(host) !== 0 ? [host] : await addressesOf(host)
  if (addresses.length === 0) return refused('The name of the host is not known here.')
  const own = reach.allowsName(host) || addresses.every((address) => reach.isOwn(address))
  if (!own && addresses.some((address) => !reach.allowsAddress(address)))
    return refused('The address lies in a private or reserved network. The installation can allow it: DOCKET_WEBHOOK_ALLOW.')
  if (!own && url.protocol !== 'https:') return refused('Only https:// addresses are called.')
  if (!own && !PORTS.has(url.port)) return refused('Only the ports 443 and 8443 are called.')
  url.hash = ''
  return { kind: 'good', url: url.href }
}

/** Without the brackets of IPv6 and the dot that ends a full name. */
export function hostOf(url: URL): string {
  return url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}

async function addressesOf(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true }).catch(() => [])).map(({ address }) => address)
}

import { BlockList, isIP } from 'node:net'

/** What an installation lets webhooks reach beside the public internet: addresses, networks (CIDR) and names of its own. */
export interface Reach {
  /** Whether this host name may be used with any address and port it has. */
  allowsName(host: string): boolean
  /** Whether a connection to this address may be made, whatever name led there. */
  allowsAddress(address: string): boolean
  /** Whether the address is allowed by the installation's own word, so that any port and plain http will do. */
  isOwn(address: string): boolean
}

/** IANA special-purpose registries (RFC 6890 and its updates): none of these is another company's server on the internet. */
const CLOSED_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]
/** Of IPv6 only global unicast is open; inside it the ranges that carry IPv4 or are for documentation are not. NAT64, ULA and link-local lie outside. */
const OPEN_V6 = ['2000::/3']
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

export function createReach(allowed: readonly string[]): Reach {
  const closed = listOf([...CLOSED_V4, ...CLOSED_V6])
  const open = listOf(OPEN_V6)
  const own = listOf(allowed.filter((one) => isIP(one.split('/')[0] ?? '') !== 0))
  const names = new Set(allowed.filter((one) => isIP(one.split('/')[0] ?? '') === 0).map((one) => one.toLowerCase()))
  const within = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const isOwn = (address: string) => isIP(address) !== 0 && within(own, address)
  return {
    allowsName: (host) => names.has(host),
    isOwn,
    allowsAddress(address) {
      const kind = isIP(address)
      if (kind === 0) return false
      if (isOwn(address)) return true
      return kind === 4 ? !within(closed, address) : within(open, address) && !within(closed, address)
    },
  }
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(bits ?? (kind === 'ipv6' ? 128 : 32)), kind)
  }
  return list
}

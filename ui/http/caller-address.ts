import { BlockList, isIP } from 'node:net'

/** The proxies in front of Docket whose word about the caller's address counts: addresses and networks (CIDR). */
export function createCallerAddress(trusted: readonly string[]): (peer: string, forwarded: string | undefined) => string {
  const list = new BlockList()
  for (const network of trusted) {
    const [address = '', bits] = network.split('/')
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(bits ?? (kind === 'ipv6' ? 128 : 32)), kind)
  }
  const isTrusted = (address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  /**
   * Each proxy appends whom it heard, so the list is read from its end and only as far as trusted proxies wrote it; what stands before was sent by the
   * caller and may say anything. Without a trusted proxy the header counts for nothing.
   */
  return (peer, forwarded) => {
    let address = plain(peer)
    const said = (forwarded ?? '').split(',').map((one) => plain(one.trim()))
    while (isIP(address) !== 0 && isTrusted(address)) {
      const before = said.pop()
      if (before === undefined || isIP(before) === 0) break
      address = before
    }
    return address
  }
}

/** IPv4 that came over an IPv6 socket is the same address; some proxies write a port behind it. */
function plain(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(bare)?.[1] ?? /^\[([0-9a-f:.]+)\](?::\d{1,5})?$/i.exec(bare)?.[1] ?? bare
}

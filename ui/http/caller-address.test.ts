import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createCallerAddress } from './caller-address.ts'

describe('the address of a caller', () => {
  const of = createCallerAddress(['10.0.0.0/8', 'fd00::1'])
  const cases: readonly (readonly [string, string | undefined, string, string])[] = [
    ['203.0.113.9', '198.51.100.1', '203.0.113.9', 'a stranger may write the header'],
    ['10.0.0.2', '198.51.100.1', '198.51.100.1', 'behind one proxy'],
    ['::ffff:10.0.0.2', '198.51.100.1', '198.51.100.1', 'IPv4 over an IPv6 socket'],
    ['fd00::1', '2001:db8::5', '2001:db8::5', 'IPv6'],
    ['10.0.0.2', '1.2.3.4, 198.51.100.1', '198.51.100.1', 'the caller’s own entry is not believed'],
    ['10.0.0.2', '1.2.3.4, 198.51.100.1, 10.0.0.7', '198.51.100.1', 'behind two proxies'],
    ['10.0.0.2', '10.0.0.7', '10.0.0.7', 'inside: nothing stands before the proxies'],
    ['10.0.0.2', undefined, '10.0.0.2', 'the proxy itself'],
    ['10.0.0.2', 'unknown', '10.0.0.2', 'no address'],
    ['10.0.0.2', '198.51.100.1:4711', '198.51.100.1', 'with a port'],
    ['10.0.0.2', '[2001:db8::5]:4711', '2001:db8::5', 'IPv6 with a port'],
    ['', '198.51.100.1', '', 'no socket'],
  ]
  for (const [peer, forwarded, expected, why] of cases) it(why, () => assert.equal(of(peer, forwarded), expected))
  it('is the peer where no proxy is trusted', () => assert.equal(createCallerAddress([])('10.0.0.2', '198.51.100.1'), '10.0.0.2'))
})

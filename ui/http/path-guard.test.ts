import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { POLICIES } from '../auth/policies.ts'
import { isPlainPath } from './path-guard.ts'

describe('the spelling of an address', () => {
  it('may hold an encoded slash in a key of the caller’s own, there alone', () => {
    const open = Object.keys(POLICIES)
      .map((route) => route.split(' ')[1]!)
      .filter((pattern) => pattern.includes(':') && isPlainPath(pattern.replace(/:\w+(\{.*\})?/g, 'a%2Fb')))
    assert.deepEqual([...new Set(open)].sort(), [
      '/api/v1/order-tolerances/:supplier',
      '/api/v1/orders/:number',
      '/api/v1/own-companies/:code',
      '/api/v1/suppliers/:code',
    ])
  })

  it('lets no key climb or vanish for a proxy that decodes it', () => {
    for (const key of ['PO-2026%2F17', 'PO-2026%2f17', 'a%2Fb%2Fc', '..a%2Fb', 'a%2F...'])
      assert.ok(isPlainPath(`/api/v1/orders/${key}`), key)
    for (const key of [
      '%2Fa',
      'a%2F%2Fb',
      'a%2F..',
      'a%2F..%2Fb',
      '..%2Fsuppliers',
      'a%2F.%2Fb',
      'a%2F%2e%2e',
      'a%5Cb',
      'a%252Fb',
      'a%00',
      '..',
    ])
      assert.ok(!isPlainPath(`/api/v1/orders/${key}`), key)
    for (const path of ['/api/v1/orders/a%2Fb/import', '/api/v1%2Forders/a', '/api/v1/orders%2Fa', '/documents/a%2Fb'])
      assert.ok(!isPlainPath(path), path)
  })
})

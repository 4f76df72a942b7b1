import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ANY_QUEUE } from '../../adapters/db/index.ts'
import { pileHref, queryOf, queueFilterOf } from './queue-filter.ts'

const read = (address: string) => {
  const query = new URL(address, 'http://x').searchParams
  return queueFilterOf((name) => query.get(name) ?? undefined)
}

describe('the filter of a queue in the address', () => {
  it('comes back as it went', () => {
    const queue = { supplier: 'ООО «А & Б»', reason: 'low_confidence', days: 3, person: 'me', queue: 'q-1', late: true }
    assert.deepEqual(read(`/documents${queryOf({ text: 'a b', type: 'bill', queue })}`), queue)
    assert.deepEqual(read(pileHref({ queue: '' })), { ...ANY_QUEUE, queue: '' })
  })
  it('is nothing where nothing is asked, so that addresses stay short', () => {
    assert.equal(queryOf({ text: '', type: null, queue: ANY_QUEUE }), '')
  })
  it('leaves out what it does not understand', () => {
    assert.deepEqual(read('/documents?days=-1&late=perhaps&reason=%00'), ANY_QUEUE)
    assert.equal(read('/documents?days=1e9').days, null)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createNativeGate } from './native-gate.ts'

describe('the gate to native code', () => {
  it('lets a call end that is inside when it is shut, and no other in', async () => {
    const own = createNativeGate()
    const others = createNativeGate(own.memory)
    const call = Promise.withResolvers<string>()
    const inside = own.pass(() => call.promise)
    others.shut()
    assert.equal(others.isInside, true)
    assert.equal(others.waitUntilEmpty(20), false)
    await assert.rejects(own.pass(async () => assert.fail('went in')))
    call.resolve('read')
    assert.equal(await inside, 'read')
    assert.equal(others.isInside, false)
    assert.equal(others.waitUntilEmpty(20), true)
  })

  it('is left by a call that fails', async () => {
    const gate = createNativeGate()
    await assert.rejects(
      gate.pass(async () => {
        throw new Error('no memory')
      }),
      /no memory/,
    )
    assert.equal(gate.isInside, false)
  })
})

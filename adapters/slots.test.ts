import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createSlots } from './slots.ts'

describe('slots', () => {
  it('never run more than their number, also when a newcomer meets a place just given on', async () => {
    const slots = createSlots(2)
    let [running, most] = [0, 0]
    const task = async () => {
      most = Math.max(most, ++running)
      await new Promise((done) => setImmediate(done))
      running--
    }
    const first = Array.from({ length: 6 }, () => slots.run(task).then(() => slots.run(task)))
    await Promise.all(first)
    assert.equal(most, 2)
  })

  it('keep the order, and give the place on after a failure', async () => {
    const slots = createSlots(1)
    const seen: number[] = []
    const failed = slots.run(() => Promise.reject(new Error('first')))
    const rest = [1, 2, 3].map((n) => slots.run(async () => void seen.push(n)))
    await assert.rejects(failed, /first/)
    await Promise.all(rest)
    assert.deepEqual(seen, [1, 2, 3])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLog } from '../../adapters/log.ts'
import { eventually } from '../../tests/workflow/wait.ts'
import { type Part, supervise } from './supervise.ts'

const quiet = createLog('error', () => {})

function part(): Part & { die(): void; readonly stopped: () => boolean } {
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  let stopped = false
  return {
    ended,
    die: resolve,
    stopped: () => stopped,
    async stop() {
      stopped = true
      resolve()
    },
  }
}

describe('supervise', () => {
  it('starts again what ends by itself, also when the first attempts fail', async () => {
    const started: ReturnType<typeof part>[] = []
    let attempts = 0
    const supervised = await supervise(
      'x',
      async () => {
        attempts++
        if (attempts === 2) throw new Error('port still taken')
        const next = part()
        started.push(next)
        return next
      },
      quiet,
    )
    started[0]?.die()
    await eventually('a second part', () => started.length === 2)
    assert.equal(attempts, 3)
    await supervised.stop()
    assert.equal(started[1]?.stopped(), true)
  })

  it('leaves ended what was told to stop', async () => {
    let attempts = 0
    const supervised = await supervise(
      'x',
      async () => {
        attempts++
        return part()
      },
      quiet,
    )
    await supervised.stop()
    assert.equal(attempts, 1)
  })

  it('tells the caller when the first start fails', async () => {
    await assert.rejects(
      supervise('x', () => Promise.reject(new Error('no binary')), quiet),
      /no binary/,
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLog } from '../adapters/log.ts'
import { PipelineError } from '../core/errors.ts'
import { documentInput } from '../tests/workflow/scripted-stages.ts'
import { eventually } from '../tests/workflow/wait.ts'
import { type StartOutbox, startSweeper } from './start-sweeper.ts'

const log = createLog('error', () => {})

function outbox(ids: string[]): StartOutbox & { call(): void } {
  let callback = () => {}
  return {
    take: async (limit) => ids.slice(0, limit).map((id) => ({ id, document: documentInput(id) })),
    markStarted: async (done) => {
      for (const id of done) ids.splice(ids.indexOf(id), 1)
    },
    onAdded: async (added) => {
      callback = added
      return async () => {}
    },
    call: () => callback(),
  }
}

describe('start sweeper', () => {
  it('starts everything once Temporal is back, and each once', async () => {
    const waiting = Array.from({ length: 120 }, (_, i) => `d${i}`)
    const started: string[] = []
    let away = 2
    const start = async (document: { documentId: string }) => {
      if (away-- > 0) throw new PipelineError('dependency_unavailable', 'away', { retryable: true })
      started.push(document.documentId)
      return true
    }
    const sweeper = startSweeper({ outbox: outbox(waiting), start, log, pollMs: 60_000 })
    await eventually('an empty outbox', () => waiting.length === 0)
    assert.equal(new Set(started).size, 120)
    assert.equal(started.length, 120)
    await sweeper.stop()
  })

  it('is woken by a call long before it would look by itself', async () => {
    const waiting: string[] = []
    const started: string[] = []
    const box = outbox(waiting)
    const start = async (document: { documentId: string }) => started.push(document.documentId) > 0
    const sweeper = startSweeper({ outbox: box, start, log, pollMs: 60_000 })
    waiting.push('late')
    box.call()
    await eventually('the start', () => started.includes('late'), 2_000)
    await sweeper.stop()
  })
})

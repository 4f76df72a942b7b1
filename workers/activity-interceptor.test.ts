import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Context } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'
import { MockActivityEnvironment } from '@temporalio/testing'
import { createLog } from '../adapters/log.ts'
import { PipelineError } from '../core/errors.ts'
import { activityInterceptor } from './activity-interceptor.ts'

/** Runs one attempt as the worker does; returns its log line beside the outcome. */
async function attempt(work: () => Promise<unknown>, onHeartbeat = () => {}) {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', (line) => lines.push(JSON.parse(line)))
  const environment = new MockActivityEnvironment({ attempt: 2, activityType: 'layout' })
  environment.on('heartbeat', onHeartbeat)
  const settled: { value?: unknown; error?: unknown } | undefined = await environment.run(async () => {
    const { inbound } = activityInterceptor(log)(Context.current())
    const next = inbound?.execute?.({ args: [{ documentId: 'd1', fileName: 'secret.pdf' }], headers: {} }, work)
    return next?.then(
      (value) => ({ value, error: undefined }),
      (error: unknown) => ({ value: undefined, error }),
    )
  })
  return { ...settled, line: lines[0] ?? {} }
}

describe('activity interceptor', () => {
  it('logs one line per attempt, with ids and time, without values', async () => {
    const { value, line } = await attempt(async () => 'done')
    assert.equal(value, 'done')
    assert.deepEqual([line.event, line.activity, line.documentId, line.attempt, line.outcome], ['activity', 'layout', 'd1', 2, 'done'])
    assert.equal(typeof line.ms, 'number')
    assert.equal(JSON.stringify(line).includes('secret'), false)
  })

  it('beats as long as the attempt runs, well within the time after which it is given up, and no longer', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] })
    let beats = 0
    await attempt(
      async () => t.mock.timers.tick(20_000), // the heartbeat time-out of workflows/proxies.ts
      () => beats++,
    )
    assert.equal(beats, 4)
    t.mock.timers.tick(60_000)
    assert.equal(beats, 4)
  })

  for (const retryable of [true, false]) {
    it(`keeps what the error says about trying again: ${retryable}`, async () => {
      const { error, line } = await attempt(async () => {
        throw new PipelineError('storage_full', 'No space left', { retryable })
      })
      assert.ok(error instanceof ApplicationFailure)
      assert.deepEqual([error.type, error.message, error.nonRetryable], ['storage_full', 'No space left', !retryable])
      assert.deepEqual([line.outcome, line.retryable], ['storage_full', retryable])
    })
  }

  it('tries an unknown error again and keeps its text out of the history and the log', async () => {
    const { error, line } = await attempt(async () => {
      throw new TypeError('cannot read INN 7707083893')
    })
    assert.ok(error instanceof ApplicationFailure)
    assert.deepEqual([error.type, error.nonRetryable], ['internal', false])
    assert.equal(`${error.message}${error.stack}${JSON.stringify(line)}`.includes('7707083893'), false)
    assert.match(String(line.at), /TypeError.*activity-interceptor\.test\.ts/)
  })
})

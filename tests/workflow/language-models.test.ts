import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { PipelineError } from '../../core/errors.ts'
import type { LlmOutcome } from '../../core/llm/llm-reading.ts'
import type { Activities } from '../../workers/activities/index.ts'
import { AUTO, blob, REVIEW, scriptedStages } from './scripted-stages.ts'
import { eventually } from './wait.ts'
import { startWorld, temporalBinary, type World } from './world.ts'

const executable = await temporalBinary()
const TWO = [
  { id: 'one', limitMs: 1_000 },
  { id: 'two', limitMs: 1_000 },
]
const dead = (retryable: boolean) => new PipelineError('dependency_unavailable', 'The language model did not answer.', { retryable })

describe('language models in the workflow', { skip: executable ? false : 'no Temporal server here; see `npm start`' }, () => {
  let world: World
  let withoutQueue: World
  before(async () => {
    world = await startWorld(executable as string, ['cpu', 'llm'])
    withoutQueue = await startWorld(executable as string, ['cpu'])
  })
  after(() => Promise.all([world.close(), withoutQueue.close()]))

  /** Runs one document; answers which providers were asked, and with what the extraction went on. */
  async function run(
    change: Partial<Activities>,
    { at = world, useLlm = true, llm = { patienceMs: 2_000 } as { patienceMs: number } | null } = {},
  ) {
    const asked: string[] = []
    let outcome: LlmOutcome | undefined
    const stages = scriptedStages({
      scores: [AUTO],
      planLlm: async () => TWO,
      ...change,
      askLlm: async (document, reading, part, provider) => {
        asked.push(provider.id)
        return change.askLlm ? change.askLlm(document, reading, part, provider) : blob('d')
      },
      extract: async (_document, _inspection, _reading, _part, given) => {
        outcome = given
        return blob('4')
      },
    })
    const started = performance.now()
    const running = await at.start(stages, llm ? { llm } : {}, { useLlm })
    const { status } = await running.outcome()
    return { asked, outcome, status, seconds: (performance.now() - started) / 1000 }
  }

  it('hand their reading to the extraction', async () => {
    const { asked, outcome, status } = await run({})
    assert.deepEqual([asked, outcome, status], [['one'], { asked: true, reading: blob('d') }, 'approved'])
  })

  it('a passing fault is tried once more, then the next one is asked', async () => {
    const { asked, outcome } = await run({
      askLlm: async (_d, _r, _p, { id }) => {
        if (id === 'one') throw dead(true)
        return blob('d')
      },
    })
    assert.deepEqual([asked, outcome?.reading], [['one', 'one', 'two'], blob('d')])
  })

  it('the day they are all dead, documents are approved and reviewed without', async () => {
    const { asked, outcome, status } = await run({
      askLlm: async () => {
        throw dead(false)
      },
    })
    assert.deepEqual([asked, outcome, status], [['one', 'two'], { asked: true, reading: null }, 'approved'])
    const reviewed = await world.start(
      scriptedStages({ scores: [REVIEW, REVIEW], planLlm: async () => TWO, askLlm: () => Promise.reject(dead(false)) }),
      { llm: { patienceMs: 2_000 } },
      { useLlm: true },
    )
    await eventually('review', () => reviewed.stages.events.some(({ kind }) => kind === 'review_requested'))
    await world.gateway.submitReview(
      reviewed.documentId,
      { kind: 'approve', reviewId: crypto.randomUUID(), actor: 'user-1', corrections: null },
      2,
    )
    assert.equal((await reviewed.outcome()).status, 'approved')
  })

  it('one that hangs costs its limit and no more', { timeout: 60_000 }, async () => {
    const { status, outcome, seconds } = await run({
      planLlm: async () => [{ id: 'one', limitMs: 100 }],
      // Longer than any limit; the worker gives up on it when the test ends.
      askLlm: () => new Promise((resolve) => setTimeout(() => resolve(blob('e')), 14_000).unref()),
    })
    assert.deepEqual([status, outcome], ['approved', { asked: true, reading: null }])
    assert.ok(seconds < 25, `${seconds} s`)
  })

  it('a second model that hangs, fails or answers changes nothing and holds up nobody', { timeout: 60_000 }, async () => {
    const shadow = { patienceMs: 2_000, shadow: { limitMs: 100 } }
    const asked: string[] = []
    const at = (name: string, work: () => Promise<void>) => ({ shadowLlm: () => (asked.push(name), work()) })
    const answered = await run(
      at('answers', async () => {}),
      { llm: shadow },
    )
    const failed = await run(
      at('fails', () => Promise.reject(dead(false))),
      { llm: shadow },
    )
    assert.deepEqual([answered.status, answered.outcome], ['approved', { asked: true, reading: blob('d') }])
    assert.deepEqual([failed.status, failed.outcome], ['approved', { asked: true, reading: blob('d') }])
    // The document is approved long before the second model's time is over.
    const stages = scriptedStages({
      scores: [AUTO],
      planLlm: async () => TWO,
      ...at('hangs', () => new Promise((resolve) => setTimeout(resolve, 14_000).unref())),
    })
    const running = await world.start(stages, { llm: shadow }, { useLlm: true })
    await eventually('approval', () => stages.events.some(({ kind }) => kind === 'approved'))
    assert.equal((await running.outcome()).status, 'approved')
    assert.deepEqual(asked, ['answers', 'fails', 'hangs'])
  })

  it('nobody serves their queue: the document waits its patience, then goes on', { timeout: 60_000 }, async () => {
    const { asked, status } = await run({}, { at: withoutQueue, llm: { patienceMs: 500 } })
    assert.deepEqual([asked, status], [[], 'approved'])
  })

  it('a plan that fails is no plan, and no document waits for it', async () => {
    const { asked, status } = await run({ planLlm: () => Promise.reject(new PipelineError('configuration', 'The file is gone')) })
    assert.deepEqual([asked, status], [[], 'approved'])
  })

  it('are not asked where they are switched off, for the installation or for the document', async () => {
    assert.deepEqual(await run({}, { llm: null }).then(({ asked, outcome }) => [asked, outcome]), [[], undefined])
    assert.deepEqual(await run({}, { useLlm: false }).then(({ asked, outcome }) => [asked, outcome]), [[], { asked: false, reading: null }])
  })
})

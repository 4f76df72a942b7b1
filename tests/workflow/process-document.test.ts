import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { WorkflowFailedError } from '@temporalio/client'
import { CancelledFailure } from '@temporalio/common'
import { PipelineError, refusal } from '../../core/errors.ts'
import { PROGRESS, type Progress } from '../../core/process-contract.ts'
import type { PageRange, ReviewDecision } from '../../core/stages.ts'
import { AUTO, BLOCKED, blob, page, REVIEW, scriptedStages, TWO_PEOPLE } from './scripted-stages.ts'
import { eventually } from './wait.ts'
import { PATIENT, type Running, startWorld, temporalBinary, type World } from './world.ts'

const executable = await temporalBinary()

describe('processDocument on a real server', { skip: executable ? false : 'no Temporal server here; see `npm start`' }, () => {
  let world: World
  before(async () => {
    world = await startWorld(executable as string)
  })
  after(() => world.close())

  const kinds = (run: Running) => run.stages.events.map(({ kind }) => kind)
  const inReview = (run: Running) => eventually('review requested', () => kinds(run).includes('review_requested'))
  const approve = (reviewId: string = randomUUID()): Exclude<ReviewDecision, { kind: 'deferred' }> => ({
    kind: 'approve',
    reviewId,
    actor: 'user-1',
    corrections: null,
  })
  const isConflict = (error: unknown) => error instanceof PipelineError && error.code === 'conflict'

  it('approves by itself what scores as auto', async () => {
    const run = await world.start(scriptedStages({ scores: [AUTO] }))
    const outcome = await run.outcome()
    assert.equal(outcome.status, 'approved')
    assert.equal(outcome.recordId, 'record-1')
    assert.deepEqual(kinds(run), ['processing_started', 'approved'])
  })

  it('answers an approval with the version that the journal committed', async () => {
    const run = await world.start(scriptedStages({ scores: [REVIEW, REVIEW] }))
    await inReview(run)
    const answer = await world.gateway.submitReview(run.documentId, approve(), 2)
    assert.deepEqual(answer, { status: 'approved', version: 3, blocking: 0 })
    assert.equal((await run.outcome()).status, 'approved')
    assert.equal(run.stages.events.at(-1)?.actor, 'user-1')
  })

  it('keeps a document with blocking findings in review, and takes the next round', async () => {
    const run = await world.start(scriptedStages({ scores: [BLOCKED, BLOCKED, REVIEW] }))
    await inReview(run)
    assert.deepEqual(await world.gateway.submitReview(run.documentId, approve(), 2), { status: 'review', version: 3, blocking: 2 })
    const corrected = { ...approve(), corrections: blob('c') }
    assert.deepEqual(await world.gateway.submitReview(run.documentId, corrected, 3), { status: 'approved', version: 4, blocking: 0 })
    assert.deepEqual(kinds(run), ['processing_started', 'review_requested', 'review_saved', 'approved'])
  })

  it('reads the document again as the type that a person names, and waits for people with what came of it', async () => {
    const extracted: string[] = []
    const validated: unknown[] = []
    const scored: unknown[] = []
    const stages = scriptedStages({
      extract: async (_document, _inspection, _reading, part) => blob(extracted.push(part.type) === 1 ? '4' : 'e'),
      validate: async (_document, part, extraction, corrections) => {
        validated.push([part.type, extraction.sha256[0], corrections?.sha256[0] ?? null])
        return blob('5')
      },
      score: async (_document, { reclassifiedFrom = null, parts }) => {
        scored.push([reclassifiedFrom, parts.map(({ type, typeConfidence }) => [type, typeConfidence])])
        // Without a question, and still nothing that a person has not seen: it is not approved by itself.
        return scored.length === 2 ? AUTO : REVIEW
      },
    })
    const run = await world.start(stages)
    await inReview(run)
    const said = { kind: 'reclassify', reviewId: randomUUID(), actor: 'user-1', type: 'contract', corrections: blob('c') } as const
    assert.deepEqual(await world.gateway.submitReview(run.documentId, said, 2), { status: 'processing', version: 3, blocking: 0 })
    await eventually('back at the desk', () => kinds(run).filter((kind) => kind === 'review_requested').length === 2)
    const progress = () => world.client.workflow.getHandle(run.workflowId).query<Progress>(PROGRESS)
    await eventually('open again', async () => (await progress()).waitingForReview)
    assert.deepEqual(extracted, ['invoice', 'contract'])
    assert.deepEqual(validated[1], ['contract', 'e', 'c'])
    assert.deepEqual(scored[1], ['invoice', [['contract', 1]]])
    const told = run.stages.events.find(({ kind }) => kind === 'reclassified')
    assert.deepEqual(
      [told?.status, told?.actor, told?.type, told?.corrections, told?.reason],
      ['processing', 'user-1', 'contract', blob('c'), { code: 'type_said', message: 'contract' }],
    )
    assert.equal((await world.gateway.submitReview(run.documentId, approve(), 4)).status, 'approved')
    assert.deepEqual(kinds(run), ['processing_started', 'review_requested', 'reclassified', 'review_requested', 'approved'])
  })

  it('asks both of two people again when the type was named in between', async () => {
    const run = await world.start(scriptedStages({ scores: [TWO_PEOPLE, TWO_PEOPLE, TWO_PEOPLE, TWO_PEOPLE, TWO_PEOPLE] }))
    await inReview(run)
    assert.equal((await world.gateway.submitReview(run.documentId, approve(), 2)).secondPerson, true)
    const said = { kind: 'reclassify', reviewId: randomUUID(), actor: 'user-2', type: 'contract', corrections: blob('c') } as const
    await world.gateway.submitReview(run.documentId, said, 3)
    const progress = () => world.client.workflow.getHandle(run.workflowId).query<Progress>(PROGRESS)
    await eventually('open again', async () => (await progress()).version === 5)
    assert.equal(
      (await world.gateway.submitReview(run.documentId, { ...approve(), actor: 'user-2' } as ReviewDecision as never, 5)).secondPerson,
      true,
    )
    assert.equal((await world.gateway.submitReview(run.documentId, approve(), 6)).status, 'approved')
  })

  it('rejects with the reason of the reviewer', async () => {
    const run = await world.start(scriptedStages({ scores: [REVIEW] }))
    await inReview(run)
    const reject = {
      kind: 'reject',
      reviewId: randomUUID(),
      actor: 'user-1',
      reason: 'not_ours',
      note: 'Addressed to a neighbour',
    } as const
    assert.deepEqual(await world.gateway.submitReview(run.documentId, reject, 2), { status: 'rejected', version: 3, blocking: 0 })
    assert.deepEqual(run.stages.events.at(-1)?.reason, { code: 'not_ours', message: 'Addressed to a neighbour' })
  })

  it('refuses a decision about another version and leaves the document as it was', async () => {
    const run = await world.start(scriptedStages({ scores: [REVIEW, REVIEW] }))
    await inReview(run)
    await assert.rejects(world.gateway.submitReview(run.documentId, approve(), 1), isConflict)
    assert.deepEqual(kinds(run), ['processing_started', 'review_requested'])
    assert.equal((await world.gateway.submitReview(run.documentId, approve(), 2)).status, 'approved')
  })

  it('answers the same decision twice with the same outcome, also after the end, and carries it out once', async () => {
    const run = await world.start(scriptedStages({ scores: [REVIEW, REVIEW] }))
    await inReview(run)
    const decision = approve()
    const [first, second] = await Promise.all([
      world.gateway.submitReview(run.documentId, decision, 2),
      world.gateway.submitReview(run.documentId, decision, 2),
    ])
    assert.deepEqual(first, second)
    await run.outcome()
    assert.deepEqual(await world.gateway.submitReview(run.documentId, decision, 2), first)
    assert.equal(kinds(run).filter((kind) => kind === 'approved').length, 1)
  })

  it('lets one of two simultaneous reviewers win and tells the other', async () => {
    const run = await world.start(scriptedStages({ scores: [REVIEW, REVIEW] }))
    await inReview(run)
    const both = await Promise.allSettled([
      world.gateway.submitReview(run.documentId, approve(), 2),
      world.gateway.submitReview(run.documentId, approve(), 2),
    ])
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
    const lost = both.find((each) => each.status === 'rejected')
    assert.ok(isConflict(lost?.reason), String(lost?.reason))
    assert.equal(kinds(run).filter((kind) => kind === 'approved').length, 1)
  })

  it('says that a closed or unknown document takes no decision', async () => {
    const run = await world.start(scriptedStages({ scores: [AUTO] }))
    await run.outcome()
    await assert.rejects(world.gateway.submitReview(run.documentId, approve(), 2), isConflict)
    await assert.rejects(world.gateway.submitReview(randomUUID(), approve(), 2), isConflict)
  })

  it('reminds, escalates and keeps waiting at the same version', async () => {
    const run = await world.start(scriptedStages({ scores: [REVIEW, REVIEW] }), { remindAfterMs: 300, escalateAfterMs: 900 })
    await eventually('escalation', () => kinds(run).includes('review_escalated'))
    assert.deepEqual(kinds(run), ['processing_started', 'review_requested', 'review_reminded', 'review_reminded', 'review_escalated'])
    const progress = await world.client.workflow.getHandle(run.workflowId).query<Progress>(PROGRESS)
    assert.deepEqual(progress, { waitingForReview: true, version: 2 })
    assert.equal((await world.gateway.submitReview(run.documentId, approve(), 2)).status, 'approved')
  })

  it('waits as long as the queue of the document says, and after a save only for the rest of it', async () => {
    const patience = [
      { remindAfterMs: 200, escalateAfterMs: 500 },
      { remindAfterMs: 200, escalateAfterMs: null },
    ]
    const stages = scriptedStages({ scores: [REVIEW, REVIEW, REVIEW] })
    const { journal } = stages
    const sent: unknown[] = []
    stages.journal = async (event) => {
      const { version } = await journal(event)
      if (event.kind !== 'review_requested' && event.kind !== 'review_saved') return { version }
      sent.push(event.patience)
      return { version, patience: patience[sent.length - 1]! }
    }
    const run = await world.start(stages)
    await eventually('escalation', () => kinds(run).includes('review_escalated'))
    assert.deepEqual(kinds(run).slice(2), ['review_reminded', 'review_reminded', 'review_escalated'])
    await world.gateway.submitReview(run.documentId, { kind: 'save', reviewId: randomUUID(), actor: 'user-1', corrections: blob('c') }, 2)
    assert.equal((await world.gateway.submitReview(run.documentId, approve(), 3)).status, 'approved')
    assert.equal(kinds(run).filter((kind) => kind === 'review_escalated').length, 1)
    // The queue is told what the installation would do, for documents that it says nothing about.
    assert.deepEqual(sent[0], { remindAfterMs: PATIENT.remindAfterMs, escalateAfterMs: PATIENT.escalateAfterMs })
  })

  it('waits anew when its due time is changed, and hears of it no more once it is decided', async () => {
    const run = await world.start(scriptedStages({ scores: [REVIEW, REVIEW] }))
    await eventually('the desk', () => kinds(run).includes('review_requested'))
    await world.gateway.waitAnew(run.documentId, { remindAfterMs: 100, escalateAfterMs: 250 })
    await eventually('escalation', () => kinds(run).includes('review_escalated'))
    assert.deepEqual(kinds(run).slice(2), ['review_reminded', 'review_reminded', 'review_escalated'])
    await world.gateway.waitAnew(run.documentId, { remindAfterMs: 100, escalateAfterMs: 100 })
    await eventually('another escalation', () => kinds(run).filter((kind) => kind === 'review_escalated').length === 2)
    const keys = run.stages.events.map(({ key }) => key)
    assert.equal(new Set(keys).size, keys.length, 'each has a key of its own')
    assert.equal((await world.gateway.submitReview(run.documentId, approve(), 2)).status, 'approved')
    await run.outcome()
    await world.gateway.waitAnew(run.documentId, { remindAfterMs: 100, escalateAfterMs: 100 })
    await world.gateway.waitAnew(randomUUID(), { remindAfterMs: 100, escalateAfterMs: 100 })
  })

  it('keeps the pages that can be read when one fails', async () => {
    let seen: readonly { readonly error: unknown }[] = []
    const stages = scriptedStages({
      scores: [REVIEW],
      pages: async () => ({ kind: 'paged', pages: [page(1, null), page(2, null)] }),
      ocr: async (_, { index }) => {
        if (index === 2) throw new PipelineError('too_large', 'The page is too large')
        return { words: blob('2') }
      },
      layout: async (_, pages) => {
        seen = pages
        return blob('3')
      },
    })
    const run = await world.start(stages)
    await inReview(run)
    assert.deepEqual(
      seen.map(({ error }) => error),
      [null, { code: 'too_large', message: 'The page is too large' }],
    )
  })

  it('refuses a file without retrying and writes the code', async () => {
    const run = await world.start(scriptedStages({ inspect: async () => refusal('password_required', 'Upload it without a password') }))
    const outcome = await run.outcome()
    assert.deepEqual([outcome.status, outcome.refusal?.code], ['rejected', 'password_required'])
    assert.deepEqual(kinds(run), ['processing_started', 'rejected'])
  })

  it('fails a document whose stage is broken for good, at the first attempt', async () => {
    let attempts = 0
    const extract = async () => {
      attempts++
      throw new PipelineError('blob_corrupt', 'The reading was damaged on disk')
    }
    const run = await world.start(scriptedStages({ extract }))
    const outcome = await run.outcome()
    assert.deepEqual([outcome.status, outcome.refusal?.code, attempts], ['failed', 'blob_corrupt', 1])
    assert.deepEqual(kinds(run), ['processing_started', 'failed'])
  })

  it('tries a stage again after an error that may pass', async () => {
    let attempts = 0
    const layout = async () => {
      attempts++
      if (attempts === 1) throw new PipelineError('storage_full', 'No space left', { retryable: true })
      return blob('3')
    }
    const run = await world.start(scriptedStages({ layout }))
    assert.equal((await run.outcome()).status, 'approved')
    assert.equal(attempts, 2)
  })

  it('reads on the cpu queue when nobody serves the GPU', { timeout: 60_000 }, async () => {
    const stages = scriptedStages({ pages: async () => ({ kind: 'paged', pages: [page(1, null)] }) })
    const run = await world.start(stages, { ocrQueue: 'ocr-gpu' })
    assert.equal((await run.outcome()).status, 'approved')
  })

  it('reads a long file in ranges and joins them; a range that cannot be opened is a hole, not the end', async () => {
    const ranges: PageRange[] = []
    const laidOut: { index: number; lost: boolean }[] = []
    let joined: readonly string[] = []
    const stages = scriptedStages({
      inspect: async () => ({ kind: 'accepted', format: 'pdf', mediaType: 'application/pdf', pageCount: 40, eInvoice: null, findings: [] }),
      async pages(_document, _inspection, range) {
        ranges.push(range)
        if (range.first === 17) return refusal('too_complex', 'Too much memory')
        return { kind: 'paged', pages: Array.from({ length: range.last - range.first + 1 }, (_, i) => page(range.first + i, null)) }
      },
      async layout(_document, pages) {
        laidOut.push(...pages.map(({ page, error }) => ({ index: page.index, lost: error?.code === 'too_complex' })))
        return blob(String(Math.ceil((pages[0]?.page.index ?? 0) / 16)))
      },
      async joinReadings(_document, readings) {
        joined = readings.map(({ sha256 }) => sha256.slice(0, 1))
        return blob('b')
      },
    })
    const run = await world.start(stages)
    assert.equal((await run.outcome()).status, 'approved')
    assert.deepEqual(
      ranges.map(({ first, last }) => `${first}-${last}`),
      ['1-16', '17-32', '33-40'],
    )
    assert.deepEqual(joined, ['1', '2', '3'], 'in the order of the file, whichever was ready first')
    assert.deepEqual(
      laidOut.toSorted((a, b) => a.index - b.index),
      Array.from({ length: 40 }, (_, i) => ({ index: i + 1, lost: i >= 16 && i < 32 })),
    )
  })

  it('reads each page of a step by itself when the step fails, so that one bad page costs no other', async () => {
    let seen: readonly { readonly page: { readonly index: number }; readonly error: unknown }[] = []
    const stages = scriptedStages({
      inspect: async () => ({ kind: 'accepted', format: 'pdf', mediaType: 'application/pdf', pageCount: 17, eInvoice: null, findings: [] }),
      pages: async (_document, _inspection, { first, last }) => ({
        kind: 'paged',
        pages: Array.from({ length: last - first + 1 }, (_, i) => page(first + i, null)),
      }),
      ocr: async (_document, { index }) => {
        if (index === 6) throw new PipelineError('too_large', 'The page is too large')
        return { words: blob('2') }
      },
      layout: async (_document, pages) => {
        seen = [...seen, ...pages]
        return blob('3')
      },
    })
    const run = await world.start(stages)
    assert.equal((await run.outcome()).status, 'approved')
    assert.deepEqual(
      seen.filter(({ error }) => error !== null).map((one) => [one.page.index, one.error]),
      [[6, { code: 'too_large', message: 'The page is too large' }]],
    )
    assert.equal(seen.length, 17)
  })

  it('tells how far a file of several pages is, and nothing about short ones', async () => {
    const told: { done: number; total: number }[] = []
    const stages = (pageCount: number) =>
      scriptedStages({
        inspect: async () => ({ kind: 'accepted', format: 'pdf', mediaType: 'application/pdf', pageCount, eInvoice: null, findings: [] }),
        pages: async (_document, _inspection, { first, last }) => ({
          kind: 'paged',
          pages: Array.from({ length: last - first + 1 }, (_, i) => page(first + i, null)),
        }),
        reportPages: async (_document, pages) => void told.push(pages),
      })
    await (await world.start(stages(4))).outcome()
    assert.equal(told.length, 0)
    await (await world.start(stages(50))).outcome()
    assert.ok(told.every(({ total }) => total === 50))
    const done = told.map((each) => each.done)
    assert.equal(done[0], 0)
    assert.ok(done.length > 1, 'more than the start is told')
    assert.deepEqual(
      done,
      [...new Set(done)].toSorted((a, b) => a - b),
    )
  })

  it('ends on cancellation without calling the document failed', async () => {
    const run = await world.start(scriptedStages({ scores: [REVIEW] }))
    await inReview(run)
    await world.gateway.cancel(run.documentId)
    await assert.rejects(run.outcome(), (error) => error instanceof WorkflowFailedError && error.cause instanceof CancelledFailure)
    assert.deepEqual(kinds(run), ['processing_started', 'review_requested'])
    await world.gateway.cancel(run.documentId)
  })

  it('leaves no readable file name in the store of Temporal', async () => {
    const run = await world.start(scriptedStages({ scores: [AUTO] }), {}, { fileName: 'CANARY-4711.pdf' })
    await run.outcome()
    const files = (await readdir(world.serverDir)).filter((name) => !name.endsWith('-journal'))
    assert.ok(files.includes('temporal.db'))
    for (const name of files) assert.equal((await readFile(join(world.serverDir, name))).includes('CANARY-4711'), false, name)
  })
})

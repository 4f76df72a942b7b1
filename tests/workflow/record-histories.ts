import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { remindersId } from '../../core/calendar/index.ts'
import { PipelineError, refusal } from '../../core/errors.ts'
import { PROGRESS, type Progress } from '../../core/process-contract.ts'
import type { ReviewDecision } from '../../core/stages.ts'
import { wakeReminders } from '../../temporal/date-reminders.ts'
import { AUTO, BLOCKED, blob, page, REVIEW, type ScriptedStages, scriptedStages, TWO_PEOPLE } from './scripted-stages.ts'
import { eventually } from './wait.ts'
import { type Running, startWorld, temporalBinary, type World } from './world.ts'

/**
 * Writes tests/histories/*.json anew: node --import ./cli/tsx-hook.ts tests/workflow/record-histories.ts [NAME…]
 * A recorded history stands for workflows that run in somebody's installation. When a change makes one red, the change is wrong,
 * or needs a patch marker; recording anew is for new cases only.
 */
const FOLDER = new URL('../histories/', import.meta.url)

interface Case {
  readonly stages: () => ScriptedStages
  readonly settings?: Parameters<World['start']>[1]
  readonly change?: Parameters<World['start']>[2]
  /** What people do while it runs. */
  readonly act?: (world: World, run: Running) => Promise<void>
}

const decide = (kind: 'approve' | 'save', corrections = blob('c')): Exclude<ReviewDecision, { kind: 'deferred' }> => ({
  kind,
  reviewId: randomUUID(),
  actor: 'user-1',
  corrections,
})
const shown = (run: Running, kind: string) => eventually(kind, () => run.stages.events.some((event) => event.kind === kind))

const CASES: Readonly<Record<string, Case>> = {
  auto: { stages: () => scriptedStages({ scores: [AUTO] }) },
  'ocr-three-pages': {
    stages: () => scriptedStages({ pages: async () => ({ kind: 'paged', pages: [1, 2, 3].map((index) => page(index, null)) }) }),
  },
  'gpu-fallback': {
    stages: () => scriptedStages({ pages: async () => ({ kind: 'paged', pages: [page(1, null)] }) }),
    settings: { ocrQueue: 'ocr-gpu' },
  },
  'page-failed': {
    stages: () =>
      scriptedStages({
        scores: [REVIEW, REVIEW],
        pages: async () => ({ kind: 'paged', pages: [page(1, null), page(2, null)] }),
        ocr: async (_, { index }) => {
          if (index === 2) throw new PipelineError('too_large', 'The page is too large')
          return { words: blob('2') }
        },
      }),
    act: async (world, run) => {
      await shown(run, 'review_requested')
      await world.gateway.submitReview(run.documentId, decide('approve'), 2)
    },
  },
  'stage-retried': {
    stages: () => {
      let attempts = 0
      return scriptedStages({
        layout: async () => {
          attempts++
          if (attempts === 1) throw new PipelineError('storage_full', 'No space left', { retryable: true })
          return blob('3')
        },
      })
    },
  },
  'review-approve': {
    stages: () => scriptedStages({ scores: [REVIEW, REVIEW] }),
    act: async (world, run) => {
      await shown(run, 'review_requested')
      await world.gateway.submitReview(run.documentId, decide('approve'), 2)
    },
  },
  'review-save-then-approve': {
    stages: () => scriptedStages({ scores: [BLOCKED, BLOCKED, REVIEW] }),
    act: async (world, run) => {
      await shown(run, 'review_requested')
      await world.gateway.submitReview(run.documentId, decide('save'), 2)
      await world.gateway.submitReview(run.documentId, decide('approve'), 3)
    },
  },
  'review-reminded-escalated': {
    stages: () => scriptedStages({ scores: [REVIEW, REVIEW] }),
    settings: { remindAfterMs: 400, escalateAfterMs: 1_000 },
    act: async (world, run) => {
      await shown(run, 'review_escalated')
      await world.gateway.submitReview(run.documentId, decide('approve'), 2)
    },
  },
  'second-person': {
    stages: () => scriptedStages({ scores: [TWO_PEOPLE, TWO_PEOPLE, TWO_PEOPLE] }),
    act: async (world, run) => {
      await shown(run, 'review_requested')
      await world.gateway.submitReview(run.documentId, decide('approve'), 2)
      await world.gateway.submitReview(run.documentId, { ...decide('approve'), actor: 'user-2' } as ReturnType<typeof decide>, 3)
    },
  },
  'waited-anew': {
    stages: () => scriptedStages({ scores: [REVIEW, REVIEW] }),
    act: async (world, run) => {
      // Its first timer runs by then, and is stopped.
      await eventually(
        'the desk',
        async () => (await world.client.workflow.getHandle(run.workflowId).query<Progress>(PROGRESS)).waitingForReview,
      )
      await world.gateway.waitAnew(run.documentId, { remindAfterMs: 500, escalateAfterMs: 800 })
      await shown(run, 'review_escalated')
      await world.gateway.submitReview(run.documentId, decide('approve'), 2)
    },
  },
  reclassified: {
    stages: () => scriptedStages({ scores: [REVIEW, REVIEW, REVIEW] }),
    act: async (world, run) => {
      await shown(run, 'review_requested')
      const said = { kind: 'reclassify', reviewId: randomUUID(), actor: 'user-1', type: 'contract', corrections: blob('c') } as const
      await world.gateway.submitReview(run.documentId, said, 2)
      await eventually('back at the desk', () => run.stages.events.filter(({ kind }) => kind === 'review_requested').length === 2)
      await world.gateway.submitReview(run.documentId, decide('approve'), 4)
    },
  },
  reject: {
    stages: () => scriptedStages({ scores: [REVIEW] }),
    act: async (world, run) => {
      await shown(run, 'review_requested')
      const reject = {
        kind: 'reject',
        reviewId: randomUUID(),
        actor: 'user-1',
        reason: 'not_ours',
        note: 'Addressed to a neighbour',
      } as const
      await world.gateway.submitReview(run.documentId, reject, 2)
    },
  },
  'llm-next-provider': {
    stages: () =>
      scriptedStages({
        planLlm: async () => [
          { id: 'one', limitMs: 1_000 },
          { id: 'two', limitMs: 1_000 },
        ],
        askLlm: async (_document, _reading, _part, { id }) => {
          if (id === 'one') throw new PipelineError('dependency_unavailable', 'The language model one did not answer.', { retryable: true })
          return blob('d')
        },
      }),
    settings: { llm: { patienceMs: 5_000 } },
    change: { useLlm: true },
  },
  'record-returned': {
    stages: () => scriptedStages({ scores: [AUTO, REVIEW] }),
    change: { run: 2, returned: { result: blob('6'), corrections: blob('c'), reason: 'Closed period' } },
    act: async (world, run) => {
      await shown(run, 'review_requested')
      await world.gateway.submitReview(run.documentId, decide('approve'), 2, 2)
    },
  },
  'llm-shadow': {
    stages: () =>
      scriptedStages({ scores: [REVIEW, REVIEW], planLlm: async () => [{ id: 'one', limitMs: 1_000 }], askLlm: async () => blob('d') }),
    settings: { llm: { patienceMs: 5_000, shadow: { limitMs: 1_000 } } },
    change: { useLlm: true },
    act: async (world, run) => {
      await shown(run, 'review_requested')
      await world.gateway.submitReview(run.documentId, decide('approve'), 2)
    },
  },
  refused: { stages: () => scriptedStages({ inspect: async () => refusal('password_required', 'Upload it without a password') }) },
  failed: {
    stages: () =>
      scriptedStages({
        extract: async () => {
          throw new PipelineError('blob_corrupt', 'The reading was damaged on disk')
        },
      }),
  },
  cancelled: {
    stages: () => scriptedStages({ scores: [REVIEW] }),
    act: async (world, run) => {
      await shown(run, 'review_requested')
      await world.gateway.cancel(run.documentId)
    },
  },
}

const executable = await temporalBinary()
if (!executable) throw new Error('No Temporal server here')
const wanted = process.argv.slice(2)
/** A reminder, a correction before the next one, and the end. */
const looks = [400, 3_600_000, null]
const reminders = { tellDates: async () => ({ againInMs: looks.shift() ?? null }) }
const world = await startWorld(executable, ['cpu', 'llm'], undefined, reminders)
await mkdir(FOLDER, { recursive: true })
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
for (const [name, { stages, settings, change, act }] of Object.entries(CASES)) {
  if (!isWanted(name)) continue
  const run = await world.start(stages(), settings, change)
  await act?.(world, run)
  await run.outcome().catch(() => {})
  await keep(name, run.workflowId)
}
if (isWanted('dates-reminded')) {
  const contract = { organisationId: 'organisation', documentId: randomUUID() }
  await wakeReminders(world.client, contract)
  await eventually('the second look', () => looks.length === 1)
  await wakeReminders(world.client, contract)
  await world.client.workflow.getHandle(remindersId(contract)).result()
  await keep('dates-reminded', remindersId(contract))
}
await world.close()

async function keep(name: string, workflowId: string): Promise<void> {
  const history = await world.client.workflow.getHandle(workflowId).fetchHistory()
  const text = portable(historyToJSON(history))
  await writeFile(new URL(`${name}.json`, FOLDER), text)
  console.log(`${name}: ${history.events?.length} events, ${text.length} characters`)
}

/** Without the recording machine's name and folders; one event per line, so that a diff can be read. */
function portable(text: string): string {
  const anonymous = text
    .replaceAll(fileURLToPath(new URL('../../', import.meta.url)), '/app/')
    .replaceAll(/[^\s"(]*\/node_modules\//g, '/app/node_modules/') // may stand elsewhere, behind a link
    .replaceAll(/"identity":\s*"[^"]*"/g, '"identity":"recorder"')
    .replaceAll(/"name":\s*"\d+@[^"]*"/g, '"name":"recorder"') // the sticky queue
  const { events } = JSON.parse(anonymous) as { events: readonly unknown[] }
  return `{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`
}

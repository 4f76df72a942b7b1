import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker'
import type { Log } from '../adapters/log.ts'
import type { DateReminders } from '../core/calendar/index.ts'
import type { LanguageModelChecks } from '../core/llm/check-models.ts'
import type { TemporalAt } from '../temporal/client.ts'
import { createCodec } from '../temporal/codec.ts'
import type { Queue } from '../temporal/queues.ts'
import type { Activities } from './activities/index.ts'
import { activityInterceptor } from './activity-interceptor.ts'
import { workflowBundle } from './workflow-bundle.ts'

export interface WorkerSetup {
  readonly temporal: TemporalAt
  readonly queues: readonly Queue[]
  readonly activities: Activities
  /** Of language models, where there are any. */
  readonly checks?: LanguageModelChecks | undefined
  readonly reminders?: DateReminders | undefined
  /** Where the bundled workflow code is kept. */
  readonly cacheDir: string
  readonly log: Log
}

export interface RunningWorker {
  /** Resolves after `stop`, rejects when a worker dies. */
  readonly ended: Promise<void>
  /** Takes no new work and lets running attempts end, 30 s at most; what is left is tried again elsewhere. */
  stop(): void
}

const DRAIN = '30 seconds'

/** Serves the queues until stopped. Resolves when the workers poll. */
export async function startWorker({ temporal, queues, activities, checks, reminders, cacheDir, log }: WorkerSetup): Promise<RunningWorker> {
  installRuntime(log)
  const connection = await NativeConnection.connect({ address: temporal.address })
  const bundle = queues.includes('cpu') ? await workflowBundle(join(cacheDir, 'workflows')) : null
  const workers = await Promise.all(
    queues.map((queue) =>
      Worker.create({
        connection,
        namespace: temporal.namespace,
        taskQueue: queue,
        dataConverter: { payloadCodecs: [createCodec(temporal.masterKey)] },
        interceptors: { activity: [activityInterceptor(log)] },
        shutdownGraceTime: DRAIN,
        shutdownForceTime: '35 seconds',
        ...shareOf(queue, { ...activities, ...reminders }, checks, bundle),
      }),
    ),
  )
  const stop = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown()
  }
  const running = Promise.all(workers.map((worker) => worker.run()))
  // One queue's end is the end of the process: a worker that serves half of its queues would not be noticed.
  running.catch(stop)
  const ended = running.then(() => {}).finally(() => connection.close())
  ended.catch(() => {})
  return { ended, stop }
}

/** What each queue runs, and how much at once. */
function shareOf(
  queue: Queue,
  activities: Activities,
  checks: LanguageModelChecks | undefined,
  bundlePath: string | null,
): Partial<WorkerOptions> {
  const { ocr, ocrPages, askLlm, shadowLlm } = activities
  switch (queue) {
    case 'cpu':
      return {
        activities: { ...activities, ...(checks && { planModelChecks: checks.planModelChecks }) },
        ...(bundlePath === null ? {} : { workflowBundle: { codePath: bundlePath } }),
        // Computing beyond the cores only makes everything late; two more let the short database steps pass.
        maxConcurrentActivityTaskExecutions: availableParallelism() + 2,
        maxConcurrentWorkflowTaskExecutions: 8,
        maxCachedWorkflows: 200,
      }
    case 'ocr-gpu':
      return { activities: { ocr, ocrPages }, maxConcurrentActivityTaskExecutions: 1 }
    case 'llm':
      // The providers' own limits are kept by the adapter; here only waiting costs.
      return {
        activities: { askLlm, shadowLlm, ...(checks && { checkModel: checks.checkModel }) },
        maxConcurrentActivityTaskExecutions: 16,
      }
  }
}

let installed = false

/** The SDK's native part is one per process. Signals are ours to handle: the order of stopping matters. */
function installRuntime(log: Log): void {
  if (installed) return
  installed = true
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    const facts = { message, workflowId: textOf(meta?.workflowId), activity: textOf(meta?.activityType) }
    if (level === 'ERROR') log.error('temporal', facts)
    else log.warn('temporal', facts)
  })
  Runtime.install({ logger, shutdownSignals: [] })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

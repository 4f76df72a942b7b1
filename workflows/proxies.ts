import {
  ActivityFailure,
  type ActivityOptions,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  TimeoutFailure,
} from '@temporalio/workflow'
import type { PlannedProvider } from '../core/llm/llm-reading.ts'
import type { ProcessSettings } from '../core/process-contract.ts'
import type { Activities } from '../workers/activities/index.ts'

/**
 * Every attempt heartbeats by itself (workers/activity-interceptor.ts), so a killed worker is noticed within this time, however long the stage may run.
 * Long enough for a busy event loop, short enough that a document settles within two minutes of a kill.
 */
const HEARTBEAT = '20 seconds'

/** Reading and computing: what fails four times will not get better by itself, a person has to look. */
const COMPUTE: ActivityOptions = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '1 second', backoffCoefficient: 3, maximumInterval: '1 minute', maximumAttempts: 4 },
}

/** Postgres: the document is done when this is written, so it is tried until the database is back. */
const RECORD: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
}

/** The CPU is the second attempt of the GPU; a report that is lost is followed by the next. */
const ONCE = { maximumAttempts: 1 }

/** Deciding whom to ask: one look at the database. A document does not wait long for it. */
const PLAN: ActivityOptions = { startToCloseTimeout: '10 seconds', scheduleToCloseTimeout: '30 seconds', retry: { maximumAttempts: 2 } }

/** The first try and one more: with the one repair inside a try, a provider hears no question more than three times. */
const ASK_TRIES = 2
const ASK_MARGIN_MS = 10_000 // beyond the provider's own limit: starting, storing, the pause between the tries

const SHADOW_PATIENCE = '10 minutes' // no document waits for it

/** Lower goes first; 3 is the server's default. A reviewer waits for these, an upload can wait. */
const URGENT = { priorityKey: 1 }

/** The stages as activities: which queue, how long, how often. Which errors are final is said by the error itself (`retryable`). */
export function stagesFor(settings: ProcessSettings): Activities {
  const compute = proxyActivities<Activities>({ taskQueue: 'cpu', ...COMPUTE })
  const record = proxyActivities<Activities>({ taskQueue: 'cpu', priority: URGENT, ...RECORD })
  const prompt = proxyActivities<Activities>({ taskQueue: 'cpu', priority: URGENT, ...COMPUTE })
  const gpu = proxyActivities<Activities>({ taskQueue: 'ocr-gpu', scheduleToStartTimeout: settings.gpuPatienceMs, ...COMPUTE, retry: ONCE })
  const report = proxyActivities<Activities>({ taskQueue: 'cpu', priority: URGENT, ...RECORD, retry: ONCE })
  const { inspect, takeUp, openPart, pages, layout, joinReadings, classify, extract } = compute
  // Short, and the steps after a review.
  const { validate, score } = prompt
  const { journal, splitOff, publish, deliver } = record
  const { reportPages } = report
  const { planLlm } = proxyActivities<Activities>({ taskQueue: 'cpu', ...PLAN })
  const patienceMs = settings.llm?.patienceMs ?? 0
  const askLlm: Activities['askLlm'] = (document, reading, part, provider) =>
    asking(provider, patienceMs).askLlm(document, reading, part, provider)
  const { shadowLlm } = proxyActivities<Activities>({
    taskQueue: 'llm',
    scheduleToStartTimeout: SHADOW_PATIENCE,
    startToCloseTimeout: (settings.llm?.shadow?.limitMs ?? 0) + ASK_MARGIN_MS,
    heartbeatTimeout: HEARTBEAT,
    retry: ONCE,
  })
  let served = settings.ocrQueue === 'ocr-gpu'
  const gpuFirst = <Input extends readonly unknown[], Output>(
    onGpu: (...input: Input) => Promise<Output>,
    onCpu: (...input: Input) => Promise<Output>,
  ) => {
    return async (...input: Input): Promise<Output> => {
      if (!served) return onCpu(...input)
      try {
        return await onGpu(...input)
      } catch (error) {
        if (isCancellation(error)) throw error
        // Waiting again for every page would cost each its patience: the rest of this document stays on the CPU.
        if (unserved(error)) served = false
        return onCpu(...input)
      }
    }
  }
  const ocr = gpuFirst(gpu.ocr, compute.ocr)
  const ocrPages = gpuFirst(gpu.ocrPages, compute.ocrPages)
  return {
    inspect,
    takeUp,
    openPart,
    pages,
    ocr,
    ocrPages,
    layout,
    joinReadings,
    classify,
    splitOff,
    planLlm,
    askLlm,
    shadowLlm,
    extract,
    validate,
    score,
    journal,
    reportPages,
    publish,
    deliver,
  }
}

/** However dead a provider is, its whole time is limited here, whatever the worker does. */
function asking({ limitMs }: PlannedProvider, patienceMs: number): Activities {
  return proxyActivities<Activities>({
    taskQueue: 'llm',
    scheduleToStartTimeout: patienceMs,
    startToCloseTimeout: limitMs + ASK_MARGIN_MS,
    scheduleToCloseTimeout: patienceMs + limitMs + ASK_MARGIN_MS,
    heartbeatTimeout: HEARTBEAT,
    retry: { initialInterval: '1 second', maximumAttempts: ASK_TRIES },
  })
}

/** Nobody took the step in time, or the worker that did has no engine to do it with. A worker that was lost in mid-work says nothing of the others. */
function unserved(error: unknown): boolean {
  const cause = error instanceof ActivityFailure ? error.cause : undefined
  if (cause instanceof TimeoutFailure) return cause.timeoutType === 'SCHEDULE_TO_START'
  return cause instanceof ApplicationFailure && cause.type === 'dependency_unavailable'
}

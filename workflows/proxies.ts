import { ActivityFailure, type ActivityOptions, proxyActivities, TimeoutFailure } from '@temporalio/workflow'
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

/** Lower goes first; 3 is the server's default. A reviewer waits for these, an upload can wait. */
const URGENT = { priorityKey: 1 }

/** The stages as activities: which queue, how long, how often. Which errors are final is said by the error itself (`retryable`). */
export function stagesFor(settings: ProcessSettings): Activities {
  const compute = proxyActivities<Activities>({ taskQueue: 'cpu', ...COMPUTE })
  const record = proxyActivities<Activities>({ taskQueue: 'cpu', priority: URGENT, ...RECORD })
  const prompt = proxyActivities<Activities>({ taskQueue: 'cpu', priority: URGENT, ...COMPUTE })
  const gpu = proxyActivities<Activities>({ taskQueue: 'ocr-gpu', scheduleToStartTimeout: settings.gpuPatienceMs, ...COMPUTE })
  const { inspect, pages, layout, joinReadings, classify, extract } = compute
  // Short, and the steps after a review.
  const { validate, score } = prompt
  const { journal, publish, deliver } = record
  let queue = settings.ocrQueue
  const ocr: Activities['ocr'] = async (document, page) => {
    if (queue === 'cpu') return compute.ocr(document, page)
    try {
      return await gpu.ocr(document, page)
    } catch (error) {
      if (!timedOut(error)) throw error
      // Waiting again for every page would cost each its patience: the rest of this document stays on the CPU.
      queue = 'cpu'
      return compute.ocr(document, page)
    }
  }
  return { inspect, pages, ocr, layout, joinReadings, classify, extract, validate, score, journal, publish, deliver }
}

/** Nobody serves the queue, or its worker was lost in every attempt. */
function timedOut(error: unknown): boolean {
  return error instanceof ActivityFailure && error.cause instanceof TimeoutFailure
}

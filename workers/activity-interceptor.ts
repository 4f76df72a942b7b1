import type { Context } from '@temporalio/activity'
import { ApplicationFailure, CancelledFailure } from '@temporalio/common'
import type { ActivityExecuteInput, ActivityInterceptorsFactory } from '@temporalio/worker'
import type { Log } from '../adapters/log.ts'
import { PipelineError } from '../core/errors.ts'

/** A quarter of the heartbeat time-out in workflows/proxies.ts. */
const HEARTBEAT_MS = 5_000

/**
 * Around every activity attempt: a heartbeat as long as it runs, errors turned into workflow failures (the one place for it),
 * and one log line. `retryable` was decided where the error arose.
 */
export function activityInterceptor(log: Log): ActivityInterceptorsFactory {
  return (context) => ({
    inbound: {
      async execute(input, next) {
        const started = performance.now()
        const beating = setInterval(() => context.heartbeat(), HEARTBEAT_MS)
        try {
          const result = await next(input)
          log.info('activity', { ...facts(context, input, started), outcome: 'done' })
          return result
        } catch (error) {
          const failure = asFailure(error)
          const outcome = failure instanceof ApplicationFailure ? (failure.type ?? 'internal') : 'cancelled'
          const retryable = failure instanceof ApplicationFailure && !failure.nonRetryable
          const at = failure instanceof ApplicationFailure && failure.type === 'internal' ? stackOf(error) : undefined
          log.warn('activity', { ...facts(context, input, started), outcome, retryable, at })
          throw failure
        } finally {
          clearInterval(beating)
        }
      },
    },
  })
}

/** Unknown errors may be passing (a dropped connection), so they are tried again; their text stays in our log, out of the workflow's history. */
export function asFailure(error: unknown): ApplicationFailure | CancelledFailure {
  if (error instanceof CancelledFailure || error instanceof ApplicationFailure) return error
  if (error instanceof PipelineError) {
    return ApplicationFailure.create({ type: error.code, message: error.message, nonRetryable: !error.retryable, details: [error.details] })
  }
  return ApplicationFailure.create({
    type: 'internal',
    message: 'The step failed by an error of the program; see the log',
    nonRetryable: false,
  })
}

function facts(context: Context, input: ActivityExecuteInput, started: number) {
  const { info } = context
  return {
    activity: info.activityType,
    documentId: documentIdOf(input.args[0]),
    workflowId: info.workflowExecution?.workflowId,
    attempt: info.attempt,
    ms: Math.round(performance.now() - started),
  }
}

/** Every stage's first argument names the document. */
function documentIdOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('documentId' in argument)) return undefined
  return String(argument.documentId)
}

/** Name, code and the first place in our own code. The message is left out: it may quote a document. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const place = error.stack?.split('\n').find((line) => line.includes('file:') && !line.includes('node_modules'))
  return `${error.name}${code}${place ? ` ${place.trim()}` : ''}`
}

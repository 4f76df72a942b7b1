import { PipelineError } from '../../core/errors.ts'

/** The work's result, or PipelineError `timeout` once `timeoutMs` have passed or the signal says stop. The work itself is the caller's to end. */
export async function within<T>(work: Promise<T>, timeoutMs: number, signal?: AbortSignal): Promise<T> {
  work.catch(() => {}) // how it ends is nobody's news once the limit has passed
  let stop = () => {}
  let timer: NodeJS.Timeout | undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new PipelineError('timeout', 'Reading the page took too long or was cancelled.', { retryable: true }))
    timer = setTimeout(stop, timeoutMs)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

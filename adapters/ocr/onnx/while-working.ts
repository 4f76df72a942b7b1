import { within } from '../within.ts'
import type { ReadingProcess } from './reading-process.ts'

export interface Patience {
  /** Processor time for one answer. */
  readonly timeoutMs: number
  /** A process that has used no processor time for so long hangs; null: it may have to wait for others. */
  readonly stillMs: number | null
}

const WATCH_MS = 250
const WORKING_MS = 30 // processor time that shows it
/** A machine that is busy with other work makes no page harder: it gets this much of the clock. */
const PATIENCE = 3

/**
 * The answer of a process, as long as it works on it. Told by its processor time, so that other work on the machine is no reason to give a page up; where the
 * system does not tell it, by the clock. Throws PipelineError `timeout`, also once `until` says stop; the process is the caller's to end.
 */
export async function whileWorking<T>(
  work: Promise<T>,
  process: Pick<ReadingProcess, 'processorMs'>,
  { timeoutMs, stillMs }: Patience,
  until: AbortSignal,
): Promise<T> {
  const began = process.processorMs()
  if (began === null) return within(work, timeoutMs, until)
  const over = new AbortController()
  let seen = { used: began, at: performance.now() }
  const watch = setInterval(() => {
    const used = process.processorMs() ?? seen.used
    const now = performance.now()
    if (used - seen.used >= WORKING_MS) seen = { used, at: now }
    if (used - began > timeoutMs || (stillMs !== null && now - seen.at > stillMs)) over.abort()
  }, WATCH_MS)
  try {
    return await within(work, PATIENCE * timeoutMs, AbortSignal.any([until, over.signal]))
  } finally {
    clearInterval(watch)
  }
}

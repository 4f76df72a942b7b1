import { Worker } from 'node:worker_threads'
import { PipelineError } from '../../core/errors.ts'
import type { Marks, PageMarks } from './page-marks.ts'

export type { Marks, PageMarks } from './page-marks.ts'

interface Waiting {
  readonly resolve: (marks: Marks) => void
  readonly reject: (error: Error) => void
}

type Answer = { readonly id: number; readonly marks: Marks } | { readonly id: number; readonly failed: string }

/** One thread, started on the first page and again after a crash. */
export function createPageMarks(): PageMarks {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, Waiting>()

  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
    const lost = (cause?: unknown) => {
      if (worker === started) worker = null
      for (const { reject } of waiting.values())
        reject(new PipelineError('internal', 'The search for codes on the page stopped.', { retryable: true, cause }))
      waiting.clear()
    }
    started.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) started.unref()
      if ('marks' in answer) asked?.resolve(answer.marks)
      else asked?.reject(new PipelineError('internal', 'The page image could not be searched for codes.', { cause: answer.failed }))
    })
    started.on('error', lost)
    started.on('exit', () => lost())
    return started
  }

  return {
    find(image) {
      worker ??= start()
      worker.ref()
      const id = ++last
      const thread = worker
      return new Promise<Marks>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        thread.postMessage({ id, image })
      })
    },
    async close() {
      const running = worker
      worker = null
      await running?.terminate()
    },
  }
}

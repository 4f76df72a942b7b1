import { createRequire } from 'node:module'
import { createWorker, PSM, type Worker } from 'tesseract.js'
import { PipelineError } from '../../core/errors.ts'
import { createSlots } from '../slots.ts'
import { within } from './within.ts'

export interface PoolOptions {
  readonly languages: readonly string[]
  /** Folder with plain `<language>.traineddata`. */
  readonly dataDir: string
  readonly size: number
  readonly timeoutMs: number
  /** Whole pages with layout, or images of one line each. */
  readonly reads: 'pages' | 'lines'
}

export interface ReadWord {
  readonly text: string
  /** 0..100 as Tesseract gives it. */
  readonly confidence: number
  /** Pixels. */
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
}

export interface Pool {
  read(image: Uint8Array, signal?: AbortSignal): Promise<readonly ReadWord[]>
  close(): Promise<void>
}

// The WebAssembly heap only grows.
const READS_PER_WORKER = { pages: 200, lines: 20_000 } as const

/** Bounded pool of tesseract.js workers (each a thread with its own WebAssembly memory), started when the first pages come. */
export function createPool(options: PoolOptions): Pool {
  const slots = createSlots(options.size)
  const idle: { worker: Worker; pages: number }[] = []
  let closed = false

  return {
    read: (png, signal) =>
      slots.run(async () => {
        signal?.throwIfAborted()
        const { worker, pages } = idle.pop() ?? { worker: await start(options), pages: 0 }
        try {
          const words = await recognise(worker, png, options.timeoutMs, signal)
          if (closed || pages + 1 >= READS_PER_WORKER[options.reads]) await worker.terminate()
          else idle.push({ worker, pages: pages + 1 })
          return words
        } catch (error) {
          await worker.terminate()
          throw error
        }
      }),
    async close() {
      closed = true
      await Promise.all(idle.splice(0).map(({ worker }) => worker.terminate()))
    },
  }
}

export function tesseractVersion(): string {
  return (createRequire(import.meta.url)('tesseract.js/package.json') as { version: string }).version
}

/** Without `langPath` and `errorHandler` a missing file would end the whole process from inside the library. */
async function start({ languages, dataDir, reads }: PoolOptions): Promise<Worker> {
  try {
    const worker = await createWorker([...languages], 1, { langPath: dataDir, gzip: false, cacheMethod: 'none', errorHandler: () => {} })
    // Tesseract's own remarks about tiny boxes are nobody's news; the parameter is Tesseract's, not in the library's list.
    await worker.setParameters({ debug_file: '/dev/null' } as Parameters<Worker['setParameters']>[0])
    if (reads === 'lines') await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE })
    return worker
  } catch (error) {
    throw new PipelineError('dependency_unavailable', `The OCR engine does not start with ${languages.join('+')}.`, {
      retryable: true,
      cause: error,
    })
  }
}

async function recognise(worker: Worker, png: Uint8Array, timeoutMs: number, signal?: AbortSignal): Promise<readonly ReadWord[]> {
  const { data } = await within(worker.recognize(Buffer.from(png), {}, { blocks: true, text: false }), timeoutMs, signal)
  return (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((p) => p.lines.flatMap((line) => line.words)))
}

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { familyUse } from './process-family.ts'

const Answer = z.object({ lines: z.array(z.string()), engine: z.string().nullish() })

export type PageRead = z.infer<typeof Answer>

export interface EngineRun {
  /** In the order of the images. */
  readonly pages: readonly PageRead[]
  /** For all pages after the cold start, by the clock. */
  readonly seconds: number
  /** The same as processor time of the process and its children: tells more than the clock where other work runs beside. */
  readonly cpuSeconds: number
  /** From the start of the process to the first page, seconds. */
  readonly coldSeconds: number
  readonly coldCpuSeconds: number
  /** Largest sum of resident memory of the process and all its children, MiB. */
  readonly peakMb: number
}

const SAMPLE_MS = 100

export interface EngineLimits {
  /** The only processors it may use, as `taskset -c` takes them. */
  readonly cores: string
  /** Images given at once to an engine that reads several side by side; 1 for one that divides each page's work by itself. */
  readonly together: number
  readonly environment: Readonly<Record<string, string>>
}

/**
 * Lets one engine read images in a process of its own: image paths on its stdin, several that it may read side by side on one line with tabs between
 * them, and for each image one Answer as JSON a line on its stdout, in that order. The first image is read twice, and the first time counts as the
 * cold start alone. Errors: an Error when the process ends early, with the end of its stderr.
 */
export async function runEngine(
  command: readonly string[],
  images: readonly string[],
  { cores, together, environment }: EngineLimits,
): Promise<EngineRun> {
  const started = performance.now()
  const child = spawn('taskset', ['-c', cores, ...command], { stdio: 'pipe', env: { ...process.env, ...environment } })
  let complaints = ''
  child.stderr.on('data', (data) => {
    complaints = (complaints + data).slice(-2000)
  })
  const use = () => familyUse(child.pid ?? -1)
  let peakMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, use().residentMb)
  }, SAMPLE_MS)
  try {
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const read = async (some: readonly string[]): Promise<readonly PageRead[]> => {
      child.stdin.write(`${some.join('\t')}\n`)
      const read: PageRead[] = []
      for (const image of some) {
        const { value, done } = await answers.next()
        if (done) throw new Error(`${command[0]} ended early on ${image}\n${complaints}`)
        read.push(Answer.parse(JSON.parse(value)))
      }
      return read
    }
    const first = images.slice(0, 1)
    if (first.length === 0) return { pages: [], seconds: 0, cpuSeconds: 0, coldSeconds: 0, coldCpuSeconds: 0, peakMb: 0 }
    await read(first)
    const [warm, coldCpuSeconds] = [performance.now(), use().cpuSeconds]
    const pages: PageRead[] = []
    for (let at = 0; at < images.length; at += together) pages.push(...(await read(images.slice(at, at + together))))
    return {
      pages,
      seconds: (performance.now() - warm) / 1000,
      cpuSeconds: use().cpuSeconds - coldCpuSeconds,
      coldSeconds: (warm - started) / 1000,
      coldCpuSeconds,
      peakMb: Math.round(peakMb),
    }
  } finally {
    clearInterval(watch)
    child.stdin.end()
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
  }
}

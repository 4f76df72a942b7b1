import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { familyUse } from './process-family.ts'

const Answer = z.object({ seconds: z.number(), lines: z.array(z.string()), engine: z.string().nullish() })

export interface PageRead extends z.infer<typeof Answer> {
  /** Processor time of the process and its children for this page: tells more than the clock where other work runs beside. */
  readonly cpuSeconds: number
}

export interface EngineRun {
  readonly pages: readonly PageRead[]
  /** From the start of the process to the first page, seconds. */
  readonly coldSeconds: number
  readonly coldCpuSeconds: number
  /** Largest sum of resident memory of the process and all its children, MiB. */
  readonly peakMb: number
}

const SAMPLE_MS = 100

/**
 * Lets one engine read images one after the other in a process of its own: image paths on its stdin, one Answer as JSON a line on its
 * stdout. The first image is read twice, and the first time counts as the cold start alone. `cores`: the only processors it may use.
 * Errors: an Error when the process ends early, with the end of its stderr.
 */
export async function runEngine(
  command: readonly string[],
  images: readonly string[],
  { cores, environment }: { readonly cores: string; readonly environment: Readonly<Record<string, string>> },
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
    const read = async (image: string) => {
      const before = use().cpuSeconds
      child.stdin.write(`${image}\n`)
      const { value, done } = await answers.next()
      if (done) throw new Error(`${command[0]} ended early on ${image}\n${complaints}`)
      return { ...Answer.parse(JSON.parse(value)), cpuSeconds: use().cpuSeconds - before }
    }
    const [first] = images
    if (first === undefined) return { pages: [], coldSeconds: 0, coldCpuSeconds: 0, peakMb: 0 }
    await read(first)
    const [coldSeconds, coldCpuSeconds] = [(performance.now() - started) / 1000, use().cpuSeconds]
    const pages: PageRead[] = []
    for (const image of images) pages.push(await read(image))
    return { pages, coldSeconds, coldCpuSeconds, peakMb: Math.round(peakMb) }
  } finally {
    clearInterval(watch)
    child.stdin.end()
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const PageRead = z.object({ seconds: z.number(), lines: z.array(z.string()), engine: z.string().nullish() })
export type PageRead = z.infer<typeof PageRead>

export interface EngineRun {
  readonly pages: readonly PageRead[]
  /** From the start of the process to the first page, seconds. */
  readonly coldSeconds: number
  /** Largest sum of resident memory of the process and all its children, sampled every 50 ms, MiB. */
  readonly peakMb: number
}

/**
 * Lets one engine read images one after the other in a process of its own: image paths on its stdin, one PageRead as JSON a line on its
 * stdout. `cores`: the only processors it may use. Errors: an Error when the process ends early, with the end of its stderr.
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
  let peakMb = 0
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(child))
  }, 50)
  try {
    const pages: PageRead[] = []
    let coldSeconds = 0
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    for (const image of images) {
      child.stdin.write(`${image}\n`)
      const { value, done } = await answers.next()
      if (done) throw new Error(`${command[0]} ended early on ${image}\n${complaints}`)
      if (pages.length === 0) coldSeconds = (performance.now() - started) / 1000
      pages.push(PageRead.parse(JSON.parse(value)))
    }
    return { pages, coldSeconds, peakMb: Math.round(peakMb) }
  } finally {
    clearInterval(watch)
    child.stdin.end()
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
  }
}

/** Linux only: the benchmark's machine has /proc. */
function residentMb(child: ChildProcess): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(field(`/proc/${name}/status`, 'PPid')))
  }
  const family = new Set([child.pid ?? -1])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  return [...family].reduce((sum, pid) => sum + Number(field(`/proc/${pid}/status`, 'VmRSS')) / 1024, 0)
}

function field(file: string, name: string): string {
  try {
    return new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? '0'
  } catch {
    return '0'
  }
}

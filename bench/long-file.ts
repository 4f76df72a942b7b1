// Memory over time while one long file is read in one process: the process itself and the child that parses PDFs, sampled from outside.
// Usage: npm run bench:long -- [--pages 2000] [--kind text|table|scan] [--seed 1] [--file FILE] [--every 0.2]; writes JSON. `slopeMb`: MiB more per 1,000 pages,
// least squares over the samples behind the first fifth of the pages.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { LONG_KINDS, longInvoice } from './long-pdf.ts'
import { cpuSeconds, descendantsOf, residentMb } from './process-memory.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    kind: { type: 'string', default: 'text' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string' },
    every: { type: 'string', default: '0.2' },
  },
})
const dir = await mkdtemp(join(tmpdir(), 'docket-long-'))
try {
  const file = values.file ?? join(dir, 'long.pdf')
  if (!values.file)
    await writeFile(file, await longInvoice(Number(values.pages), LONG_KINDS.find((kind) => kind === values.kind) ?? 'text', values.seed))
  process.stdout.write(`${JSON.stringify(await measure(file), null, 2)}\n`)
} finally {
  await rm(dir, { recursive: true, force: true })
}

interface Sample {
  readonly pages: number
  readonly stage: string
  readonly parentMb: number
  readonly childrenMb: number
}

async function measure(file: string) {
  const command = ['--disable-warning=ExperimentalWarning', '--import', './cli/tsx-hook.ts', 'bench/long-file-reader.ts', file]
  const started = performance.now()
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = child.pid!
  const samples: Sample[] = []
  const cpu = new Map<number, number>()
  let [pages, stage] = [0, 'start']
  let summary: unknown = null
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = JSON.parse(line) as { pages?: number; stage?: string; summary?: unknown }
    pages = told.pages ?? pages
    stage = told.stage ?? stage
    summary = told.summary ?? summary
  })
  const watch = setInterval(() => {
    const below = descendantsOf(pid)
    for (const each of [pid, ...below]) cpu.set(each, cpuSeconds(each) || (cpu.get(each) ?? 0))
    samples.push({ pages, stage, parentMb: residentMb(pid), childrenMb: below.reduce((sum, each) => sum + residentMb(each), 0) })
  }, Number(values.every) * 1000)
  const code = await new Promise((done) => child.once('close', done))
  clearInterval(watch)
  if (code !== 0) throw new Error(`The reader ended with ${code}`)
  const total = samples.at(-1)?.pages ?? 0
  const reading = samples.filter((sample) => sample.stage === 'pages' && sample.pages > total / 5)
  const cpuTotal = [...cpu.values()].reduce((a, b) => a + b, 0)
  return {
    pages: total,
    seconds: round((performance.now() - started) / 1000),
    cpuSeconds: { parent: round(cpu.get(pid) ?? 0), children: round(cpuTotal - (cpu.get(pid) ?? 0)) },
    cpuMsPerPage: round((cpuTotal / total) * 1000),
    parentMb: { whileReading: peak(reading, 'parentMb'), atAll: peak(samples, 'parentMb'), slopeMb: slope(reading, 'parentMb') },
    childrenMb: { whileReading: peak(reading, 'childrenMb'), atAll: peak(samples, 'childrenMb'), slopeMb: slope(reading, 'childrenMb') },
    peakMb: Math.round(Math.max(...samples.map((s) => s.parentMb + s.childrenMb))),
    stages: Object.fromEntries(
      [...new Set(samples.map((s) => s.stage))].map((name) => [
        name,
        peak(
          samples.filter((s) => s.stage === name),
          'parentMb',
        ),
      ]),
    ),
    summary,
    // Resident memory of the process over the pages, a tenth of them a step.
    parentMbByPages: Array.from({ length: 10 }, (_, i) => {
      const step = samples.filter(
        (sample) => sample.stage === 'pages' && sample.pages > (i * total) / 10 && sample.pages <= ((i + 1) * total) / 10,
      )
      return peak(step, 'parentMb')
    }),
  }
}

function peak(samples: readonly Sample[], of: 'parentMb' | 'childrenMb'): number {
  return Math.round(Math.max(0, ...samples.map((sample) => sample[of])))
}

/** MiB per 1,000 pages. */
function slope(samples: readonly Sample[], of: 'parentMb' | 'childrenMb'): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length)
  const [x, y] = [mean(samples.map((s) => s.pages)), mean(samples.map((s) => s[of]))]
  const [above, below] = samples.reduce(([a, b], s) => [a + (s.pages - x) * (s[of] - y), b + (s.pages - x) ** 2], [0, 0])
  return round((above / Math.max(1, below)) * 1000)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

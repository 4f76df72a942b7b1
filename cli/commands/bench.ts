import { stat } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import type { Result } from '../../core/result.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { createOneShot } from '../one-shot.ts'
import { createProgress, inParallel } from '../progress.ts'

export const benchCommand: Command = {
  name: 'bench',
  usage: 'FILE… [--rounds N] [--jobs N]',
  summary: 'Runs the pipeline over the files: pages a second of each stage, documents a minute, the first document, memory; as JSON.',
  async run(args) {
    const { files, rounds, jobs } = parse(args)
    for (const file of files) if (!(await stat(file).catch(() => null))?.isFile()) throw new UsageError(`${file} is not a file`)
    const config = parseConfig(process.env)
    const started = performance.now()
    const oneShot = await createOneShot(config, createLog('error'))
    const work = Array.from({ length: rounds }, () => files).flat()
    const progress = createProgress(work.length + 1)
    try {
      await oneShot.run(files[0]!, { type: 'auto', useLlm: false })
      const firstMs = performance.now() - started
      progress.step('first document')
      const from = performance.now()
      let peakMb = 0
      const results = await inParallel(work, jobs, async (file) => {
        const { result } = await oneShot.run(file, { type: 'auto', useLlm: false })
        peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1024 / 1024)
        progress.step(file)
        return result
      })
      progress.done()
      const seconds = (performance.now() - from) / 1000
      process.stdout.write(`${JSON.stringify(report(results, { seconds, firstMs, peakMb, jobs }), null, 2)}\n`)
      return EXIT.done
    } finally {
      await oneShot.close()
    }
  },
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { rounds: { type: 'string' }, jobs: { type: 'string' } },
    })
    const rounds = Number(values.rounds ?? 5)
    const jobs = Number(values.jobs ?? availableParallelism())
    if (positionals.length === 0 || !Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(jobs) || jobs < 1)
      throw new Error('wants files, as in: docket bench samples/*/*/document.pdf --rounds 5')
    return { files: positionals, rounds, jobs }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Stage times overlap when documents run side by side, so `pagesPerSecond` of a stage is per busy second of that stage. `parentPeakMb` leaves out the PDF and OCR helpers' own memory outside this process. */
function report(
  results: readonly Result[],
  {
    seconds,
    firstMs,
    peakMb,
    jobs,
  }: { readonly seconds: number; readonly firstMs: number; readonly peakMb: number; readonly jobs: number },
) {
  const pages = results.reduce((sum, r) => sum + Math.max(1, r.pages.length), 0)
  const stages: Record<string, number> = {}
  for (const { timings } of results) for (const [stage, ms] of Object.entries(timings)) stages[stage] = (stages[stage] ?? 0) + ms
  return {
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), memoryMb: Math.round(totalmem() / 1024 / 1024) },
    documents: results.length,
    pages,
    jobs,
    seconds: round(seconds),
    firstDocumentSeconds: round(firstMs / 1000),
    documentsPerMinute: round((results.length / seconds) * 60),
    pagesPerSecond: round(pages / seconds),
    stages: Object.fromEntries(
      Object.entries(stages).map(([stage, ms]) => [
        stage,
        { msPerDocument: round(ms / results.length), pagesPerSecond: ms === 0 ? null : round(pages / (ms / 1000)) },
      ]),
    ),
    parentPeakMb: Math.round(peakMb),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

import { stat } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { familyUse } from '../../bench/process-family.ts'
import type { Reading } from '../../core/reading.ts'
import { figures, type Kind, type Measured } from '../bench/report.ts'
import { createStageMeter } from '../bench/stage-meter.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { createOneShot } from '../one-shot.ts'
import { createProgress, inParallel } from '../progress.ts'

export const benchCommand: Command = {
  name: 'bench',
  usage: 'FILE… [--rounds N] [--jobs N]',
  summary:
    'Runs the pipeline over the files: time and processor time of each stage by kind of file (text, scan, XML), documents a minute, the first document, memory; as JSON.',
  async run(args) {
    const { files, rounds, jobs } = parse(args)
    for (const file of files) if (!(await stat(file).catch(() => null))?.isFile()) throw new UsageError(`${file} is not a file`)
    const config = parseConfig(process.env)
    const started = performance.now()
    const meter = createStageMeter(jobs === 1)
    const oneShot = await createOneShot(config, createLog('error'), { around: meter.around })
    const work = Array.from({ length: rounds }, () => files).flat()
    const progress = createProgress(work.length + 1)
    try {
      // The first loads engines and compiles: it is told apart, and each file is read once before it counts.
      await oneShot.run(files[0]!, { type: 'auto', useLlm: false })
      const firstMs = performance.now() - started
      progress.step('first document')
      for (const file of files.slice(1)) await oneShot.run(file, { type: 'auto', useLlm: false })
      const from = performance.now()
      let peakMb = 0
      const measured = await inParallel(work, jobs, async (file): Promise<Measured> => {
        const before = performance.now()
        const { result, reading } = await oneShot.run(file, { type: 'auto', useLlm: false })
        const ms = performance.now() - before
        peakMb = Math.max(peakMb, familyUse(process.pid).residentMb)
        progress.step(file)
        return { kind: kindOf(reading), pages: reading.pages.length, ms, stages: meter.take(result.id) }
      })
      progress.done()
      const seconds = (performance.now() - from) / 1000
      process.stdout.write(`${JSON.stringify(report(measured, { seconds, firstMs, peakMb, jobs }), null, 2)}\n`)
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
    const jobs = Number(values.jobs ?? 1)
    if (positionals.length === 0 || !Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(jobs) || jobs < 1)
      throw new Error('wants files, as in: docket bench samples/*/*/document.pdf --rounds 5')
    return { files: positionals, rounds, jobs }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function kindOf({ pages }: Reading): Kind {
  return pages.length === 0 ? 'xml' : pages.some(({ source }) => source === 'ocr') ? 'scan' : 'text'
}

/** `peakMb` is the resident memory of this process and all its helpers together. */
function report(
  measured: readonly Measured[],
  {
    seconds,
    firstMs,
    peakMb,
    jobs,
  }: { readonly seconds: number; readonly firstMs: number; readonly peakMb: number; readonly jobs: number },
) {
  const pages = measured.reduce((sum, one) => sum + one.pages, 0)
  return {
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), memoryMb: Math.round(totalmem() / 1024 / 1024) },
    documents: measured.length,
    pages,
    jobs,
    seconds: round(seconds),
    firstDocumentSeconds: round(firstMs / 1000),
    documentsPerMinute: round((measured.length / seconds) * 60),
    pagesPerSecond: round(pages / seconds),
    peakMb: Math.round(peakMb),
    kinds: figures(measured),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

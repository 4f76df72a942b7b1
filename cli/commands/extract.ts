import { mkdir, stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import type { Result } from '../../core/result.ts'
import type { PageRange } from '../../core/stages.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { createOneShot, type OneShot } from '../one-shot.ts'
import { problemOf } from '../problem.ts'
import { createProgress, inParallel } from '../progress.ts'

export const extractCommand: Command = {
  name: 'extract',
  usage: 'FILE… [--type auto|NAME] [--out DIR] [--no-llm] [--provider ID] [--password TEXT] [--jobs N]',
  summary: 'Whole pipeline in one process: one JSON result per document of each file, on stdout or as DIR/<name>.json.',
  async run(args) {
    const { files, jobs, provider, ...options } = parse(args)
    const { out } = options
    const config = parseConfig(process.env)
    if (out) await mkdir(out, { recursive: true })
    const oneShot = await createOneShot(config, createLog(config.DOCKET_LOG_LEVEL), { provider })
    const progress = createProgress(files.length)
    try {
      const codes = await inParallel(files, jobs, async (file) => {
        const code = await extractOne(oneShot, file, options)
        progress.step(basename(file))
        return code
      })
      progress.done()
      return Math.max(...codes.map(severity)) === 0 ? EXIT.done : codes.toSorted((a, b) => severity(b) - severity(a))[0]!
    } finally {
      await oneShot.close()
    }
  },
}

function parse(args: readonly string[]) {
  let parsed: ReturnType<typeof read>
  try {
    parsed = read(args)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  const { values, positionals } = parsed
  if (positionals.length === 0) throw new UsageError('name at least one file, as in: docket extract invoice.pdf')
  const type = values.type ?? 'auto'
  const known = documentTypes.map(({ name }) => name)
  if (type !== 'auto' && !known.includes(type))
    throw new UsageError(`there is no document type "${type}"; known: auto, ${known.join(', ')}`)
  const jobs = Number(values.jobs ?? availableParallelism())
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError('--jobs wants a whole number from 1')
  const twice = positionals.map((file) => outputName(file)).find((name, i, all) => values.out !== undefined && all.indexOf(name) !== i)
  if (twice) throw new UsageError(`two files would both be written to ${twice}; extract them into different folders`)
  return {
    files: positionals,
    type,
    out: values.out,
    useLlm: !values['no-llm'],
    provider: values.provider,
    password: values.password,
    jobs,
  }
}

function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      type: { type: 'string' },
      out: { type: 'string' },
      'no-llm': { type: 'boolean' },
      provider: { type: 'string' },
      password: { type: 'string' },
      jobs: { type: 'string' },
    },
  })
}

async function extractOne(
  oneShot: OneShot,
  file: string,
  { out, ...options }: Omit<ReturnType<typeof parse>, 'files' | 'jobs' | 'provider'>,
): Promise<number> {
  const isFile = await stat(file).then(
    (s) => s.isFile(),
    () => false,
  )
  if (!isFile) {
    process.stderr.write(`docket extract: ${file} is not a file\n`)
    return EXIT.usage
  }
  try {
    await oneShot.extractAll(file, options, (result, pages) => write(file, out, result, pages))
    return EXIT.done
  } catch (error) {
    const problem = problemOf(file, error)
    process.stderr.write(`${JSON.stringify(problem)}\n`)
    return problem.status === 422 ? EXIT.refused : EXIT.internal
  }
}

/** `filePages` tells the documents of one file apart; a later one counts its own pages from 1. */
async function write(file: string, out: string | undefined, result: Result, pages: PageRange | null): Promise<void> {
  const shown = pages ? { filePages: pages, ...result } : result
  if (!out) process.stdout.write(`${JSON.stringify(shown)}\n`)
  else await writeFile(join(out, outputName(file, pages)), `${JSON.stringify(shown, null, 2)}\n`)
}

/** The first document of a file has the file's name, a later one its pages behind it: `bundle.json`, `bundle.pages-3-4.json`. */
function outputName(file: string, pages: PageRange | null = null): string {
  const later = pages && pages.first > 1 ? `.pages-${pages.first}-${pages.last}` : ''
  return `${basename(file, extname(file))}${later}.json`
}

/** Worst first: our own fault, then usage, then a refused file. */
function severity(code: number): number {
  return code === EXIT.internal ? 3 : code === EXIT.usage ? 2 : code === EXIT.refused ? 1 : 0
}

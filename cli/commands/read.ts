import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import type { Page, Reading } from '../../core/reading.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { createOneShot } from '../one-shot.ts'
import { problemOf } from '../problem.ts'
import { createProgress } from '../progress.ts'

export const readCommand: Command = {
  name: 'read',
  usage: 'FILE…',
  summary: 'Only pages to lines and words with boxes (fractions of the page) and confidence, as JSON.',
  async run(args) {
    const files = positionals(args)
    const config = parseConfig(process.env)
    const oneShot = await createOneShot(config, createLog(config.DOCKET_LOG_LEVEL))
    const progress = createProgress(files.length)
    let code: number = EXIT.done
    try {
      for (const file of files) {
        try {
          const reading = await oneShot.read(file)
          process.stdout.write(`${JSON.stringify(published(file, reading, files.length > 1))}\n`)
        } catch (error) {
          const problem = problemOf(file, error)
          process.stderr.write(`${JSON.stringify(problem)}\n`)
          code = problem.status === 422 && code !== EXIT.internal ? EXIT.refused : EXIT.internal
        }
        progress.step(basename(file))
      }
      progress.done()
      return code
    } finally {
      await oneShot.close()
    }
  },
}

function positionals(args: readonly string[]): readonly string[] {
  try {
    const { positionals: files } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
    if (files.length > 0) return files
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  throw new UsageError('name at least one file, as in: docket read scan.jpg')
}

/** The stable shape of ARCHITECTURE §5; several files are told apart by name. */
function published(file: string, { pages }: Reading, named: boolean) {
  return {
    ...(named && { file: basename(file) }),
    pages: pages.map(({ index, widthPx, heightPx, source, engine, lines, tables, error, ...facts }) => ({
      index,
      width: widthPx,
      height: heightPx,
      source,
      engine,
      lines,
      tables: tables.map(({ box, ruled, rows, columns, cells, continues }) => ({
        box,
        ruled,
        rows,
        columns,
        cells: cells.map(({ words: _, ...cell }) => cell),
        ...(continues && { continues }),
      })),
      ...(error && { error }),
      ...found(facts),
    })),
  }
}

/** What only some pages have. */
function found({ codes, regions, quality, straightened, blank, textLayer, running }: Partial<Page>) {
  return {
    ...(running && { running }),
    ...(codes && { codes }),
    ...(regions && { regions }),
    ...(quality && { quality }),
    ...(straightened && { straightened }),
    ...(blank && { blank }),
    ...(textLayer && { textLayer }),
  }
}

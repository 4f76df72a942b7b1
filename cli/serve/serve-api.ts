import type { Config } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { PipelineError } from '../../core/errors.ts'
import { openStorage } from './open-storage.ts'
import { untilStopped } from './stop-signal.ts'
import { startWeb } from './web.ts'

/** The web side alone, beside a database and a Temporal of its own. Logs go to stderr, as containers want it. */
export async function serveApi(config: Config): Promise<void> {
  const { DATABASE_URL: database, TEMPORAL_ADDRESS: address } = config
  if (!database || !address) {
    throw new PipelineError(
      'configuration',
      'The role api needs DATABASE_URL and TEMPORAL_ADDRESS; `docket serve` starts its own with neither.',
    )
  }
  const stopped = untilStopped(() => {})
  const log = createLog(config.DOCKET_LOG_LEVEL)
  const storage = openStorage(config, database, log)
  try {
    const web = await startWeb({ config, storage, address, log, mayMove: false })
    log.info('web_ready', { url: web.url })
    log.info('web_stops', { why: await stopped })
    await web.close()
  } finally {
    await storage.close()
  }
}

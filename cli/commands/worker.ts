import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { PipelineError } from '../../core/errors.ts'
import { parseQueues, QUEUES } from '../../temporal/queues.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { serveQueues } from '../serve/serve-queues.ts'
import { untilStopped } from '../serve/stop-signal.ts'

export const workerCommand: Command = {
  name: 'worker',
  usage: '[--queues cpu,ocr-gpu,llm]',
  summary: 'Reads documents from the task queues of a Temporal server (TEMPORAL_ADDRESS) for a database (DATABASE_URL).',
  async run(args) {
    const config = parseConfig(process.env)
    const queues = queuesOf(args)
    const log = createLog(config.DOCKET_LOG_LEVEL)
    const { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: address } = config
    if (!databaseUrl || !address) {
      throw new PipelineError(
        'configuration',
        'A worker needs DATABASE_URL and TEMPORAL_ADDRESS; `docket serve` starts its own with neither.',
      )
    }
    const stopped = untilStopped(() => {})
    const serving = await serveQueues({ config, databaseUrl, address, queues, log })
    process.send?.({ kind: 'ready' })
    log.info('worker_ready', { queues: queues.join(',') })
    try {
      const why = await Promise.race([stopped, serving.ended.then(() => 'ended')])
      log.info('worker_stops', { why })
    } finally {
      await serving.stop()
    }
    return EXIT.done
  },
}

function queuesOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: { queues: { type: 'string', default: QUEUES.join(',') } } })
    return parseQueues(values.queues)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

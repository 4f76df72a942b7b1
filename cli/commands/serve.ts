import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { parseQueues } from '../../temporal/queues.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { serveAll } from '../serve/serve-all.ts'
import { serveApi } from '../serve/serve-api.ts'
import { workerCommand } from './worker.ts'

const ROLES = ['all', 'api', 'worker'] as const
type Role = (typeof ROLES)[number]

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--role all|api|worker] [--queues cpu,ocr-gpu,llm]',
  summary:
    'Starts Docket: everything in one place, or one role beside a PostgreSQL (DATABASE_URL) and a Temporal (TEMPORAL_ADDRESS) of your own.',
  async run(args) {
    const { role, queues } = optionsOf(args)
    if (role === 'worker') return workerCommand.run(queues ? ['--queues', queues] : [])
    const config = parseConfig(process.env)
    if (role === 'api') await serveApi(config)
    else await serveAll(config, queues ?? (config.DOCKET_LLM_CONFIG === undefined ? 'cpu' : 'cpu,llm'))
    return EXIT.done
  },
}

function optionsOf(args: readonly string[]): { readonly role: Role; readonly queues: string | undefined } {
  try {
    const { values } = parseArgs({ args: [...args], options: { role: { type: 'string', default: 'all' }, queues: { type: 'string' } } })
    const role = ROLES.find((known) => known === values.role)
    if (!role) throw new RangeError(`Unknown role ${values.role}; known: ${ROLES.join(', ')}`)
    if (values.queues !== undefined) parseQueues(values.queues)
    return { role, queues: values.queues }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

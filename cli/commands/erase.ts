import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { PipelineError } from '../../core/errors.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'
import { openStorage } from '../serve/open-storage.ts'

export const eraseCommand: Command = {
  name: 'erase',
  usage: 'ID [--reason TEXT] [--force]',
  summary:
    'Erases a document for good: rows, files, the key that opens its backups, its place in the search. The journal keeps that it was there and why it went. --force with --reason for what has become a record. Exit 3 when it must stay, and why.',
  async run(args) {
    const { values, positionals } = parsed(args)
    const [id] = positionals
    if (!id || positionals.length > 1) throw new UsageError('wants: ID [--reason TEXT] [--force]')
    const config = parseConfig(process.env)
    const storage = openStorage(config, await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      const organisationId = await storage.erasure.organisationOf(id, await storage.accounts.organisations())
      if (organisationId === null) throw new PipelineError('not_found', 'There is no such document.')
      const order = { id, version: null, actor: 'operator', reason: values.reason?.trim() || null, force: values.force }
      const { documents } = await storage.erasure.erase(organisationId, order)
      process.stdout.write(`${documents.map((each) => `erased ${each.id}`).join('\n')}\n`)
      return EXIT.done
    } catch (error) {
      if (!(error instanceof PipelineError) || !['conflict', 'not_found'].includes(error.code)) throw error
      process.stderr.write(`${error.message}\n`)
      return EXIT.refused
    } finally {
      await storage.close()
    }
  },
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' }, force: { type: 'boolean', default: false } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

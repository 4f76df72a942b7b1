import { readFileSync } from 'node:fs'
import { parseConfig } from '../adapters/config.ts'
import { PipelineError } from '../core/errors.ts'
import { type Command, EXIT, UsageError } from './command.ts'

/** Verbs load only when called, so that `extract` does not pay for the web server. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  extract: async () => (await import('./commands/extract.ts')).extractCommand,
  read: async () => (await import('./commands/read.ts')).readCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  bench: async () => (await import('./commands/bench.ts')).benchCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  worker: async () => (await import('./commands/worker.ts')).workerCommand,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  key: async () => (await import('./commands/key.ts')).keyCommand,
  user: async () => (await import('./commands/user.ts')).userCommand,
  finetune: async () => (await import('./commands/finetune.ts')).finetuneCommand,
  corrected: async () => (await import('./commands/corrected.ts')).correctedCommand,
  certificate: async () => (await import('./commands/certificate.ts')).certificateCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  erase: async () => (await import('./commands/erase.ts')).eraseCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  models: async () => (await import('./commands/models.ts')).modelsCommand,
  type: async () => (await import('./commands/type.ts')).typeCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
}

// `docket … | head` closes our output early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.internal))
process.exitCode = await main(process.argv.slice(2))

async function main([verb, ...args]: readonly string[]): Promise<number> {
  if (verb === '--version' || verb === 'version') return say(appVersion())
  if (verb === undefined || verb === '--help' || verb === 'help') return say(await help())
  const load = VERBS[verb]
  if (!load) return complain(`docket: there is no verb "${verb}". Try: docket --help`, EXIT.usage)
  try {
    const command = await load()
    if (args.includes('--help')) return say(`docket ${command.name} ${command.usage}\n\n${command.summary}`)
    return await command.run(args)
  } catch (error) {
    if (error instanceof UsageError) return complain(`docket ${verb}: ${error.message}`, EXIT.usage)
    if (error instanceof PipelineError && error.code === 'configuration') return complain(error.message, EXIT.usage)
    const debug = parseConfig({ ...process.env }).DOCKET_LOG_LEVEL === 'debug'
    const detail = error instanceof Error ? (debug && error.stack) || error.message : String(error)
    return complain(`docket ${verb}: ${detail}`, EXIT.internal)
  }
}

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(VERBS).map((load) => load()))
  const rows = commands.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`)
  return `docket ${appVersion()}: accounting documents to checked JSON\n\n${rows.join('\n')}\n`
}

function appVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return EXIT.done
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}

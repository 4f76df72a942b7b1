// Makes sure that a Temporal server can be started on this machine; run by the set-up. Exit 1 with what to do when there is none.
import { parseConfig } from '../adapters/config.ts'
import { ensureServer } from './install.ts'

const config = parseConfig(process.env)
const say = (line: string) => process.stdout.write(`  ${line}\n`)
if (config.TEMPORAL_ADDRESS) say(`Temporal: the server at ${config.TEMPORAL_ADDRESS}`)
else {
  try {
    const { version, from } = await ensureServer(
      { cliPath: config.TEMPORAL_CLI_PATH, cacheDir: config.DOCKET_CACHE_DIR, path: process.env.PATH },
      say,
    )
    say(`${version} (${from})`)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}

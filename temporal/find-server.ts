import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface ServerPlaces {
  /** TEMPORAL_CLI_PATH */
  readonly cliPath: string | undefined
  /** DOCKET_CACHE_DIR */
  readonly cacheDir: string
  /** PATH */
  readonly path: string | undefined
}

export interface FoundServer {
  readonly path: string
  readonly from: 'TEMPORAL_CLI_PATH' | 'PATH' | 'cache'
  readonly version: string
}

const EXECUTABLE = process.platform === 'win32' ? 'temporal.exe' : 'temporal'

/** Where an installed binary is kept between checkouts. */
export function cachedBinary(cacheDir: string): string {
  return join(cacheDir, 'bin', EXECUTABLE)
}

/** The first `temporal` binary that really runs, or null. A configured path that does not work is an error, not a reason to look further. */
export async function findServer({ cliPath, cacheDir, path }: ServerPlaces): Promise<FoundServer | null> {
  if (cliPath) {
    const version = await versionOf(cliPath)
    if (!version) throw new Error(`TEMPORAL_CLI_PATH names ${cliPath}, which does not run as a Temporal CLI`)
    return { path: cliPath, from: 'TEMPORAL_CLI_PATH', version }
  }
  const onPath = (path ?? '').split(delimiter).filter(Boolean)
  const candidates = [
    ...onPath.map((dir) => ({ path: join(dir, EXECUTABLE), from: 'PATH' as const })),
    { path: cachedBinary(cacheDir), from: 'cache' as const },
  ]
  for (const { path: file, from } of candidates) {
    const version = await versionOf(file)
    if (version) return { path: file, from, version }
  }
  return null
}

async function versionOf(file: string): Promise<string | null> {
  try {
    await access(file, constants.X_OK)
    const { stdout } = await run(file, ['--version'], { timeout: 20_000 })
    return /^temporal version .*/.exec(stdout)?.[0] ?? null
  } catch {
    return null
  }
}

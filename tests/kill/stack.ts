import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from '../workflow/wait.ts'
import { descendant } from './processes.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Document {
  readonly id: string
  readonly version: number
  readonly status: string
}

/** The whole product as a person starts it, in a folder of its own. */
export interface Stack {
  readonly dataDir: string
  readonly pid: number
  readonly url: string
  /** Everything that was printed. */
  output(): string
  /** Process id of a part, found by its command line. */
  part(name: 'worker' | 'temporal' | 'postgres'): Promise<number>
  kill(signal: NodeJS.Signals): Promise<void>
  log(): Promise<string>
}

const PARTS = { worker: 'main.ts worker', temporal: 'start-dev', postgres: '-D ' } as const

export async function startStack(dataDir: string, environment: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', join(ROOT, 'cli', 'tsx-hook.ts'), join(ROOT, 'cli', 'main.ts'), 'serve'],
    {
      cwd: ROOT,
      env: { ...process.env, DOCKET_DATA_DIR: dataDir, DOCKET_PORT: '0', DOCKET_SAMPLES: 'false', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let output = ''
  const read = (text: Buffer) => {
    output += text.toString()
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  let isAsked = false
  const ended = new Promise<void>((done) =>
    child.once('close', (code, signal) => {
      if (!isAsked) console.error(`serve ended by itself (${signal ?? code}):\n${output}`)
      done()
    }),
  )
  await Promise.race([
    eventually('the sign-in link', () => output.includes('/sign-in?token='), 90_000),
    ended.then(() => Promise.reject(new Error(`serve ended:\n${output}`))),
  ])
  return {
    dataDir,
    pid: child.pid as number,
    url: new URL(linkIn(output)).origin,
    output: () => output,
    part: (name) => eventually(`the ${name} process`, () => descendant(child.pid as number, PARTS[name])),
    async kill(signal) {
      isAsked = true
      child.kill(signal)
      await ended
    },
    log: () => readFile(join(dataDir, 'docket.log'), 'utf8'),
  }
}

function linkIn(output: string): string {
  return /https?:\/\/\S+\/sign-in\?token=\S+/.exec(output)?.[0] ?? ''
}

/** A browser's requests, without the browser. The session outlives restarts of the server, the port does not. */
export interface Visitor {
  /** The session, for a browser. */
  readonly cookie: { readonly name: string; readonly value: string; readonly url: string }
  ask(stack: Stack, path: string, init?: RequestInit): Promise<Response>
  upload(stack: Stack, bytes: Buffer, fileName: string): Promise<string>
  documents(stack: Stack): Promise<readonly Document[]>
  events(stack: Stack, id: string): Promise<readonly { readonly kind: string }[]>
  reject(stack: Stack, id: string, version: number, reviewId: string): Promise<number>
}

export async function signIn(stack: Stack): Promise<Visitor> {
  const link = new URL(linkIn(stack.output()))
  const answer = await fetch(`${link.origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: link.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: link.searchParams.get('token') ?? '' }).toString(),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`No session: ${answer.status}`)
  const call = (at: Stack, path: string, init: RequestInit = {}) =>
    fetch(`${at.url}${path}`, { ...init, headers: { Cookie: cookie, Origin: at.url, ...init.headers } })
  const items = async <T>(answered: Response): Promise<readonly T[]> => ((await answered.json()) as { items: readonly T[] }).items
  const [name = '', value = ''] = cookie.split('=')
  return {
    cookie: { name, value, url: link.origin },
    ask: call,
    // What a careful client does: the same key until there is an answer. Only an answered upload counts.
    async upload(at, bytes, fileName) {
      const key = randomUUID()
      return eventually(`an answer to the upload of ${fileName}`, async () => {
        const answered = await call(at, '/api/v1/documents', {
          method: 'POST',
          headers: { 'Content-Type': 'application/pdf', 'X-File-Name': fileName, 'Idempotency-Key': key },
          body: new Uint8Array(bytes),
        }).catch(() => null)
        if (answered?.ok) return ((await answered.json()) as Document).id
        if (answered && answered.status < 500 && answered.status !== 409)
          throw new Error(`Refused: ${answered.status} ${await answered.text()}`)
        return null
      })
    },
    documents: async (at) => items(await call(at, '/api/v1/documents?limit=200')),
    events: async (at, id) => items(await call(at, `/api/v1/documents/${id}/events`)),
    async reject(at, id, version, reviewId) {
      const answered = await call(at, `/api/v1/documents/${id}/review`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
        body: JSON.stringify({ action: 'reject', reviewId, reason: 'other', note: 'test' }),
      })
      return answered.status
    },
  }
}

export async function emptyDataDir(): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'docket-kill-'))
  return { dir: join(parent, 'data'), remove: () => rm(parent, { recursive: true, force: true }) }
}

import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { eventually } from '../workflow/wait.ts'
import { answers, freePort } from './port.ts'

const run = promisify(execFile)

/** Whether moto's server is on the path: an S3 of other people (Python, `pip install 'moto[server]'`). */
export async function hasMoto(): Promise<boolean> {
  return run('moto_server', ['--help']).then(
    () => true,
    () => false,
  )
}

// Nobody's requests are refused; whose they are is not checked.
const SOMEBODY = 'AWS4-HMAC-SHA256 Credential=somebody/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0'

export interface Moto {
  readonly endpoint: string
  /** Path below the server: `scans` makes a bucket, `scans/in/a.pdf` an object. */
  put(path: string, bytes: Uint8Array): Promise<void>
  stop(): Promise<void>
}

export async function startMoto(): Promise<Moto> {
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await eventually('moto', () => answers(port), 60_000)
  return {
    endpoint,
    async put(path, bytes) {
      const where = path.split('/').map(encodeURIComponent).join('/')
      const { status } = await fetch(`${endpoint}/${where}`, {
        method: 'PUT',
        body: new Uint8Array(bytes),
        headers: { Authorization: SOMEBODY },
      })
      if (status !== 200) throw new Error(`moto answered ${status} to PUT ${path}`)
    },
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

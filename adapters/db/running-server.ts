import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Address of the embedded server that `serve` runs in this folder now; null when none runs. */
export async function runningServer(dir: string): Promise<string | null> {
  try {
    const password = (await readFile(join(dir, 'password'), 'utf8')).trim()
    const [pid, , , port] = (await readFile(join(dir, 'data', 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 0)
    return `postgres://docket:${password}@127.0.0.1:${Number(port)}/docket`
  } catch {
    return null
  }
}

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import pg from 'pg'
import { startPostgresServer } from './postgres-server.ts'

const isRoot = process.getuid?.() === 0

function namespaces(): boolean {
  try {
    execFileSync('unshare', ['--user', '--map-user=65534', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('PostgreSQL for root', () => {
  it('runs in a home folder that no other user can enter, and leaves its mode alone', {
    skip: !isRoot ? 'only root needs it' : !namespaces() && 'no user namespaces on this machine',
  }, async () => {
    const home = await mkdtemp(join(tmpdir(), 'docket-home-'))
    await chmod(home, 0o700)
    const before = process.env.HOME
    process.env.HOME = home
    try {
      const dir = join(home, 'docket', 'postgres')
      await mkdir(dir, { recursive: true })
      const server = await startPostgresServer({ dir })
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      assert.deepEqual((await client.query('select 40 + 2 as sum')).rows, [{ sum: 42 }])
      await client.end()
      await server.stop()
      assert.equal((await stat(home)).mode & 0o777, 0o700)
    } finally {
      process.env.HOME = before
      await rm(home, { recursive: true, force: true })
    }
  })
})

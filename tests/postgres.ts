import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, startPostgresServer } from '../adapters/db/index.ts'

export interface TestPostgres {
  readonly dir: string
  readonly server: Awaited<ReturnType<typeof startPostgresServer>>
  /** A fresh, migrated database; returns its URL. */
  database(): Promise<string>
  stop(): Promise<void>
}

/** A real server in a temporary folder, one per test file; each test takes its own database. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const dir = await mkdtemp(join(tmpdir(), 'docket-pg-'))
  const server = await startPostgresServer({ dir: join(dir, 'postgres') })
  return {
    dir,
    server,
    async database() {
      const name = `test_${randomBytes(6).toString('hex')}`
      const admin = new pg.Client({ connectionString: server.url })
      await admin.connect()
      await admin.query(`create database ${name}`)
      await admin.end()
      const url = new URL(server.url)
      url.pathname = `/${name}`
      await migrate(url.href)
      return url.href
    },
    async stop() {
      await server.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { PipelineError } from '../../core/errors.ts'
import { withClient } from './with-client.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const LOCK = 748_231_905

/** A migration as it was applied. */
export interface Applied {
  readonly name: string
  readonly sha256: string
}

/**
 * Applies what is missing, in order, each file in its own transaction. Safe to run from several processes at once. Returns the names applied.
 * `only`: no others, for a database that is to be as an older version left it. Errors: `configuration`.
 */
export async function migrate(url: string, only?: readonly Applied[]): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    await refuseUnsafeServer(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const applied = new Map(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations')).rows.map((r) => [
        r.name,
        r.sha256,
      ]),
    )
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
    const newer = only?.find(({ name }) => !names.includes(name))
    if (newer)
      throw new PipelineError(
        'configuration',
        `This version of Docket does not know ${newer.name}: a newer one made the backup. Use that one.`,
      )
    const done: string[] = []
    for (const name of names) {
      const text = await readFile(new URL(name, FOLDER), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const wanted = only?.find((one) => one.name === name)
      if (only && !wanted) continue
      const before = applied.get(name)
      const expected = before ?? wanted?.sha256
      if (expected && expected !== sha256)
        throw new PipelineError(
          'configuration',
          `Migration ${name} was changed after it had been applied. Restore the file; changes belong in a new migration.`,
        )
      if (before) continue
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [name, sha256])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      done.push(name)
    }
    return done
  })
}

/** "Accepted" must mean "survives a power cut". */
async function refuseUnsafeServer(client: pg.Client): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const value = (await client.query<Record<string, string>>(`show ${setting}`)).rows[0]?.[setting]
    if (value === 'off')
      throw new PipelineError(
        'configuration',
        `PostgreSQL runs with ${setting} = off and would lose accepted documents in a crash. Switch it on.`,
      )
  }
}

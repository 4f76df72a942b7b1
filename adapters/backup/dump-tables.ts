import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { PipelineError } from '../../core/errors.ts'
import { seal, unsealStream } from '../blobs/sealed-chunks.ts'
import { withClient } from '../db/with-client.ts'
import type { Manifest } from './manifest.ts'

type Table = Manifest['tables'][number]

interface Place {
  readonly dir: string
  readonly key: Buffer
  /** Binds every file to its backup and its table. */
  readonly madeAt: string
}

/**
 * Every row as one moment saw it, each table sealed in a file of its own; work goes on beside it. `ownerUrl` must be able to pass row-level security:
 * anybody else would see a part of the rows and call it all. Errors: `configuration`, `storage_full`.
 */
export function dumpTables(ownerUrl: string, place: Place): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences' | 'documents'>> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local row_security = off')
    await refuseBoundLogin(client)
    const migrations = await rowsOf<{ name: string; sha256: string }>(client, 'select name, sha256 from schema_migrations order by name')
    const tables: Table[] = []
    for (const table of await tablesOf(client)) tables.push({ ...table, rows: await dumpTable(client, table, place) })
    const ids = await rowsOf<{ id: string }>(client, 'select id from documents order by id')
    const sequences = await sequencesOf(client)
    await client.query('commit')
    return { migrations, tables, sequences, documents: ids.map(({ id }) => id) }
  })
}

/**
 * Puts the rows into the migrated, empty database in one transaction: all or none. Foreign keys are taken away and put back, which checks each of them;
 * triggers rest, because what they would do has been done. Errors: `blob_corrupt` for a damaged file, `configuration` for the login.
 */
export function loadTables(ownerUrl: string, place: Place, { tables, sequences }: Pick<Manifest, 'tables' | 'sequences'>): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin')
    await client.query('set local row_security = off')
    await refuseBoundLogin(client)
    const foreign = await rowsOf<{ of: string; name: string; is: string }>(
      client,
      `select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as is
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
    )
    for (const { of, name } of foreign) await client.query(`alter table ${of} drop constraint ${pg.escapeIdentifier(name)}`)
    const names = tables.map(({ name }) => pg.escapeIdentifier(name))
    // Migrations may have put rows of their own into a new database.
    await client.query(`truncate ${names.join(', ')}`)
    for (const name of names) await client.query(`alter table ${name} disable trigger user`)
    for (const table of tables) await loadTable(client, table, place)
    for (const name of names) await client.query(`alter table ${name} enable trigger user`)
    for (const { of, name, is } of foreign) await client.query(`alter table ${of} add constraint ${pg.escapeIdentifier(name)} ${is}`)
    for (const { table, column, last } of sequences)
      if (last !== null) await client.query('select setval(pg_get_serial_sequence($1, $2), $3)', [table, column, last])
    await client.query('commit')
  })
}

async function dumpTable(client: pg.Client, table: Omit<Table, 'rows'>, { dir, key, madeAt }: Place): Promise<number> {
  const copied = client.query(copyTo(`copy ${listed(table)} to stdout`))
  const handle = await open(fileOf(dir, table.name), 'wx', 0o600)
  try {
    await pipeline(
      copied,
      createGzip({ level: 6 }),
      (gzipped: AsyncIterable<Buffer>) => seal(gzipped, key, nameOf(madeAt, table.name)),
      async (sealed: AsyncIterable<Buffer>) => {
        for await (const chunk of sealed) await handle.writeFile(chunk)
      },
    )
    await handle.sync()
  } finally {
    await handle.close()
  }
  return copied.rowCount
}

async function loadTable(client: pg.Client, table: Table, { dir, key, madeAt }: Place): Promise<void> {
  const into = client.query(copyFrom(`copy ${listed(table)} from stdin`))
  await pipeline(
    createReadStream(fileOf(dir, table.name)),
    (sealed: AsyncIterable<Buffer>) => unsealStream(sealed, key, nameOf(madeAt, table.name)),
    createGunzip(),
    into,
  )
  if (into.rowCount !== table.rows)
    throw new PipelineError('blob_corrupt', `The backup is damaged: table ${table.name} has ${into.rowCount} of ${table.rows} rows.`)
}

/** Tables that survive a crash; what the server itself may lose (unlogged) is not worth keeping. */
async function tablesOf(client: pg.Client): Promise<readonly Omit<Table, 'rows'>[]> {
  return rowsOf(
    client,
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'schema_migrations'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
  )
}

async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const columns = await rowsOf<{ table: string; column: string; sequence: string }>(
    client,
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
       and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null order by 1, 2`,
  )
  const found: Manifest['sequences'] = []
  for (const { table, column, sequence } of columns) {
    const [at] = await rowsOf<{ last: string | null }>(
      client,
      `select case when is_called then last_value::text end as last from ${sequence}`,
    )
    found.push({ table, column, last: at?.last ?? null })
  }
  return found
}

/** Even the owner is bound by forced row-level security, unless the login is a superuser or was given BYPASSRLS. */
async function refuseBoundLogin(client: pg.Client): Promise<void> {
  const [login] = await rowsOf<{ free: boolean; name: string }>(
    client,
    'select rolsuper or rolbypassrls as free, rolname as name from pg_roles where rolname = current_user',
  )
  if (!login?.free)
    throw new PipelineError(
      'configuration',
      `The login ${login?.name ?? ''} sees only a part of the rows. Let an administrator of the server run: alter role ${pg.escapeIdentifier(login?.name ?? '')} bypassrls; and name that login in DATABASE_OWNER_URL.`,
    )
}

async function rowsOf<T>(client: pg.Client, statement: string): Promise<T[]> {
  return (await client.query(statement)).rows as T[]
}

function listed({ name, columns }: Omit<Table, 'rows'>): string {
  return `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`
}

function fileOf(dir: string, table: string): string {
  return join(dir, `${table}.sealed`)
}

function nameOf(madeAt: string, table: string): string {
  return `${madeAt} ${table}`
}
